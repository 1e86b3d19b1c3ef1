#include <bits/stdc++.h>
using namespace std;

map<long long, long long> polynomial_product(const map<long long, long long>& left, const map<long long, long long>& right) {
    for (const auto* polynomial : {&left, &right}) {
        if (!polynomial->empty() && polynomial->begin()->first < 0) throw invalid_argument("an exponent is negative");
    }
    map<long long, long long> product;
    for (const auto& [left_exponent, left_coefficient] : left) {
        for (const auto& [right_exponent, right_coefficient] : right) {
            if (left_coefficient == 0 || right_coefficient == 0) continue;
            product[left_exponent + right_exponent] += left_coefficient * right_coefficient;
        }
    }
    erase_if(product, [](const auto& term) { return term.second == 0; });
    return product;
}

#include <bits/stdc++.h>
using namespace std;

struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

map<long long, long long> pay_out(long long amount, const map<long long, long long>& stock) {
    if (amount < 0) throw invalid_argument("the amount must not be negative");
    for (const auto& [value, number] : stock) {
        if (value < 1 || number < 0) throw invalid_argument("values and numbers must not be negative");
    }
    map<long long, long long> paid;
    for (auto coin = stock.rbegin(); coin != stock.rend(); ++coin) {
        const auto& [value, available] = *coin;
        long long number = min(available, amount / value);
        if (number == 0) continue;
        paid[value] = number;
        amount -= number * value;
    }
    if (amount != 0) throw invalid_state("the amount cannot be paid exactly");
    return paid;
}

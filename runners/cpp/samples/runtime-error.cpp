#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    throw logic_error("not written yet, for " + to_string(numbers.size()) + " numbers");
}

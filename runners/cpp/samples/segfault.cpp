#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    const long long* beyond = nullptr;
    return *beyond + static_cast<long long>(numbers.size());
}

#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    volatile long long total = static_cast<long long>(numbers.size());
    while (true) total = total + 1;
    return total;
}

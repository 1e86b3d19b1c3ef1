#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers, int power) {
    long long total = 0;
    for (long long number : numbers) total += static_cast<long long>(pow(number, power));
    return total;
}

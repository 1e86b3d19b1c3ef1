#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    long long total = 0
    for (long long number : numbers) total += number * number;
    return total;
}

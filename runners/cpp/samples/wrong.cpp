#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    return accumulate(numbers.begin(), numbers.end(), 0LL);
}

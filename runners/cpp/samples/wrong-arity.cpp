#include <bits/stdc++.h>
using namespace std;

long long sum_of_squares(const vector<long long>& numbers) {
    vector<long long> squares;
    for (long long number : numbers) squares.push_back(number, number);
    return accumulate(squares.begin(), squares.end(), 0LL);
}

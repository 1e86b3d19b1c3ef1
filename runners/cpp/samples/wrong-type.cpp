#include <bits/stdc++.h>
using namespace std;

string sum_of_squares(const vector<long long>& numbers) {
    long long total = 0;
    for (long long number : numbers) total += number * number;
    return to_string(total);
}

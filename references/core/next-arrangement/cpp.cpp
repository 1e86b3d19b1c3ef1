#include <bits/stdc++.h>
using namespace std;

bool next_arrangement(vector<long long>& numbers) {
    return next_permutation(numbers.begin(), numbers.end());
}

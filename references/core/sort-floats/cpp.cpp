#include <bits/stdc++.h>
using namespace std;

vector<double> sort_floats(const vector<double>& values, bool descending) {
    vector<double> sorted = values;
    auto numbers_end = stable_partition(sorted.begin(), sorted.end(), [](double value) { return !isnan(value); });
    sort(sorted.begin(), numbers_end, [](double a, double b) {
        if (a == b) return signbit(a) && !signbit(b);
        return a < b;
    });
    if (descending) reverse(sorted.begin(), numbers_end);
    return sorted;
}

#include <bits/stdc++.h>
using namespace std;

optional<vector<long long>> fewest_stamps(const set<long long>& values, long long postage) {
    if (postage < 0 || (!values.empty() && *values.begin() < 1)) throw invalid_argument("values must be positive");
    const int unreachable = numeric_limits<int>::max() - 1;
    vector<int> counts(postage + 1, unreachable);
    counts[0] = 0;
    for (long long total = 1; total <= postage; ++total) {
        for (long long value : values) {
            if (value > total) break;
            counts[total] = min(counts[total], counts[total - value] + 1);
        }
        // A sum that cannot be reached stays so, whatever is added to it.
        counts[total] = min(counts[total], unreachable);
    }
    if (counts[postage] == unreachable) return nullopt;
    vector<long long> stamps;
    long long left = postage;
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        while (left >= *value && counts[left - *value] == counts[left] - 1) {
            stamps.push_back(*value);
            left -= *value;
        }
    }
    return stamps;
}

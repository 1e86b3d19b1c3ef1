#include <bits/stdc++.h>
using namespace std;

vector<vector<long long>> merge_intervals(const vector<vector<long long>>& intervals) {
    for (const auto& interval : intervals) {
        if (interval.size() != 2 || interval[0] > interval[1]) throw invalid_argument("not an interval");
    }
    vector<vector<long long>> sorted = intervals;
    sort(sorted.begin(), sorted.end());
    vector<vector<long long>> merged;
    for (const auto& interval : sorted) {
        if (!merged.empty() && interval[0] <= merged.back()[1]) {
            merged.back()[1] = max(merged.back()[1], interval[1]);
        } else {
            merged.push_back(interval);
        }
    }
    return merged;
}

#include <bits/stdc++.h>
using namespace std;

vector<vector<long long>> tree_levels(const vector<optional<long long>>& parents) {
    long long count = static_cast<long long>(parents.size());
    vector<vector<long long>> children(count);
    vector<long long> level;
    for (long long node = 0; node < count; ++node) {
        if (!parents[node]) {
            level.push_back(node);
        } else if (*parents[node] >= 0 && *parents[node] < count) {
            children[*parents[node]].push_back(node);
        } else {
            throw out_of_range("a parent does not exist");
        }
    }
    if (count == 0) return {};
    if (level.size() != 1) throw invalid_argument("a tree has exactly one root");
    vector<vector<long long>> levels;
    long long reached = 0;
    while (!level.empty()) {
        vector<long long> next;
        for (long long node : level) next.insert(next.end(), children[node].begin(), children[node].end());
        sort(next.begin(), next.end());
        reached += static_cast<long long>(level.size());
        levels.push_back(level);
        level = next;
    }
    if (reached < count) throw invalid_argument("some nodes cannot be reached from the root");
    return levels;
}

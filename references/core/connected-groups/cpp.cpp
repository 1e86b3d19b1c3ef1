#include <bits/stdc++.h>
using namespace std;

vector<vector<long long>> connected_groups(long long count, const vector<tuple<long long, long long>>& links) {
    if (count < 0) throw invalid_argument("count must not be negative");
    vector<long long> parent(count);
    iota(parent.begin(), parent.end(), 0);
    auto root = [&parent](long long item) {
        while (parent[item] != item) item = parent[item] = parent[parent[item]];
        return item;
    };
    for (const auto& [left, right] : links) {
        if (min(left, right) < 0 || max(left, right) >= count) throw out_of_range("an item does not exist");
        parent[root(left)] = root(right);
    }
    map<long long, vector<long long>> members;
    for (long long item = 0; item < count; ++item) members[root(item)].push_back(item);
    vector<vector<long long>> groups;
    for (auto& [item, group] : members) groups.push_back(group);
    sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() > b.size() : a[0] < b[0];
    });
    return groups;
}

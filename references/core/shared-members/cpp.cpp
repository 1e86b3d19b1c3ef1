#include <bits/stdc++.h>
using namespace std;

set<long long> shared_members(const vector<set<long long>>& groups, long long least, const optional<long long>& most) {
    if (least < 1 || (most && *most < least)) throw invalid_argument("the bounds are out of order");
    map<long long, long long> counts;
    for (const auto& group : groups) {
        for (long long member : group) ++counts[member];
    }
    set<long long> shared;
    for (const auto& [member, count] : counts) {
        if (count >= least && (!most || count <= *most)) shared.insert(member);
    }
    return shared;
}

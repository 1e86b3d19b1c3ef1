#include <bits/stdc++.h>
using namespace std;

optional<tuple<long long, long long, long long>> busiest_span(const vector<tuple<long long, long long>>& bookings) {
    map<long long, long long> changes;
    for (const auto& [start, end] : bookings) {
        if (start >= end) throw invalid_argument("a booking must end after it starts");
        ++changes[start];
        --changes[end];
    }
    erase_if(changes, [](const auto& change) { return change.second == 0; });
    optional<tuple<long long, long long, long long>> busiest;
    long long holding = 0;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        holding += change->second;
        if (!busiest || holding > get<0>(*busiest)) busiest = {holding, change->first, next(change)->first};
    }
    return busiest;
}

#include <bits/stdc++.h>
using namespace std;

vector<tuple<long long, long long>> elevator_stops(long long start, vector<tuple<long long, long long>> requests) {
    sort(requests.begin(), requests.end());
    if (!requests.empty() && get<0>(requests.front()) < 0) throw invalid_argument("a request has a negative tick");
    vector<tuple<long long, long long>> stops;
    set<long long> pending;
    size_t arrived = 0;
    long long floor = start, direction = 1;
    for (long long tick = 0; arrived < requests.size() || !pending.empty(); ++tick) {
        while (arrived < requests.size() && get<0>(requests[arrived]) == tick) pending.insert(get<1>(requests[arrived++]));
        if (pending.erase(floor) > 0) stops.emplace_back(tick, floor);
        if (pending.empty()) continue;
        bool is_ahead = direction > 0 ? *pending.rbegin() > floor : *pending.begin() < floor;
        if (!is_ahead) direction = -direction;
        floor += direction;
    }
    return stops;
}

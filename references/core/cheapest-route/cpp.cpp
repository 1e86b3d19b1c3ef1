#include <bits/stdc++.h>
using namespace std;

optional<tuple<long long, vector<long long>>> cheapest_route(
    long long count, const vector<tuple<long long, long long, long long>>& roads, long long start, long long goal) {
    auto check = [count](long long town) {
        if (town < 0 || town >= count) throw out_of_range("not a town");
    };
    check(start);
    check(goal);
    for (const auto& [from, to, price] : roads) {
        check(from);
        check(to);
    }
    map<long long, vector<pair<long long, long long>>> leaving;
    for (const auto& [from, to, price] : roads) {
        if (price < 0) throw invalid_argument("a price must not be negative");
        leaving[from].emplace_back(to, price);
    }

    using Entry = tuple<long long, size_t, vector<long long>>;
    priority_queue<Entry, vector<Entry>, greater<Entry>> queue;
    queue.emplace(0, 1, vector<long long>{start});
    set<long long> done;
    while (!queue.empty()) {
        auto [total, length, route] = queue.top();
        queue.pop();
        long long town = route.back();
        if (town == goal) return make_tuple(total, route);
        if (!done.insert(town).second) continue;
        for (const auto& [next, price] : leaving[town]) {
            if (done.count(next)) continue;
            vector<long long> longer = route;
            longer.push_back(next);
            queue.emplace(total + price, length + 1, std::move(longer));
        }
    }
    return nullopt;
}

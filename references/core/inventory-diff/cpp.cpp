#include <bits/stdc++.h>
using namespace std;

struct Change {
    string name;
    optional<long long> before;
    optional<long long> after;
};

vector<Change> inventory_diff(const map<string, long long>& before, const map<string, long long>& after) {
    map<string, Change> changes;
    for (const auto& [name, amount] : before) {
        if (amount < 0) throw invalid_argument("an amount must not be negative");
        changes[name].before = amount;
    }
    for (const auto& [name, amount] : after) {
        if (amount < 0) throw invalid_argument("an amount must not be negative");
        changes[name].after = amount;
    }
    vector<Change> differing;
    for (auto& [name, change] : changes) {
        change.name = name;
        if (change.before != change.after) differing.push_back(change);
    }
    return differing;
}

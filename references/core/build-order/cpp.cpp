#include <bits/stdc++.h>
using namespace std;

vector<string> build_order(const map<string, vector<string>>& needs) {
    map<string, set<string>> missing;
    map<string, vector<string>> users;
    for (const auto& [module, required] : needs) {
        missing[module].insert(required.begin(), required.end());
        for (const string& other : required) missing[other];
    }
    set<string> ready;
    for (const auto& [module, required] : missing) {
        for (const string& other : required) users[other].push_back(module);
        if (required.empty()) ready.insert(module);
    }

    vector<string> order;
    while (!ready.empty()) {
        // Bytes of UTF-8 sort like code points.
        string module = *ready.begin();
        ready.erase(ready.begin());
        order.push_back(module);
        for (const string& user : users[module]) {
            missing[user].erase(module);
            if (missing[user].empty()) ready.insert(user);
        }
    }
    if (order.size() < missing.size()) throw invalid_argument("the needs form a circle");
    return order;
}

#include <bits/stdc++.h>
using namespace std;

static optional<string> winner(long long taken, long long goals_a, long long goals_b) {
    if (taken > 10 && taken % 2 == 1) return nullopt;
    long long left_a = max(0LL, 5 - (taken + 1) / 2), left_b = max(0LL, 5 - taken / 2);
    if (goals_a > goals_b + left_b) return "A";
    if (goals_b > goals_a + left_a) return "B";
    return nullopt;
}

tuple<string, long long> shootout(const vector<bool>& kicks) {
    long long goals[2] = {0, 0};
    for (size_t i = 0; i < kicks.size(); ++i) {
        if (kicks[i]) ++goals[i % 2];
        long long taken = static_cast<long long>(i) + 1;
        if (auto team = winner(taken, goals[0], goals[1])) {
            if (i + 1 < kicks.size()) throw invalid_argument("a kick was taken after the decision");
            return {*team, taken};
        }
    }
    return {"open", static_cast<long long>(kicks.size())};
}

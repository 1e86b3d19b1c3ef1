#include <bits/stdc++.h>
using namespace std;

struct Money {
    string currency;
    long long cents;
};

vector<Money> money_totals(const vector<Money>& amounts) {
    for (const auto& [currency, cents] : amounts) {
        bool is_upper = all_of(currency.begin(), currency.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
        if (currency.size() != 3 || !is_upper) throw invalid_argument("a currency must be three letters");
    }
    map<string, long long> totals;
    for (const auto& [currency, cents] : amounts) {
        long long& total = totals[currency];
        if (__builtin_add_overflow(total, cents, &total)) throw domain_error("a total leaves 64 bits");
    }
    vector<Money> sorted;
    for (const auto& [currency, cents] : totals) sorted.push_back({currency, cents});
    return sorted;
}

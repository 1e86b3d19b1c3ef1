#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};
struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};
struct permission_denied : runtime_error {
    using runtime_error::runtime_error;
};

class Ledger {
public:
    void open(const string& account) {
        if (account.empty()) throw invalid_argument("an account needs a name");
        if (!accounts.emplace(account, Account{}).second) throw invalid_state("the account exists already");
    }

    long long deposit(const string& account, long long amount) {
        Account& target = find(account);
        check_amount(amount);
        return target.change(amount);
    }

    long long withdraw(const string& account, long long amount) {
        Account& source = find(account);
        check_amount(amount);
        source.check_taking(amount);
        return source.change(-amount);
    }

    void transfer(const string& source, const string& target, long long amount) {
        Account& from = find(source);
        Account& to = find(target);
        check_amount(amount);
        if (source == target) throw invalid_argument("a transfer needs two accounts");
        from.check_taking(amount);
        from.change(-amount);
        to.change(amount);
    }

    void freeze(const string& account) { find(account).is_frozen = true; }
    long long balance(const string& account) { return find(account).balance; }
    vector<long long> history(const string& account) { return find(account).changes; }

private:
    struct Account {
        long long balance = 0;
        bool is_frozen = false;
        vector<long long> changes;

        long long change(long long amount) {
            changes.push_back(amount);
            return balance += amount;
        }

        void check_taking(long long amount) const {
            if (is_frozen) throw permission_denied("the account is frozen");
            if (amount > balance) throw invalid_state("the balance is too small");
        }
    };
    map<string, Account> accounts;

    Account& find(const string& account) {
        auto entry = accounts.find(account);
        if (entry == accounts.end()) throw not_found("there is no account " + account);
        return entry->second;
    }

    static void check_amount(long long amount) {
        if (amount < 1) throw invalid_argument("an amount must be at least 1");
    }
};

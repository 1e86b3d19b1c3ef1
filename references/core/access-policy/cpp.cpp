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

class AccessPolicy {
public:
    void define(const string& role) {
        if (!roles.emplace(role, Role{}).second) throw invalid_state("the role exists already");
    }

    void inherit(const string& role, const string& parent) {
        Role& heir = find(role);
        if (lineage(parent).count(role)) throw invalid_argument("a role cannot inherit from itself");
        heir.parents.insert(parent);
    }

    void grant(const string& role, const string& permission) { find(role).own.insert(permission); }

    void revoke(const string& role, const string& permission) {
        if (find(role).own.erase(permission) == 0) throw not_found("the role was not granted " + permission);
    }

    set<string> permissions(const string& role) {
        set<string> all;
        for (const string& each : lineage(role)) all.insert(roles[each].own.begin(), roles[each].own.end());
        return all;
    }

    void require(const string& role, const string& permission) {
        if (!permissions(role).count(permission)) throw permission_denied("the role lacks " + permission);
    }

private:
    struct Role {
        set<string> own, parents;
    };
    map<string, Role> roles;

    Role& find(const string& role) {
        auto entry = roles.find(role);
        if (entry == roles.end()) throw not_found("there is no role " + role);
        return entry->second;
    }

    // The role and all roles it inherits from.
    set<string> lineage(const string& role) {
        find(role);
        set<string> reached{role};
        vector<string> open{role};
        while (!open.empty()) {
            string each = open.back();
            open.pop_back();
            for (const string& parent : roles[each].parents) {
                if (reached.insert(parent).second) open.push_back(parent);
            }
        }
        return reached;
    }
};

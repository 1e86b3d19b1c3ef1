#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};

class VersionedMap {
public:
    long long put(const string& key, const string& value) { return change(key, value); }

    long long remove(const string& key) {
        if (!value_of(key, latest)) throw not_found("there is no key " + key);
        return change(key, nullopt);
    }

    optional<string> get(const string& key, long long version) {
        check(version);
        return value_of(key, version);
    }

    long long size(long long version) {
        check(version);
        return count_if(changes.begin(), changes.end(),
                        [&](const auto& entry) { return value_of(entry.first, version).has_value(); });
    }

    set<string> changed(long long version) {
        check(version);
        set<string> keys;
        for (const auto& [key, history] : changes) {
            if (value_of(key, version) != value_of(key, latest)) keys.insert(key);
        }
        return keys;
    }

private:
    long long latest = 0;
    // The values of each key by the version that set them; no value is a removal.
    map<string, map<long long, optional<string>>> changes;

    long long change(const string& key, const optional<string>& value) {
        changes[key][++latest] = value;
        return latest;
    }

    optional<string> value_of(const string& key, long long version) const {
        auto history = changes.find(key);
        if (history == changes.end()) return nullopt;
        auto later = history->second.upper_bound(version);
        return later == history->second.begin() ? nullopt : prev(later)->second;
    }

    void check(long long version) const {
        if (version < 0 || version > latest) throw out_of_range("there is no such version");
    }
};

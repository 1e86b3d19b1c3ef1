#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};

class LruCache {
public:
    explicit LruCache(long long capacity) : capacity(capacity) {
        if (capacity < 1) throw invalid_argument("capacity must be at least 1");
    }

    optional<long long> get(long long key) {
        auto found = places.find(key);
        if (found == places.end()) return nullopt;
        entries.splice(entries.begin(), entries, found->second);
        return found->second->second;
    }

    optional<long long> put(long long key, long long value) {
        if (get(key)) {
            entries.front().second = value;
            return nullopt;
        }
        optional<long long> dropped;
        if (static_cast<long long>(entries.size()) == capacity) {
            dropped = entries.back().first;
            places.erase(*dropped);
            entries.pop_back();
        }
        entries.emplace_front(key, value);
        places[key] = entries.begin();
        return dropped;
    }

    void remove(long long key) {
        auto found = places.find(key);
        if (found == places.end()) throw not_found("there is no such key");
        entries.erase(found->second);
        places.erase(found);
    }

    vector<long long> keys() const {
        vector<long long> all;
        for (const auto& [key, value] : entries) all.push_back(key);
        return all;
    }

private:
    long long capacity;
    list<pair<long long, long long>> entries;  // the one used most recently first
    unordered_map<long long, list<pair<long long, long long>>::iterator> places;
};

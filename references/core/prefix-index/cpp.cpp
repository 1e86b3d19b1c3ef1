#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};

class PrefixIndex {
public:
    bool add(const string& word) {
        if (word.empty()) throw invalid_argument("a word must not be empty");
        return words.insert(word).second;
    }

    void remove(const string& word) {
        if (words.erase(word) == 0) throw not_found("there is no such word");
    }

    long long count(const string& prefix) const {
        long long total = 0;
        for (auto word = words.lower_bound(prefix); word != words.end() && word->starts_with(prefix); ++word) ++total;
        return total;
    }

    vector<string> complete(const string& prefix, long long limit) const {
        if (limit < 0) throw invalid_argument("limit must not be negative");
        vector<string> found;
        for (auto word = words.lower_bound(prefix); word != words.end() && word->starts_with(prefix); ++word) {
            if (static_cast<long long>(found.size()) == limit) break;
            found.push_back(*word);
        }
        return found;
    }

private:
    set<string> words;  // bytes of UTF-8 sort like code points
};

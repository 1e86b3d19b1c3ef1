#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};
struct wrong_type : runtime_error {
    using runtime_error::runtime_error;
};

long long layered_setting(const vector<map<string, optional<string>>>& layers, const string& key,
                          const optional<long long>& fallback) {
    auto layer = find_if(layers.begin(), layers.end(), [&key](const auto& each) { return each.count(key) > 0; });
    if (layer == layers.end() || !layer->at(key)) {
        if (!fallback) throw not_found("there is no setting " + key);
        return *fallback;
    }
    const string& text = *layer->at(key);
    static const regex integer("-?[0-9]+");
    if (!regex_match(text, integer)) throw wrong_type("the setting is not an integer");
    // Throws out_of_range by itself.
    return stoll(text);
}

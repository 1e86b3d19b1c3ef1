#include <bits/stdc++.h>
using namespace std;

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

string snake_case(const string& identifier) {
    string result;
    bool word_ended = false;
    for (size_t i = 0; i < identifier.size(); ++i) {
        char c = identifier[i];
        if (c == '_' || c == '-') {
            word_ended = true;
            continue;
        }
        if (!is_upper(c) && !is_lower(c) && !is_digit(c)) throw invalid_argument("not an identifier");
        if (is_upper(c) && i > 0) {
            char before = identifier[i - 1];
            bool lower_follows = i + 1 < identifier.size() && is_lower(identifier[i + 1]);
            if (is_lower(before) || is_digit(before) || (is_upper(before) && lower_follows)) word_ended = true;
        }
        if (word_ended && !result.empty()) result += '_';
        word_ended = false;
        result += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

#include <bits/stdc++.h>
using namespace std;

struct Text {
    string bytes;
    long long length = 0;  // in code points
};

static const long long longest = 1000;

static void append(Text& text, const Text& more, long long times) {
    if (more.length == 0) return;
    if (times > longest / more.length || text.length + times * more.length > longest) {
        throw invalid_argument("the expansion is too long");
    }
    for (long long i = 0; i < times; ++i) text.bytes += more.bytes;
    text.length += times * more.length;
}

string expand_pattern(const string& pattern) {
    vector<pair<long long, Text>> outer;
    Text text;
    string count;
    for (size_t i = 0; i < pattern.size();) {
        char symbol = pattern[i];
        if (symbol >= '0' && symbol <= '9') {
            count += symbol;
            ++i;
            continue;
        }
        if (symbol == '[') {
            if (count.empty()) throw invalid_argument("a group without a count");
            long long times = 0;
            for (char digit : count) times = min(times * 10 + (digit - '0'), longest + 1);
            outer.emplace_back(times, text);
            text = {};
            count.clear();
            ++i;
            continue;
        }
        if (!count.empty()) throw invalid_argument("a count without a group");
        if (symbol == ']') {
            if (outer.empty()) throw invalid_argument("a closing bracket without its partner");
            auto [times, whole] = outer.back();
            outer.pop_back();
            append(whole, text, times);
            text = whole;
            ++i;
            continue;
        }
        if (symbol == '\\' && ++i == pattern.size()) throw invalid_argument("a backslash at the end");
        size_t end = i + 1;
        while (end < pattern.size() && (pattern[end] & 0xC0) == 0x80) ++end;
        append(text, {pattern.substr(i, end - i), 1}, 1);
        i = end;
    }
    if (!count.empty() || !outer.empty()) throw invalid_argument("the pattern ends inside a group or count");
    return text.bytes;
}

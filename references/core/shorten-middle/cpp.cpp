#include <bits/stdc++.h>
using namespace std;

string shorten_middle(const string& text, long long width) {
    if (width < 1) throw invalid_argument("width must be at least 1");
    // Where each code point begins in UTF-8, and the end.
    vector<size_t> starts;
    for (size_t index = 0; index < text.size(); ++index) {
        if ((text[index] & 0xC0) != 0x80) starts.push_back(index);
    }
    long long length = static_cast<long long>(starts.size());
    starts.push_back(text.size());
    if (length <= width) return text;
    long long head = width / 2, tail = width - 1 - head;
    return text.substr(0, starts[head]) + "\u2026" + text.substr(starts[length - tail]);
}

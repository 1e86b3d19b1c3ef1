#include <bits/stdc++.h>
using namespace std;

static vector<string> code_points(const string& text) {
    vector<string> points;
    for (char byte : text) {
        if ((byte & 0xC0) == 0x80 && !points.empty()) points.back() += byte;
        else points.emplace_back(1, byte);
    }
    return points;
}

vector<string> wrap_text(const string& text, long long width) {
    if (width < 1) throw invalid_argument("width must be at least 1");
    vector<string> lines;
    long long used = 0;  // code points of the last line
    istringstream words(text);
    for (string word; getline(words, word, ' ');) {
        if (word.empty()) continue;
        vector<string> points = code_points(word);
        long long length = static_cast<long long>(points.size());
        if (!lines.empty() && length < width - used) {
            lines.back() += " " + word;
            used += 1 + length;
            continue;
        }
        for (long long i = 0; i < length; ++i) {
            if (i % width == 0) {
                lines.emplace_back();
                used = 0;
            }
            lines.back() += points[i];
            ++used;
        }
    }
    return lines;
}

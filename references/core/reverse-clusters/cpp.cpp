#include <bits/stdc++.h>
using namespace std;

static bool is_mark(char32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x20D0 && point <= 0x20FF);
}

string reverse_clusters(const string& text) {
    vector<string> clusters;
    for (size_t i = 0; i < text.size();) {
        unsigned char lead = text[i];
        size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7F >> length);
        for (size_t k = 1; k < length; ++k) point = point << 6 | (text[i + k] & 0x3F);
        if (clusters.empty() || !is_mark(point)) clusters.emplace_back();
        clusters.back() += text.substr(i, length);
        i += length;
    }
    string reversed;
    for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) reversed += *cluster;
    return reversed;
}

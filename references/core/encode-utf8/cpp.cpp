#include <bits/stdc++.h>
using namespace std;

vector<uint8_t> encode_utf8(const vector<long long>& code_points) {
    vector<uint8_t> bytes;
    for (long long point : code_points) {
        if (point < 0 || point > 0x10FFFF) throw out_of_range("not a code point");
        if (point >= 0xD800 && point <= 0xDFFF) throw invalid_argument("a surrogate");
        if (point < 0x80) {
            bytes.push_back(point);
        } else if (point < 0x800) {
            bytes.insert(bytes.end(), {uint8_t(0xC0 | point >> 6), uint8_t(0x80 | (point & 0x3F))});
        } else if (point < 0x10000) {
            bytes.insert(bytes.end(), {uint8_t(0xE0 | point >> 12), uint8_t(0x80 | (point >> 6 & 0x3F)),
                                       uint8_t(0x80 | (point & 0x3F))});
        } else {
            bytes.insert(bytes.end(), {uint8_t(0xF0 | point >> 18), uint8_t(0x80 | (point >> 12 & 0x3F)),
                                       uint8_t(0x80 | (point >> 6 & 0x3F)), uint8_t(0x80 | (point & 0x3F))});
        }
    }
    return bytes;
}

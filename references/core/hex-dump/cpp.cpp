#include <bits/stdc++.h>
using namespace std;

static string hexadecimal(unsigned long long number, size_t width) {
    string digits;
    for (; number > 0 || digits.size() < width; number /= 16) digits.insert(digits.begin(), "0123456789abcdef"[number % 16]);
    return digits;
}

vector<string> hex_dump(const vector<uint8_t>& data, long long start) {
    if (start < 0) throw invalid_argument("start must not be negative");
    vector<string> lines;
    for (size_t offset = 0; offset < data.size(); offset += 8) {
        string bytes, characters;
        for (size_t i = offset; i < min(offset + 8, data.size()); ++i) {
            if (i > offset) bytes += ' ';
            bytes += hexadecimal(data[i], 2);
            characters += data[i] >= 0x20 && data[i] <= 0x7E ? static_cast<char>(data[i]) : '.';
        }
        bytes.resize(23, ' ');
        lines.push_back(hexadecimal(static_cast<unsigned long long>(start) + offset, 4) + ": " + bytes + "  " + characters);
    }
    return lines;
}

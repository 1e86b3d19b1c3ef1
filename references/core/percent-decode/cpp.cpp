#include <bits/stdc++.h>
using namespace std;

static int digit(const string& text, size_t index) {
    if (index >= text.size() || !isxdigit(static_cast<unsigned char>(text[index]))) {
        throw invalid_argument("a percent sign needs two hexadecimal digits");
    }
    char symbol = static_cast<char>(tolower(text[index]));
    return symbol <= '9' ? symbol - '0' : symbol - 'a' + 10;
}

vector<uint8_t> percent_decode(const string& text, bool plus_is_space) {
    vector<uint8_t> decoded;
    for (size_t index = 0; index < text.size(); ++index) {
        if (text[index] == '%') {
            decoded.push_back(16 * digit(text, index + 1) + digit(text, index + 2));
            index += 2;
        } else {
            decoded.push_back(text[index] == '+' && plus_is_space ? ' ' : text[index]);
        }
    }
    return decoded;
}

#include <bits/stdc++.h>
using namespace std;

long long parse_duration(const string& text) {
    static const vector<pair<string, long long>> units{{"d", 86400000}, {"h", 3600000}, {"m", 60000}, {"s", 1000}, {"ms", 1}};
    const __int128 largest = static_cast<__int128>(1) << 63;
    bool is_negative = text.starts_with("-");
    size_t position = is_negative ? 1 : 0, next_unit = 0;
    if (position == text.size()) throw invalid_argument("not a duration");
    __int128 total = 0;
    while (position < text.size()) {
        size_t digits = text.find_first_not_of("0123456789", position);
        if (digits == position || digits == string::npos) throw invalid_argument("not a duration");
        __int128 number = 0;
        for (; position < digits; ++position) number = min(number * 10 + (text[position] - '0'), largest + 1);
        size_t end = min(text.find_first_of("0123456789", digits), text.size());
        string name = text.substr(digits, end - digits);
        while (next_unit < units.size() && units[next_unit].first != name) ++next_unit;
        if (next_unit == units.size()) throw invalid_argument("not a duration");
        total = min(total + number * units[next_unit++].second, largest + 1);
        position = end;
    }
    if (total > (is_negative ? largest : largest - 1)) throw invalid_argument("outside 64 bits");
    return static_cast<long long>(is_negative ? -total : total);
}

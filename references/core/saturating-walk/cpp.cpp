#include <bits/stdc++.h>
using namespace std;

tuple<long long, long long> saturating_walk(long long start, const vector<long long>& steps,
                                            const optional<long long>& low, const optional<long long>& high) {
    long long lowest = low.value_or(numeric_limits<long long>::min());
    long long highest = high.value_or(numeric_limits<long long>::max());
    if (lowest > highest) throw invalid_argument("low must not be above high");
    if (start < lowest || start > highest) throw out_of_range("start must be within the limits");
    long long number = start, clipped = 0;
    for (long long step : steps) {
        long long wanted = 0;
        bool overflows = __builtin_add_overflow(number, step, &wanted);
        if (overflows) wanted = step > 0 ? numeric_limits<long long>::max() : numeric_limits<long long>::min();
        number = clamp(wanted, lowest, highest);
        if (overflows || number != wanted) ++clipped;
    }
    return {number, clipped};
}

#include <bits/stdc++.h>
using namespace std;

long long divide_rounded(long long dividend, long long divisor, const string& mode) {
    static const set<string> modes{"floor", "ceiling", "truncate", "half_away", "half_even"};
    if (!modes.count(mode)) throw invalid_argument("unknown rounding mode: " + mode);
    if (divisor == 0) throw domain_error("division by zero");
    // 128 bits hold the one quotient that does not fit.
    __int128 left = dividend, right = divisor;
    __int128 quotient = left / right, remainder = left % right;
    if (remainder != 0) {
        bool is_negative = (left < 0) != (right < 0);
        __int128 twice = 2 * (remainder < 0 ? -remainder : remainder), whole = right < 0 ? -right : right;
        bool away = false;  // whether the answer is the neighbour of the quotient that is further from zero
        if (mode == "floor") away = is_negative;
        else if (mode == "ceiling") away = !is_negative;
        else if (mode == "half_away") away = twice >= whole;
        else if (mode == "half_even") away = twice > whole || (twice == whole && quotient % 2 != 0);
        if (away) quotient += is_negative ? -1 : 1;
    }
    if (quotient > numeric_limits<long long>::max()) throw domain_error("the quotient does not fit in 64 bits");
    return static_cast<long long>(quotient);
}

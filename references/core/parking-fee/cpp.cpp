#include <bits/stdc++.h>
using namespace std;

// The price of some hours of one day.
static long long day_fee(long long hours, long long hourly, long long daily_cap) {
    if (hours == 0 || hourly > daily_cap / hours) return hours == 0 ? 0 : daily_cap;
    return hours * hourly;
}

long long parking_fee(long long minutes, long long hourly, long long daily_cap) {
    if (minutes < 0 || hourly < 0 || daily_cap < 0) throw invalid_argument("minutes and prices must not be negative");
    if (minutes <= 15) return 0;
    long long full_days = minutes / 1440, rest = minutes % 1440;
    return full_days * day_fee(24, hourly, daily_cap) + day_fee((rest + 59) / 60, hourly, daily_cap);
}

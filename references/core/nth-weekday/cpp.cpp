#include <bits/stdc++.h>
using namespace std;

static bool is_leap(long long year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static long long days_in_month(long long year, long long month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

optional<long long> nth_weekday(long long year, long long month, long long weekday, long long n) {
    if (year < 1 || year > 9999) throw invalid_argument("year must be from 1 to 9999");
    if (month < 1 || month > 12) throw invalid_argument("month must be from 1 to 12");
    if (weekday < 0 || weekday > 6) throw invalid_argument("weekday must be from 0 to 6");
    if (n == 0) throw invalid_argument("n must not be zero");
    if (n < -5 || n > 5) return nullopt;

    // Day 1 of year 1 was a Monday.
    long long before = year - 1;
    long long days = before * 365 + before / 4 - before / 100 + before / 400;
    for (long long earlier = 1; earlier < month; ++earlier) days += days_in_month(year, earlier);
    long long length = days_in_month(year, month);
    long long first = 1 + (weekday - days % 7 + 7) % 7;
    long long last = first + 7 * ((length - first) / 7);
    long long day = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
    if (day < 1 || day > length) return nullopt;
    return day;
}

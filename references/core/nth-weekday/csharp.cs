using System;

static class Solution
{
    /// <summary>Returns the day of the n-th weekday of a month, or null if there is none.</summary>
    public static long? NthWeekday(long year, long month, long weekday, long n)
    {
        if (year < 1 || year > 9999) throw new ArgumentException("year must be from 1 to 9999");
        if (month < 1 || month > 12) throw new ArgumentException("month must be from 1 to 12");
        if (weekday < 0 || weekday > 6) throw new ArgumentException("weekday must be from 0 to 6");
        if (n == 0) throw new ArgumentException("n must not be zero");
        if (n < -5 || n > 5) return null;
        long length = DateTime.DaysInMonth((int)year, (int)month);
        // The week of DayOfWeek starts on Sunday.
        long startWeekday = ((long)new DateTime((int)year, (int)month, 1).DayOfWeek + 6) % 7;
        long first = 1 + (weekday - startWeekday + 7) % 7;
        long last = first + 7 * ((length - first) / 7);
        long day = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
        return day >= 1 && day <= length ? day : (long?)null;
    }
}

using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Returns the delays of an exponential back-off that fit into the budget.</summary>
    public static List<long> RetrySchedule(long @base, long factor, long cap, long attempts, long budget)
    {
        if (@base < 1 || factor < 1) throw new ArgumentException("base and factor must be at least 1");
        if (cap < @base) throw new ArgumentException("cap must not be less than base");
        if (attempts < 0 || budget < 0) throw new ArgumentException("attempts and budget must not be negative");
        var delays = new List<long>();
        long delay = @base;
        long left = budget;
        while (delays.Count < attempts && delay <= left)
        {
            delays.Add(delay);
            left -= delay;
            delay = delay > cap / factor ? cap : delay * factor;
        }
        return delays;
    }
}

using System;
using System.Collections.Generic;
using System.Numerics;

static class Solution
{
    /// <summary>Returns the final number and how many steps were clipped.</summary>
    public static (long, long) SaturatingWalk(long start, List<long> steps, long? low, long? high)
    {
        long lowest = low ?? long.MinValue;
        long highest = high ?? long.MaxValue;
        if (lowest > highest) throw new ArgumentException("low must not be above high");
        if (start < lowest || start > highest) throw new ArgumentOutOfRangeException("start is outside the limits");
        long number = start;
        long clipped = 0;
        foreach (long step in steps)
        {
            BigInteger wanted = (BigInteger)number + step;
            if (wanted < lowest || wanted > highest) clipped++;
            number = (long)BigInteger.Max(lowest, BigInteger.Min(highest, wanted));
        }
        return (number, clipped);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    private const int Unreachable = int.MaxValue - 1;

    /// <summary>Returns the fewest stamps that add up to the postage, largest first, or null.</summary>
    public static List<long> FewestStamps(HashSet<long> values, long postage)
    {
        if (postage < 0 || values.Any(value => value < 1)) throw new ArgumentException("values must be positive");
        var counts = new int[postage + 1];
        for (long total = 1; total <= postage; total++)
        {
            counts[total] = Unreachable;
            foreach (long value in values)
            {
                if (value <= total) counts[total] = Math.Min(counts[total], counts[total - value] + 1);
            }
        }
        if (counts[postage] >= Unreachable) return null;
        var stamps = new List<long>();
        long left = postage;
        foreach (long value in values.OrderByDescending(value => value))
        {
            while (left >= value && counts[left - value] == counts[left] - 1)
            {
                stamps.Add(value);
                left -= value;
            }
        }
        return stamps;
    }
}

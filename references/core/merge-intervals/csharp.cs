using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Merges the closed intervals that share an integer.</summary>
    public static List<List<long>> MergeIntervals(List<List<long>> intervals)
    {
        if (intervals.Any(interval => interval.Count != 2 || interval[0] > interval[1]))
        {
            throw new ArgumentException("an interval is a start and an end not before it");
        }
        var merged = new List<List<long>>();
        foreach (List<long> interval in intervals.OrderBy(interval => interval[0]))
        {
            List<long> last = merged.LastOrDefault();
            if (last != null && interval[0] <= last[1]) last[1] = Math.Max(last[1], interval[1]);
            else merged.Add(new List<long>(interval));
        }
        return merged;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns how many bookings hold at most and the first span in which they do.</summary>
    public static (long, long, long)? BusiestSpan(List<(long, long)> bookings)
    {
        if (bookings.Any(booking => booking.Item1 >= booking.Item2))
        {
            throw new ArgumentException("a booking must end after it starts");
        }
        var starts = bookings.Select(booking => new KeyValuePair<long, int>(booking.Item1, 1));
        var ends = bookings.Select(booking => new KeyValuePair<long, int>(booking.Item2, -1));
        var changes = starts.Concat(ends)
            .GroupBy(change => change.Key, change => change.Value)
            .Select(group => new KeyValuePair<long, int>(group.Key, group.Sum()))
            .Where(change => change.Value != 0)
            .OrderBy(change => change.Key)
            .ToList();
        ValueTuple<long, long, long>? busiest = null;
        long holding = 0;
        for (int index = 0; index < changes.Count; index++)
        {
            holding += changes[index].Value;
            if (busiest == null || holding > busiest.Value.Item1)
            {
                busiest = (holding, changes[index].Key, changes[index + 1].Key);
            }
        }
        return busiest;
    }
}

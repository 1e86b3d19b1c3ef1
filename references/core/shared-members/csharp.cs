using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the members of at least and at most so many groups.</summary>
    public static HashSet<long> SharedMembers(List<HashSet<long>> groups, long least, long? most)
    {
        if (least < 1 || most < least) throw new ArgumentException("the bounds are out of order");
        return new HashSet<long>(groups
            .SelectMany(group => group)
            .GroupBy(member => member)
            .Where(same => same.Count() >= least && same.Count() <= (most ?? long.MaxValue))
            .Select(same => same.Key));
    }
}

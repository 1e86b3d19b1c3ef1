using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the groups of linked items, the larger groups first.</summary>
    public static List<List<long>> ConnectedGroups(long count, List<(long, long)> links)
    {
        if (count < 0) throw new ArgumentException("count must not be negative");
        int[] parent = Enumerable.Range(0, (int)count).ToArray();
        foreach (var link in links)
        {
            var (left, right) = link;
            if (left < 0 || left >= count || right < 0 || right >= count)
            {
                throw new ArgumentOutOfRangeException("link to an item that does not exist");
            }
            parent[Root(parent, (int)left)] = Root(parent, (int)right);
        }
        return Enumerable.Range(0, (int)count)
            .GroupBy(item => Root(parent, item), item => (long)item)
            .Select(group => group.ToList())
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group[0])
            .ToList();
    }

    private static int Root(int[] parent, int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }
        return item;
    }
}

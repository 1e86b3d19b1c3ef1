using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the nodes of a tree level by level.</summary>
    public static List<List<long>> TreeLevels(List<long?> parents)
    {
        if (parents.Any(parent => parent < 0 || parent >= parents.Count))
        {
            throw new ArgumentOutOfRangeException("a parent does not exist");
        }
        var levels = new List<List<long>>();
        if (parents.Count == 0) return levels;
        ILookup<long?, long> children = Enumerable.Range(0, parents.Count)
            .ToLookup(node => parents[node], node => (long)node);
        List<long> level = children[null].ToList();
        if (level.Count != 1) throw new ArgumentException("a tree has exactly one root");
        while (level.Count > 0)
        {
            levels.Add(level);
            level = level.SelectMany(node => children[node]).OrderBy(node => node).ToList();
        }
        if (levels.Sum(each => each.Count) < parents.Count)
        {
            throw new ArgumentException("some nodes cannot be reached from the root");
        }
        return levels;
    }
}

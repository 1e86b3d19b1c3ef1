using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

public class Change
{
    public string Name { get; set; }
    public long? Before { get; set; }
    public long? After { get; set; }
}

static class Solution
{
    /// <summary>Returns the changes between two inventories, sorted by name.</summary>
    public static List<Change> InventoryDiff(Dictionary<string, long> before, Dictionary<string, long> after)
    {
        if (before.Values.Concat(after.Values).Any(amount => amount < 0))
        {
            throw new ArgumentException("amounts must not be negative");
        }
        return before.Keys.Union(after.Keys)
            .OrderBy(name => name, Comparer<string>.Create(CompareCodePoints))
            .Select(name => new Change { Name = name, Before = Amount(before, name), After = Amount(after, name) })
            .Where(change => change.Before != change.After)
            .ToList();
    }

    private static long? Amount(Dictionary<string, long> inventory, string name)
    {
        long amount;
        return inventory.TryGetValue(name, out amount) ? amount : (long?)null;
    }

    /// <summary>Compares by code points, as UTF-32 does; ordinal comparison is that of UTF-16.</summary>
    private static int CompareCodePoints(string left, string right)
    {
        byte[] a = new UTF32Encoding(true, false).GetBytes(left);
        byte[] b = new UTF32Encoding(true, false).GetBytes(right);
        for (int index = 0; index < Math.Min(a.Length, b.Length); index++)
        {
            if (a[index] != b[index]) return a[index].CompareTo(b[index]);
        }
        return a.Length.CompareTo(b.Length);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Compares texts by code points; ordinal comparison is that of UTF-16.</summary>
    private sealed class ByCodePoints : IComparer<string>
    {
        public int Compare(string left, string right)
        {
            int at = 0;
            while (at < left.Length && at < right.Length && left[at] == right[at]) at++;
            if (at == left.Length || at == right.Length) return left.Length.CompareTo(right.Length);
            // A surrogate stands for a code point above all others; equal first halves have been passed.
            bool isLeftHigh = char.IsSurrogate(left[at]);
            bool isRightHigh = char.IsSurrogate(right[at]);
            return isLeftHigh == isRightHigh ? left[at].CompareTo(right[at]) : isLeftHigh.CompareTo(isRightHigh);
        }
    }

    /// <summary>Returns the modules so that each comes after all it needs.</summary>
    public static List<string> BuildOrder(Dictionary<string, List<string>> needs)
    {
        var missing = new Dictionary<string, int>();
        var neededBy = new Dictionary<string, List<string>>();
        foreach (var entry in needs)
        {
            var distinct = new HashSet<string>(entry.Value);
            missing[entry.Key] = distinct.Count;
            foreach (string other in distinct)
            {
                if (!neededBy.ContainsKey(other)) neededBy[other] = new List<string>();
                neededBy[other].Add(entry.Key);
            }
        }
        foreach (string other in neededBy.Keys)
        {
            if (!missing.ContainsKey(other)) missing[other] = 0;
        }
        var ready = new SortedSet<string>(missing.Keys.Where(module => missing[module] == 0), new ByCodePoints());
        var order = new List<string>();
        while (ready.Count > 0)
        {
            string module = ready.Min;
            ready.Remove(module);
            order.Add(module);
            List<string> dependents;
            if (!neededBy.TryGetValue(module, out dependents)) continue;
            foreach (string dependent in dependents)
            {
                if (--missing[dependent] == 0) ready.Add(dependent);
            }
        }
        if (order.Count < missing.Count) throw new ArgumentException("the needs form a circle");
        return order;
    }
}

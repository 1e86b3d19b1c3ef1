using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Counts the pairs in the wrong order that are at most window apart.</summary>
    public static long CountInversions(List<long> numbers, long window)
    {
        if (window < 1) throw new ArgumentException("window must be at least 1");
        long total = 0;
        var recent = new List<long>();
        for (int index = 0; index < numbers.Count; index++)
        {
            if (index > window) recent.RemoveAt(recent.BinarySearch(numbers[index - (int)window - 1]));
            int above = CountUpTo(recent, numbers[index]);
            total += recent.Count - above;
            recent.Insert(above, numbers[index]);
        }
        return total;
    }

    /// <summary>Counts the numbers of a sorted list that are at most the limit.</summary>
    private static int CountUpTo(List<long> sorted, long limit)
    {
        int low = 0;
        int high = sorted.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= limit) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the values in order, minus zero before plus zero and NaN last.</summary>
    public static List<double> SortFloats(List<double> values, bool descending)
    {
        List<double> numbers = values.Where(value => !double.IsNaN(value)).ToList();
        numbers.Sort((left, right) =>
        {
            int order = left.CompareTo(right);
            return order != 0 ? order : IsNegative(right).CompareTo(IsNegative(left));
        });
        if (descending) numbers.Reverse();
        numbers.AddRange(Enumerable.Repeat(double.NaN, values.Count - numbers.Count));
        return numbers;
    }

    private static bool IsNegative(double value)
    {
        return BitConverter.DoubleToInt64Bits(value) < 0;
    }
}

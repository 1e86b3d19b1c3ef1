using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the mean of the values between the trimmed ends.</summary>
    public static double? TrimmedMean(List<double> values, double trim)
    {
        if (!(trim >= 0 && trim < 0.5)) throw new ArgumentException("trim must be at least 0 and less than 0.5");
        List<double> ordered = values.Where(value => !double.IsNaN(value)).OrderBy(value => value).ToList();
        if (ordered.Count == 0) return null;
        int cut = (int)(ordered.Count * trim);
        return ordered.Skip(cut).Take(ordered.Count - 2 * cut).Average();
    }
}

using System;
using System.Numerics;
using System.Text.RegularExpressions;

static class Solution
{
    private static readonly long[] Units = { 86400000, 3600000, 60000, 1000, 1 };
    private static readonly Regex Parts = new Regex(
        @"^(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?\z");

    /// <summary>Returns a duration such as "1h30m" in milliseconds.</summary>
    public static long ParseDuration(string text)
    {
        Match match = Parts.Match(text);
        if (!match.Success || text.Length == match.Groups[1].Length)
        {
            throw new ArgumentException("not a duration: " + text);
        }
        BigInteger total = 0;
        for (int part = 0; part < Units.Length; part++)
        {
            Group number = match.Groups[part + 2];
            if (number.Success) total += BigInteger.Parse(number.Value) * Units[part];
        }
        if (match.Groups[1].Length > 0) total = -total;
        if (total < long.MinValue || total > long.MaxValue)
        {
            throw new ArgumentException("the duration does not fit in 64 bits");
        }
        return (long)total;
    }
}

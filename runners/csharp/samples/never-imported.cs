using System;
using System.Collections.Generic;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        if (numbers.Count == 0) throw new ArgumentException("no numbers");
        return (long)Regex.Matches("", "").Count;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        long total = 0
        foreach (long number in numbers) total += number * number;
        return total;
    }
}

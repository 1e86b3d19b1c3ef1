using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        long total = 0;
        while (total >= 0) total = (total + 1) % 1000;
        return total;
    }
}

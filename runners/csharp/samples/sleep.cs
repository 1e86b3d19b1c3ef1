using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        System.Threading.Thread.Sleep(60000);
        return 0;
    }
}

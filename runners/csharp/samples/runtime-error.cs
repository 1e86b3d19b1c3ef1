using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        var squares = new long[1];
        for (int index = 0; index <= numbers.Count; index++) squares[index + 1] = numbers[index];
        return squares[0];
    }
}

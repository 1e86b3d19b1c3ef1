using System;
using System.Collections.Generic;

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        var queue = new PriorityQueue<long, long>();
        return queue.Count;
    }
}

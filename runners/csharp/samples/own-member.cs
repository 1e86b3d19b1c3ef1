using System.Collections.Generic;

class Sum
{
    public long Value;
}

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        return new Sum().Total;
    }
}

static class Solution
{
    public static long SumOfSquares(List<long> numbers)
    {
        if (numbers.Count == 0) throw new ArgumentException("no numbers");
        return numbers.Sum(number => number * number);
    }
}

namespace Answers
{
    using System.Collections.Generic;

    public class NoNumbersException : System.ArgumentException { }

    public class Squares
    {
        internal static long SumOfSquares(IEnumerable<long> numbers)
        {
            long total = 0;
            bool isEmpty = true;
            foreach (var number in numbers)
            {
                isEmpty = false;
                total += number * number;
            }
            if (isEmpty) throw new NoNumbersException();
            return total;
        }

        public static void Main(string[] arguments)
        {
            System.Console.WriteLine(SumOfSquares(new long[] { 1, 2, 3 }));
        }
    }
}

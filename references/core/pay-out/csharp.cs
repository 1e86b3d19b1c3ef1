using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns how many coins of each value are paid.</summary>
    public static Dictionary<long, long> PayOut(long amount, Dictionary<long, long> stock)
    {
        if (amount < 0 || stock.Any(coin => coin.Key < 1 || coin.Value < 0))
        {
            throw new ArgumentException("amount, values and numbers must not be negative");
        }
        var paid = new Dictionary<long, long>();
        foreach (long value in stock.Keys.OrderByDescending(value => value))
        {
            long number = Math.Min(stock[value], amount / value);
            if (number == 0) continue;
            paid[value] = number;
            amount -= number * value;
        }
        if (amount != 0) throw new InvalidOperationException("the amount cannot be paid exactly");
        return paid;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Splits an amount in proportion to weights without losing a cent.</summary>
    public static List<long> SplitAmount(long amount, List<long> weights)
    {
        if (weights.Any(weight => weight < 0)) throw new ArgumentException("weights must not be negative");
        long total = weights.Sum();
        if (total == 0) throw new DivideByZeroException("the weights add up to zero");
        long positive = Math.Abs(amount);
        long[] shares = weights.Select(weight => positive * weight / total).ToArray();
        long left = positive - shares.Sum();
        // Sorting keeps the order of equals.
        var byLoss = Enumerable.Range(0, weights.Count)
            .OrderByDescending(person => positive * weights[person] % total)
            .Take((int)left);
        foreach (int person in byLoss) shares[person]++;
        return shares.Select(share => amount < 0 ? -share : share).ToList();
    }
}

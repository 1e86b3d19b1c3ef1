using System;
using System.Collections.Generic;
using System.Linq;

public class Money
{
    public string Currency { get; set; }
    public long Cents { get; set; }
}

static class Solution
{
    /// <summary>Returns the total of each currency, sorted by currency.</summary>
    public static List<Money> MoneyTotals(List<Money> amounts)
    {
        if (!amounts.All(amount => IsCurrency(amount.Currency)))
        {
            throw new ArgumentException("a currency must be three letters");
        }
        var totals = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (Money amount in amounts)
        {
            long total;
            totals.TryGetValue(amount.Currency, out total);
            totals[amount.Currency] = checked(total + amount.Cents);
        }
        return totals.Select(total => new Money { Currency = total.Key, Cents = total.Value }).ToList();
    }

    private static bool IsCurrency(string text)
    {
        return text.Length == 3 && text.All(letter => letter >= 'A' && letter <= 'Z');
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;

static class Solution
{
    /// <summary>Returns the setting of the first layer that has the key, or the fallback.</summary>
    public static long LayeredSetting(List<Dictionary<string, string>> layers, string key, long? fallback)
    {
        Dictionary<string, string> layer = layers.FirstOrDefault(each => each.ContainsKey(key));
        string text = layer == null ? null : layer[key];
        if (text == null)
        {
            if (fallback == null) throw new KeyNotFoundException(key);
            return fallback.Value;
        }
        if (!Regex.IsMatch(text, @"^-?[0-9]+\z")) throw new InvalidCastException("the setting is not an integer");
        BigInteger number = BigInteger.Parse(text);
        if (number < long.MinValue || number > long.MaxValue)
        {
            throw new ArgumentOutOfRangeException("the setting is outside 64 bits");
        }
        return (long)number;
    }
}

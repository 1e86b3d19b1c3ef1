using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the groups of words that are anagrams of each other.</summary>
    public static List<List<string>> GroupAnagrams(List<string> words)
    {
        return words
            .GroupBy(word => string.Join(" ", CodePoints(word).Select(Folded).OrderBy(symbol => symbol)))
            .Where(group => group.Count() > 1)
            .Select(group => group.ToList())
            .ToList();
    }

    private static int Folded(int symbol)
    {
        return symbol >= 'A' && symbol <= 'Z' ? symbol - 'A' + 'a' : symbol;
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (int at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            yield return char.ConvertToUtf32(text, at);
        }
    }
}

using System.Text;

static class Solution
{
    /// <summary>Reverses a text but keeps combining marks after their letter.</summary>
    public static string ReverseClusters(string text)
    {
        var reversed = new StringBuilder();
        int end = text.Length;
        while (end > 0)
        {
            int start = end - 1;
            while (start > 0 && IsContinued(text, start)) start--;
            reversed.Append(text, start, end - start);
            end = start;
        }
        return reversed.ToString();
    }

    /// <summary>Whether a unit belongs to what stands before it: a mark, or the second half of a pair.</summary>
    private static bool IsContinued(string text, int at)
    {
        char unit = text[at];
        return unit >= '\u0300' && unit <= '\u036F' || unit >= '\u20D0' && unit <= '\u20FF'
            || char.IsLowSurrogate(unit);
    }
}

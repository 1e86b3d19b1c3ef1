using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Breaks a text into lines of at most width code points.</summary>
    public static List<string> WrapText(string text, long width)
    {
        if (width < 1) throw new ArgumentException("width must be at least 1");
        var lines = new List<string>();
        foreach (string word in text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
        {
            int last = lines.Count - 1;
            if (last >= 0 && Length(lines[last]) + 1 + Length(word) <= width)
            {
                lines[last] += " " + word;
                continue;
            }
            string rest = word;
            while (Length(rest) > width)
            {
                int cut = UnitsOf(rest, (int)width);
                lines.Add(rest.Substring(0, cut));
                rest = rest.Substring(cut);
            }
            lines.Add(rest);
        }
        return lines;
    }

    private static int Length(string text)
    {
        return text.Count(unit => !char.IsLowSurrogate(unit));
    }

    /// <summary>Returns how many units of UTF-16 the first code points of a text take.</summary>
    private static int UnitsOf(string text, int count)
    {
        int at = 0;
        for (; count > 0; count--) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }
}

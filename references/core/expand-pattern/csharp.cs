using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

static class Solution
{
    private const int Limit = 1000;

    private struct Outer
    {
        public BigInteger Count;
        public string Text;
    }

    /// <summary>Expands the counted groups of a pattern.</summary>
    public static string ExpandPattern(string pattern)
    {
        var outer = new Stack<Outer>();
        string text = "";
        string count = "";
        for (int position = 0; position < pattern.Length; position++)
        {
            char symbol = pattern[position];
            if (symbol >= '0' && symbol <= '9')
            {
                count += symbol;
                continue;
            }
            if (symbol == '[')
            {
                Check(count != "", "a group without a count");
                outer.Push(new Outer { Count = BigInteger.Parse(count), Text = text });
                text = "";
                count = "";
                continue;
            }
            Check(count == "", "a count without a group");
            if (symbol == ']')
            {
                Check(outer.Count > 0, "a closing bracket without its partner");
                Outer before = outer.Pop();
                Check(before.Count * Length(text) <= Limit, "the expansion is too long");
                int times = text == "" ? 0 : (int)before.Count;
                text = before.Text + string.Concat(Enumerable.Repeat(text, times));
            }
            else
            {
                // Whatever follows a backslash is literal; the second half of a pair would be in any case.
                if (symbol == '\\') position++;
                Check(position < pattern.Length, "a backslash at the end");
                text += pattern[position];
            }
            Check(Length(text) <= Limit, "the expansion is too long");
        }
        Check(count == "" && outer.Count == 0, "the pattern ends inside a group or count");
        return text;
    }

    private static int Length(string text)
    {
        return text.Count(unit => !char.IsLowSurrogate(unit));
    }

    private static void Check(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}

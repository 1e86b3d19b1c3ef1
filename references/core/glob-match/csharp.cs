using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    private enum Kind { Literal, Any, Star, DoubleStar }

    private struct Token
    {
        public Kind Kind;
        public int Literal;

        public bool IsStar { get { return Kind == Kind.Star || Kind == Kind.DoubleStar; } }

        public bool Takes(int symbol)
        {
            return Kind == Kind.Literal ? symbol == Literal : Kind == Kind.DoubleStar || symbol != '/';
        }
    }

    /// <summary>Tells whether a pattern with ?, * and ** matches a whole path.</summary>
    public static bool GlobMatch(string pattern, string path)
    {
        List<Token> tokens = Tokens(CodePoints(pattern).ToList());
        var states = new HashSet<int>();
        Enter(tokens, 0, states);
        foreach (int symbol in CodePoints(path))
        {
            var following = new HashSet<int>();
            foreach (int state in states.Where(each => each < tokens.Count && tokens[each].Takes(symbol)))
            {
                Enter(tokens, tokens[state].IsStar ? state : state + 1, following);
            }
            states = following;
        }
        return states.Contains(tokens.Count);
    }

    private static List<Token> Tokens(List<int> pattern)
    {
        var tokens = new List<Token>();
        for (int position = 0; position < pattern.Count; position++)
        {
            if (pattern[position] == '*')
            {
                int first = position;
                while (position + 1 < pattern.Count && pattern[position + 1] == '*') position++;
                tokens.Add(new Token { Kind = position == first ? Kind.Star : Kind.DoubleStar });
            }
            else if (pattern[position] == '?')
            {
                tokens.Add(new Token { Kind = Kind.Any });
            }
            else
            {
                if (pattern[position] == '\\') position++;
                if (position == pattern.Count) throw new ArgumentException("a backslash at the end");
                tokens.Add(new Token { Kind = Kind.Literal, Literal = pattern[position] });
            }
        }
        return tokens;
    }

    /// <summary>Adds a state and those that are reached from it when stars match nothing.</summary>
    private static void Enter(List<Token> tokens, int state, HashSet<int> states)
    {
        states.Add(state);
        while (state < tokens.Count && tokens[state].IsStar) states.Add(++state);
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (int at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            yield return char.ConvertToUtf32(text, at);
        }
    }
}

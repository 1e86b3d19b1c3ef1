using System;
using System.Linq;
using System.Text.RegularExpressions;

static class Solution
{
    /// <summary>Turns an identifier of any common style into snake case.</summary>
    public static string SnakeCase(string identifier)
    {
        if (!Regex.IsMatch(identifier, @"^[A-Za-z0-9_-]*\z")) throw new ArgumentException("not an identifier");
        string text = Regex.Replace(identifier, "([a-z0-9])([A-Z])", "$1_$2");
        text = Regex.Replace(text, "([A-Z])([A-Z][a-z])", "$1_$2");
        string[] words = text.Split(new[] { '_', '-' }, StringSplitOptions.RemoveEmptyEntries);
        return string.Join("_", words.Select(word => word.ToLowerInvariant()));
    }
}

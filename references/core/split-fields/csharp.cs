using System;
using System.Collections.Generic;
using System.Text;

static class Solution
{
    /// <summary>Returns the fields of a line, quoted ones without their marks.</summary>
    public static List<string> SplitFields(string line, string separator)
    {
        bool isPair = separator.Length == 2 && char.IsSurrogatePair(separator, 0);
        if (separator.Length != 1 && !isPair || separator == "\"")
        {
            throw new ArgumentException("the separator must be one code point and no quotation mark");
        }
        var fields = new List<string>();
        int position = 0;
        while (true)
        {
            if (position < line.Length && line[position] == '"')
            {
                fields.Add(Quoted(line, ref position));
            }
            else
            {
                int end = line.IndexOf(separator, position, StringComparison.Ordinal);
                string field = line.Substring(position, (end < 0 ? line.Length : end) - position);
                if (field.IndexOf('"') >= 0) throw new ArgumentException("a quotation mark in an unquoted field");
                fields.Add(field);
                position += field.Length;
            }
            if (position == line.Length) return fields;
            if (string.CompareOrdinal(line, position, separator, 0, separator.Length) != 0)
            {
                throw new ArgumentException("a separator must follow a quoted field");
            }
            position += separator.Length;
        }
    }

    /// <summary>Reads a quoted field and moves the position behind it.</summary>
    private static string Quoted(string line, ref int position)
    {
        var field = new StringBuilder();
        for (position++; position < line.Length; position++)
        {
            if (line[position] == '"')
            {
                position++;
                if (position == line.Length || line[position] != '"') return field.ToString();
            }
            field.Append(line[position]);
        }
        throw new ArgumentException("a quoted field is not closed");
    }
}

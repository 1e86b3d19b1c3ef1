using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    private const int BytesPerLine = 8;

    /// <summary>Returns the lines of a hex dump.</summary>
    public static List<string> HexDump(byte[] data, long start)
    {
        if (start < 0) throw new ArgumentException("start must not be negative");
        var lines = new List<string>();
        for (int position = 0; position < data.Length; position += BytesPerLine)
        {
            byte[] chunk = data.Skip(position).Take(BytesPerLine).ToArray();
            string digits = string.Join(" ", chunk.Select(value => value.ToString("x2")));
            string shown = string.Concat(chunk.Select(value => value >= 0x20 && value <= 0x7E ? (char)value : '.'));
            lines.Add((start + position).ToString("x4") + ": " + digits.PadRight(23) + "  " + shown);
        }
        return lines;
    }
}

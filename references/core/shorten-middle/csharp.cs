using System;
using System.Text;

static class Solution
{
    /// <summary>Returns the text without its middle where it is longer than width.</summary>
    public static string ShortenMiddle(string text, long width)
    {
        if (width < 1) throw new ArgumentException("width must be at least 1");
        // Four bytes to a code point.
        byte[] points = Encoding.UTF32.GetBytes(text);
        int length = points.Length / 4;
        if (length <= width) return text;
        int head = (int)width / 2;
        int tail = (int)width - 1 - head;
        return Encoding.UTF32.GetString(points, 0, 4 * head) + "\u2026"
            + Encoding.UTF32.GetString(points, 4 * (length - tail), 4 * tail);
    }
}

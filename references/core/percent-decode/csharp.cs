using System;
using System.Collections.Generic;
using System.Text;

static class Solution
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Returns the bytes that a text with percent signs stands for.</summary>
    public static byte[] PercentDecode(string text, bool plusIsSpace)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(text);
        var decoded = new List<byte>();
        for (int index = 0; index < encoded.Length; index++)
        {
            if (encoded[index] == '%')
            {
                decoded.Add((byte)(16 * Digit(encoded, index + 1) + Digit(encoded, index + 2)));
                index += 2;
            }
            else
            {
                decoded.Add(encoded[index] == '+' && plusIsSpace ? (byte)' ' : encoded[index]);
            }
        }
        return decoded.ToArray();
    }

    private static int Digit(byte[] encoded, int index)
    {
        int digit = index < encoded.Length ? Digits.IndexOf(char.ToLowerInvariant((char)encoded[index])) : -1;
        if (digit < 0) throw new ArgumentException("a percent sign needs two hexadecimal digits");
        return digit;
    }
}

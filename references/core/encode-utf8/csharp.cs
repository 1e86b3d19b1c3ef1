using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Encodes code points as UTF-8.</summary>
    public static byte[] EncodeUtf8(List<long> codePoints)
    {
        var encoded = new List<byte>();
        foreach (long point in codePoints)
        {
            if (point < 0 || point > 0x10FFFF) throw new ArgumentOutOfRangeException("not a code point");
            if (point >= 0xD800 && point <= 0xDFFF) throw new ArgumentException("a surrogate cannot be encoded");
            if (point < 0x80)
            {
                encoded.Add((byte)point);
            }
            else if (point < 0x800)
            {
                encoded.Add((byte)(0xC0 | point >> 6));
                encoded.Add((byte)(0x80 | point & 0x3F));
            }
            else if (point < 0x10000)
            {
                encoded.Add((byte)(0xE0 | point >> 12));
                encoded.Add((byte)(0x80 | point >> 6 & 0x3F));
                encoded.Add((byte)(0x80 | point & 0x3F));
            }
            else
            {
                encoded.Add((byte)(0xF0 | point >> 18));
                encoded.Add((byte)(0x80 | point >> 12 & 0x3F));
                encoded.Add((byte)(0x80 | point >> 6 & 0x3F));
                encoded.Add((byte)(0x80 | point & 0x3F));
            }
        }
        return encoded.ToArray();
    }
}

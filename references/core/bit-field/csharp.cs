using System;
using System.Linq;

/// <summary>Bits of a fixed number.</summary>
public class BitField
{
    private readonly bool[] bits;

    public BitField(long size)
    {
        if (size < 0) throw new ArgumentException("size must not be negative");
        bits = new bool[size];
    }

    // The array's own check throws IndexOutOfRangeException.
    public bool Get(long index)
    {
        return bits[index];
    }

    public void Put(long index, bool bit)
    {
        bits[index] = bit;
    }

    public void Fill(long start, long end, bool bit)
    {
        if (start < 0 || end < start || end > bits.Length) throw new ArgumentOutOfRangeException("no such bits");
        for (long index = start; index < end; index++) bits[index] = bit;
    }

    public long Ones()
    {
        return bits.Count(bit => bit);
    }

    public byte[] Pack()
    {
        var bytes = new byte[(bits.Length + 7) / 8];
        for (int index = 0; index < bits.Length; index++)
        {
            if (bits[index]) bytes[index / 8] |= (byte)(1 << index % 8);
        }
        return bytes;
    }
}

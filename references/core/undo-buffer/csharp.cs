using System;
using System.Collections.Generic;
using System.Globalization;

/// <summary>A text with a bounded history of its states.</summary>
public class UndoBuffer
{
    private readonly long limit;
    private readonly List<string> past = new List<string>();
    private readonly List<string> future = new List<string>();
    private string current;

    public UndoBuffer(string initial, long limit)
    {
        if (limit < 0) throw new ArgumentException("limit must not be negative");
        current = initial;
        this.limit = limit;
    }

    public void Insert(long position, string addition)
    {
        int at = UnitsOf(position, 0)[0];
        if (addition != "") Change(current.Insert(at, addition));
    }

    public string Delete(long position, long count)
    {
        int[] range = UnitsOf(position, count);
        string removed = current.Substring(range[0], range[1] - range[0]);
        if (count > 0) Change(current.Remove(range[0], range[1] - range[0]));
        return removed;
    }

    public string Text()
    {
        return current;
    }

    public bool Undo()
    {
        return Move(past, future);
    }

    public bool Redo()
    {
        return Move(future, past);
    }

    private bool Move(List<string> from, List<string> to)
    {
        if (from.Count == 0) return false;
        to.Add(current);
        current = from[from.Count - 1];
        from.RemoveAt(from.Count - 1);
        return true;
    }

    /// <summary>Checks a range of code points and returns where it starts and ends in UTF-16.</summary>
    private int[] UnitsOf(long position, long count)
    {
        var starts = new List<int>();
        for (int at = 0; at < current.Length; at += char.IsHighSurrogate(current[at]) ? 2 : 1) starts.Add(at);
        starts.Add(current.Length);
        long length = starts.Count - 1;
        if (position < 0 || position > length || count < 0 || count > length - position)
        {
            throw new ArgumentOutOfRangeException("outside the text");
        }
        return new[] { starts[(int)position], starts[(int)(position + count)] };
    }

    private void Change(string text)
    {
        past.Add(current);
        if (past.Count > limit) past.RemoveAt(0);
        future.Clear();
        current = text;
    }
}

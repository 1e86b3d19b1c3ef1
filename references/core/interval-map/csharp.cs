using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A map from integers to texts, filled by half-open intervals.</summary>
public class IntervalMap
{
    private List<(long, long, string)> spans = new List<(long, long, string)>();

    public void Assign(long start, long end, string value)
    {
        Clear(start, end);
        spans.Add((start, end, value));
        var merged = new List<(long, long, string)>();
        foreach (var span in spans.OrderBy(each => each.Item1))
        {
            int last = merged.Count - 1;
            if (last >= 0 && merged[last].Item2 == span.Item1 && merged[last].Item3 == span.Item3)
            {
                merged[last] = (merged[last].Item1, span.Item2, span.Item3);
            }
            else
            {
                merged.Add(span);
            }
        }
        spans = merged;
    }

    public void Clear(long start, long end)
    {
        if (start >= end) throw new ArgumentException("start must be less than end");
        var kept = new List<(long, long, string)>();
        foreach (var span in spans)
        {
            if (span.Item1 < start) kept.Add((span.Item1, Math.Min(span.Item2, start), span.Item3));
            if (span.Item2 > end) kept.Add((Math.Max(span.Item1, end), span.Item2, span.Item3));
        }
        spans = kept;
    }

    public string Get(long point)
    {
        foreach (var span in spans)
        {
            if (span.Item1 <= point && point < span.Item2) return span.Item3;
        }
        return null;
    }

    public List<(long, long, string)> Spans()
    {
        return spans.ToList();
    }
}

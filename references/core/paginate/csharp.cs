using System;
using System.Collections.Generic;
using System.Linq;

public class Page
{
    public List<string> Items { get; set; }
    public long Number { get; set; }
    public long Pages { get; set; }
    public long? Previous { get; set; }
    public long? Next { get; set; }
}

static class Solution
{
    /// <summary>Returns one page of a list.</summary>
    public static Page Paginate(List<string> items, long size, long number)
    {
        if (size < 1) throw new ArgumentException("size must be at least 1");
        long pages = Math.Max(1, items.Count / size + (items.Count % size == 0 ? 0 : 1));
        if (number < 1 || number > pages) throw new ArgumentOutOfRangeException("there is no such page");
        return new Page
        {
            Items = items.Skip((int)((number - 1) * size)).Take((int)Math.Min(size, items.Count)).ToList(),
            Number = number,
            Pages = pages,
            Previous = number > 1 ? number - 1 : (long?)null,
            Next = number < pages ? number + 1 : (long?)null,
        };
    }
}

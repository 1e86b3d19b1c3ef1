using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the number of lakes and the size of the largest.</summary>
    public static (long, long) LargestLake(List<string> rows)
    {
        int width = rows.Count == 0 ? 0 : rows[0].Length;
        if (rows.Any(row => row.Length != width || row.Trim('~', '#') != "")) throw new ArgumentException("not a map");
        var water = new HashSet<(int, int)>();
        for (int y = 0; y < rows.Count; y++)
        {
            for (int x = 0; x < width; x++)
            {
                if (rows[y][x] == '~') water.Add((y, x));
            }
        }
        long lakes = 0;
        long largest = 0;
        while (water.Count > 0)
        {
            List<(int, int)> body = Drain(water);
            bool isSea = body.Any(field => field.Item1 == 0 || field.Item1 == rows.Count - 1
                || field.Item2 == 0 || field.Item2 == width - 1);
            if (isSea) continue;
            lakes++;
            largest = Math.Max(largest, body.Count);
        }
        return (lakes, largest);
    }

    /// <summary>Removes one body of water and returns its fields.</summary>
    private static List<(int, int)> Drain(HashSet<(int, int)> water)
    {
        var body = new List<(int, int)> { water.First() };
        water.Remove(body[0]);
        for (int index = 0; index < body.Count; index++)
        {
            var (y, x) = body[index];
            foreach (var next in new[] { (y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1) })
            {
                if (water.Remove(next)) body.Add(next);
            }
        }
        return body;
    }
}

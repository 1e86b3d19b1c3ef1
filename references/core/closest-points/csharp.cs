using System;
using System.Collections.Generic;
using System.Linq;

public class Point
{
    public long X { get; set; }
    public long Y { get; set; }
}

static class Solution
{
    /// <summary>Returns the points closest to the centre, nearest first.</summary>
    public static List<Point> ClosestPoints(List<Point> points, Point centre, long number)
    {
        if (number < 0) throw new ArgumentException("number must not be negative");
        // The square of a distance is at most 8e18 and fits.
        return points
            .OrderBy(point => Square(point.X - centre.X) + Square(point.Y - centre.Y))
            .ThenBy(point => point.X)
            .ThenBy(point => point.Y)
            .Take((int)Math.Min(number, points.Count))
            .ToList();
    }

    private static long Square(long number)
    {
        return number * number;
    }
}

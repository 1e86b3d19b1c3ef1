using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Returns the value of a piecewise linear function.</summary>
    public static double Interpolate(List<(double, double)> points, double position)
    {
        if (points.Count == 0) throw new ArgumentException("there are no points");
        for (int index = 0; index < points.Count; index++)
        {
            double x = points[index].Item1;
            bool isFinite = !double.IsNaN(x) && !double.IsInfinity(x);
            if (!isFinite || index > 0 && points[index - 1].Item1 >= x)
            {
                throw new ArgumentException("the x must be finite and strictly ascending");
            }
        }
        if (double.IsNaN(position)) return double.NaN;
        if (position <= points[0].Item1) return points[0].Item2;
        for (int index = 1; index < points.Count; index++)
        {
            var (x0, y0) = points[index - 1];
            var (x1, y1) = points[index];
            if (position < x1) return y0 + (y1 - y0) * (position - x0) / (x1 - x0);
        }
        return points[points.Count - 1].Item2;
    }
}

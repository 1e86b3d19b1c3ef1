using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    /// <summary>Returns the stops of one lift as pairs of tick and floor.</summary>
    public static List<(long, long)> ElevatorStops(long start, List<(long, long)> requests)
    {
        if (requests.Any(request => request.Item1 < 0)) throw new ArgumentException("a request has a negative tick");
        var waiting = new Queue<(long, long)>(requests.OrderBy(request => request.Item1));
        var pending = new HashSet<long>();
        var stops = new List<(long, long)>();
        long floor = start;
        int direction = 1;
        for (long tick = 0; waiting.Count > 0 || pending.Count > 0; tick++)
        {
            while (waiting.Count > 0 && waiting.Peek().Item1 == tick) pending.Add(waiting.Dequeue().Item2);
            if (pending.Remove(floor)) stops.Add((tick, floor));
            if (pending.Count == 0) continue;
            if (!pending.Any(other => other > floor == direction > 0)) direction = -direction;
            floor += direction;
        }
        return stops;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    private sealed class Route : IComparable<Route>
    {
        public long Price;
        public List<long> Towns;

        public int CompareTo(Route other)
        {
            int order = Price.CompareTo(other.Price);
            if (order == 0) order = Towns.Count.CompareTo(other.Towns.Count);
            for (int index = 0; order == 0 && index < Towns.Count; index++)
            {
                order = Towns[index].CompareTo(other.Towns[index]);
            }
            return order;
        }
    }

    /// <summary>Returns price and towns of the cheapest route, or null if there is none.</summary>
    public static (long, List<long>)? CheapestRoute(long count, List<(long, long, long)> roads, long start, long goal)
    {
        var towns = new List<long> { start, goal };
        foreach (var road in roads) towns.AddRange(new[] { road.Item1, road.Item2 });
        if (towns.Any(town => town < 0 || town >= count)) throw new ArgumentOutOfRangeException("not a town");
        if (roads.Any(road => road.Item3 < 0)) throw new ArgumentException("a price must not be negative");
        var leaving = roads.ToLookup(road => road.Item1);
        var done = new HashSet<long>();
        // Equal routes are the same route: a set loses nothing.
        var queue = new SortedSet<Route> { new Route { Price = 0, Towns = new List<long> { start } } };
        while (queue.Count > 0)
        {
            Route route = queue.Min;
            queue.Remove(route);
            long town = route.Towns[route.Towns.Count - 1];
            if (town == goal) return (route.Price, route.Towns);
            if (!done.Add(town)) continue;
            foreach (var road in leaving[town])
            {
                if (done.Contains(road.Item2)) continue;
                queue.Add(new Route
                {
                    Price = route.Price + road.Item3,
                    Towns = new List<long>(route.Towns) { road.Item2 },
                });
            }
        }
        return null;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

static class Solution
{
    private const string Headings = "NESW";
    private static readonly int[] StepsX = { 0, 1, 0, -1 };
    private static readonly int[] StepsY = { 1, 0, -1, 0 };

    /// <summary>Obeys the commands and returns position, heading and number of bumps.</summary>
    public static (long, long, string, long) DriveRobot(
        long width, long height, (long, long) start, string heading, HashSet<(long, long)> blocked, string commands)
    {
        Func<(long, long), bool> isFree = field => field.Item1 >= 0 && field.Item1 < width
            && field.Item2 >= 0 && field.Item2 < height && !blocked.Contains(field);
        if (!isFree(start)) throw new ArgumentException("the start is not a free field of the grid");
        int direction = heading.Length == 1 ? Headings.IndexOf(heading[0]) : -1;
        if (direction < 0) throw new ArgumentException("unknown heading");
        if (commands.Any(command => "LRFB".IndexOf(command) < 0)) throw new ArgumentException("unknown command");
        var (x, y) = start;
        long bumps = 0;
        foreach (char command in commands)
        {
            if (command == 'L')
            {
                direction = (direction + 3) % 4;
            }
            else if (command == 'R')
            {
                direction = (direction + 1) % 4;
            }
            else
            {
                int sign = command == 'F' ? 1 : -1;
                var next = (x + sign * StepsX[direction], y + sign * StepsY[direction]);
                if (isFree(next))
                {
                    x = next.Item1;
                    y = next.Item2;
                }
                else
                {
                    bumps++;
                }
            }
        }
        return (x, y, Headings.Substring(direction, 1), bumps);
    }
}

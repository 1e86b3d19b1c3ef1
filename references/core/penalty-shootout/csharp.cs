using System;
using System.Collections.Generic;

static class Solution
{
    private const int RegularKicks = 5;

    /// <summary>Returns the winner and the number of kicks taken when it was decided.</summary>
    public static (string, long) Shootout(List<bool> kicks)
    {
        var goals = new int[2];
        for (int taken = 1; taken <= kicks.Count; taken++)
        {
            if (kicks[taken - 1]) goals[(taken - 1) % 2]++;
            string winner = Winner(taken, goals[0], goals[1]);
            if (winner == null) continue;
            if (taken < kicks.Count) throw new ArgumentException("a kick was taken after the decision");
            return (winner, taken);
        }
        return ("open", kicks.Count);
    }

    private static string Winner(int taken, int goalsA, int goalsB)
    {
        if (taken > 2 * RegularKicks && taken % 2 == 1) return null;
        int leftA = Math.Max(0, RegularKicks - (taken + 1) / 2);
        int leftB = Math.Max(0, RegularKicks - taken / 2);
        if (goalsA > goalsB + leftB) return "A";
        return goalsB > goalsA + leftA ? "B" : null;
    }
}

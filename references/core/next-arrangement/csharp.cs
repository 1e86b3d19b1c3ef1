using System;
using System.Collections.Generic;

static class Solution
{
    /// <summary>Rearranges the list in place and tells whether a greater arrangement existed.</summary>
    public static bool NextArrangement(List<long> numbers)
    {
        int pivot = Math.Max(-1, numbers.Count - 2);
        while (pivot >= 0 && numbers[pivot] >= numbers[pivot + 1]) pivot--;
        if (pivot >= 0)
        {
            int successor = numbers.Count - 1;
            while (numbers[successor] <= numbers[pivot]) successor--;
            long moved = numbers[pivot];
            numbers[pivot] = numbers[successor];
            numbers[successor] = moved;
        }
        numbers.Reverse(pivot + 1, numbers.Count - pivot - 1);
        return pivot >= 0;
    }
}

using System;
using System.Collections.Generic;

/// <summary>A queue that keeps the candidates for its minimum in a second queue.</summary>
public class MinQueue
{
    private readonly Queue<long> values = new Queue<long>();
    private readonly LinkedList<long> candidates = new LinkedList<long>();

    public void Push(long value)
    {
        while (candidates.Count > 0 && candidates.Last.Value > value) candidates.RemoveLast();
        candidates.AddLast(value);
        values.Enqueue(value);
    }

    public long Pop()
    {
        if (values.Count == 0) throw new ArgumentOutOfRangeException("pop from an empty queue");
        long value = values.Dequeue();
        if (value == candidates.First.Value) candidates.RemoveFirst();
        return value;
    }

    public long Minimum()
    {
        if (values.Count == 0) throw new ArgumentOutOfRangeException("minimum of an empty queue");
        return candidates.First.Value;
    }

    public long Size()
    {
        return values.Count;
    }
}

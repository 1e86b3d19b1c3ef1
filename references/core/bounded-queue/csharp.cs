using System;
using System.Collections.Generic;

/// <summary>A bounded queue of texts whose owner can close it.</summary>
public class BoundedQueue
{
    private readonly long capacity;
    private readonly Queue<string> texts = new Queue<string>();
    private bool isClosed;

    public BoundedQueue(long capacity)
    {
        if (capacity < 1) throw new ArgumentException("capacity must be at least 1");
        this.capacity = capacity;
    }

    public void Put(string text)
    {
        if (isClosed) throw new UnauthorizedAccessException("the queue is closed");
        if (texts.Count >= capacity) throw new InvalidOperationException("the queue is full");
        texts.Enqueue(text);
    }

    public string Take()
    {
        if (texts.Count == 0) throw new ArgumentOutOfRangeException("the queue is empty");
        return texts.Dequeue();
    }

    public void Close()
    {
        if (isClosed) throw new InvalidOperationException("the queue is closed already");
        isClosed = true;
    }

    public long Size()
    {
        return texts.Count;
    }

    public bool Finished()
    {
        return isClosed && texts.Count == 0;
    }
}

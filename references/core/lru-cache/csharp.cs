using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A bounded map that drops the entry used longest ago.</summary>
public class LruCache
{
    private readonly long capacity;

    // The entry used most recently comes first.
    private readonly LinkedList<KeyValuePair<long, long>> recent = new LinkedList<KeyValuePair<long, long>>();
    private readonly Dictionary<long, LinkedListNode<KeyValuePair<long, long>>> nodes =
        new Dictionary<long, LinkedListNode<KeyValuePair<long, long>>>();

    public LruCache(long capacity)
    {
        if (capacity < 1) throw new ArgumentException("capacity must be at least 1");
        this.capacity = capacity;
    }

    public long? Get(long key)
    {
        LinkedListNode<KeyValuePair<long, long>> node;
        if (!nodes.TryGetValue(key, out node)) return null;
        recent.Remove(node);
        recent.AddFirst(node);
        return node.Value.Value;
    }

    public long? Put(long key, long value)
    {
        long? dropped = null;
        if (nodes.ContainsKey(key))
        {
            Remove(key);
        }
        else if (nodes.Count >= capacity)
        {
            dropped = recent.Last.Value.Key;
            Remove(dropped.Value);
        }
        nodes[key] = recent.AddFirst(new KeyValuePair<long, long>(key, value));
        return dropped;
    }

    public void Remove(long key)
    {
        LinkedListNode<KeyValuePair<long, long>> node;
        if (!nodes.TryGetValue(key, out node)) throw new KeyNotFoundException("no key " + key);
        recent.Remove(node);
        nodes.Remove(key);
    }

    public List<long> Keys()
    {
        return recent.Select(entry => entry.Key).ToList();
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A map whose past versions can be read.</summary>
public class VersionedMap
{
    // Every version is kept whole, which makes reading one simple.
    private readonly List<Dictionary<string, string>> versions =
        new List<Dictionary<string, string>> { new Dictionary<string, string>() };

    public long Put(string key, string value)
    {
        var next = new Dictionary<string, string>(versions.Last());
        next[key] = value;
        return Add(next);
    }

    public long Remove(string key)
    {
        var next = new Dictionary<string, string>(versions.Last());
        if (!next.Remove(key)) throw new KeyNotFoundException(key);
        return Add(next);
    }

    public string Get(string key, long version)
    {
        return Value(At(version), key);
    }

    public long Size(long version)
    {
        return At(version).Count;
    }

    public HashSet<string> Changed(long version)
    {
        Dictionary<string, string> before = At(version);
        Dictionary<string, string> now = versions.Last();
        return new HashSet<string>(before.Keys.Union(now.Keys).Where(key => Value(before, key) != Value(now, key)));
    }

    private long Add(Dictionary<string, string> next)
    {
        versions.Add(next);
        return versions.Count - 1;
    }

    private Dictionary<string, string> At(long version)
    {
        if (version < 0 || version >= versions.Count) throw new ArgumentOutOfRangeException("no such version");
        return versions[(int)version];
    }

    private static string Value(Dictionary<string, string> map, string key)
    {
        string value;
        return map.TryGetValue(key, out value) ? value : null;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Roles with permissions that inherit from each other.</summary>
public class AccessPolicy
{
    private readonly Dictionary<string, HashSet<string>> own = new Dictionary<string, HashSet<string>>();
    private readonly Dictionary<string, HashSet<string>> parents = new Dictionary<string, HashSet<string>>();

    public void Define(string role)
    {
        if (own.ContainsKey(role)) throw new InvalidOperationException("the role exists already");
        own[role] = new HashSet<string>();
        parents[role] = new HashSet<string>();
    }

    public void Inherit(string role, string parent)
    {
        // The look-up of a role that does not exist throws.
        HashSet<string> known = parents[role];
        if (Lineage(parent).Contains(role)) throw new ArgumentException("a role cannot inherit from itself");
        known.Add(parent);
    }

    public void Grant(string role, string permission)
    {
        own[role].Add(permission);
    }

    public void Revoke(string role, string permission)
    {
        if (!own[role].Remove(permission)) throw new KeyNotFoundException(permission);
    }

    public HashSet<string> Permissions(string role)
    {
        return new HashSet<string>(Lineage(role).SelectMany(each => own[each]));
    }

    public void Require(string role, string permission)
    {
        if (!Permissions(role).Contains(permission))
        {
            throw new UnauthorizedAccessException("the role lacks the permission " + permission);
        }
    }

    /// <summary>Returns the role and all roles it inherits from.</summary>
    private List<string> Lineage(string role)
    {
        if (!own.ContainsKey(role)) throw new KeyNotFoundException(role);
        var lineage = new List<string> { role };
        for (int index = 0; index < lineage.Count; index++)
        {
            lineage.AddRange(parents[lineage[index]].Where(parent => !lineage.Contains(parent)).ToList());
        }
        return lineage;
    }
}

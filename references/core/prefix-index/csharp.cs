using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A trie over code points that counts the words below each node.</summary>
public class PrefixIndex
{
    private sealed class Node
    {
        public readonly SortedDictionary<int, Node> Children = new SortedDictionary<int, Node>();
        public bool IsWord;
        public long Words;
    }

    private readonly Node root = new Node();

    public bool Add(string word)
    {
        if (word == "") throw new ArgumentException("a word must not be empty");
        var path = new List<Node> { root };
        foreach (int symbol in CodePoints(word))
        {
            Node last = path[path.Count - 1];
            if (!last.Children.ContainsKey(symbol)) last.Children[symbol] = new Node();
            path.Add(last.Children[symbol]);
        }
        return Mark(path, true);
    }

    public void Remove(string word)
    {
        List<Node> path = Path(word);
        if (path == null || !Mark(path, false)) throw new KeyNotFoundException(word);
    }

    public long Count(string prefix)
    {
        List<Node> path = Path(prefix);
        return path == null ? 0 : path[path.Count - 1].Words;
    }

    public List<string> Complete(string prefix, long limit)
    {
        if (limit < 0) throw new ArgumentException("limit must not be negative");
        var found = new List<string>();
        List<Node> path = Path(prefix);
        if (path != null) Collect(path[path.Count - 1], prefix, limit, found);
        return found;
    }

    /// <summary>Makes the end of a path a word or none; tells whether that changed anything.</summary>
    private static bool Mark(List<Node> path, bool isWord)
    {
        Node end = path[path.Count - 1];
        if (end.IsWord == isWord) return false;
        end.IsWord = isWord;
        foreach (Node node in path) node.Words += isWord ? 1 : -1;
        return true;
    }

    /// <summary>Returns the nodes along a text; null if it leads nowhere.</summary>
    private List<Node> Path(string text)
    {
        var path = new List<Node> { root };
        foreach (int symbol in CodePoints(text))
        {
            Node child;
            if (!path[path.Count - 1].Children.TryGetValue(symbol, out child)) return null;
            path.Add(child);
        }
        return path;
    }

    private static void Collect(Node node, string text, long limit, List<string> found)
    {
        if (found.Count >= limit) return;
        if (node.IsWord) found.Add(text);
        foreach (var child in node.Children)
        {
            Collect(child.Value, text + char.ConvertFromUtf32(child.Key), limit, found);
        }
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (int at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            yield return char.ConvertToUtf32(text, at);
        }
    }
}

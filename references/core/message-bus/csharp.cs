using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Topics, their readers, and the mailboxes of these.</summary>
public class MessageBus
{
    private sealed class Mailbox
    {
        public readonly Queue<ValueTuple<string, string>> Messages = new Queue<ValueTuple<string, string>>();
        public long Dropped;
    }

    private readonly long capacity;
    private readonly Dictionary<string, Mailbox> mailboxes = new Dictionary<string, Mailbox>();
    private readonly Dictionary<string, HashSet<string>> subscriptions = new Dictionary<string, HashSet<string>>();

    public MessageBus(long capacity)
    {
        if (capacity < 1) throw new ArgumentException("capacity must be at least 1");
        this.capacity = capacity;
    }

    public void Subscribe(string reader, string topic)
    {
        if (!subscriptions.ContainsKey(topic)) subscriptions[topic] = new HashSet<string>();
        if (!subscriptions[topic].Add(reader)) throw new InvalidOperationException("subscribed already");
        if (!mailboxes.ContainsKey(reader)) mailboxes[reader] = new Mailbox();
    }

    public void Unsubscribe(string reader, string topic)
    {
        // The look-up of a topic that nobody ever had throws, too.
        if (!subscriptions[topic].Remove(reader)) throw new KeyNotFoundException(reader);
    }

    public long Publish(string topic, string text)
    {
        HashSet<string> readers = Readers(topic);
        foreach (Mailbox mailbox in readers.Select(reader => mailboxes[reader]))
        {
            mailbox.Messages.Enqueue(ValueTuple.Create(topic, text));
            if (mailbox.Messages.Count > capacity)
            {
                mailbox.Messages.Dequeue();
                mailbox.Dropped++;
            }
        }
        return readers.Count;
    }

    public List<ValueTuple<string, string>> Fetch(string reader)
    {
        Mailbox mailbox = mailboxes[reader];
        List<ValueTuple<string, string>> messages = mailbox.Messages.ToList();
        mailbox.Messages.Clear();
        return messages;
    }

    public long Dropped(string reader)
    {
        return mailboxes[reader].Dropped;
    }

    public HashSet<string> Readers(string topic)
    {
        HashSet<string> readers;
        return subscriptions.TryGetValue(topic, out readers) ? new HashSet<string>(readers) : new HashSet<string>();
    }
}

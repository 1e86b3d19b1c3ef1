using System;
using System.Collections.Generic;
using System.Linq;

public class OrderEvent
{
    public string Kind { get; set; }
    public long Amount { get; set; }
}

public class Order
{
    public string Status { get; set; }
    public long Held { get; set; }
}

static class Solution
{
    private static readonly Dictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["pay"] = new[] { "new" },
        ["ship"] = new[] { "paid" },
        ["cancel"] = new[] { "new", "paid" },
        ["return"] = new[] { "shipped" },
    };

    /// <summary>Returns the order after all events.</summary>
    public static Order FollowOrder(long price, List<OrderEvent> events)
    {
        if (price < 1) throw new ArgumentException("price must be at least 1");
        var order = new Order { Status = "new", Held = 0 };
        foreach (OrderEvent each in events)
        {
            string[] statuses;
            if (!Allowed.TryGetValue(each.Kind, out statuses)) throw new ArgumentException("unknown kind of event");
            if (!statuses.Contains(order.Status)) throw new InvalidOperationException("not allowed in this status");
            switch (each.Kind)
            {
                case "pay":
                    if (each.Amount < 1) throw new ArgumentOutOfRangeException("a payment must be at least 1");
                    order.Held += each.Amount;
                    if (order.Held >= price) order.Status = "paid";
                    break;
                case "ship":
                    order.Status = "shipped";
                    break;
                case "cancel":
                    order = new Order { Status = "cancelled", Held = 0 };
                    break;
                default:
                    if (each.Amount < 1 || each.Amount > order.Held)
                    {
                        throw new ArgumentOutOfRangeException("not an amount to return");
                    }
                    order = new Order { Status = "returned", Held = order.Held - each.Amount };
                    break;
            }
        }
        return order;
    }
}

class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}

const ALLOWED = new Map([
  ["pay", ["new"]],
  ["ship", ["paid"]],
  ["cancel", ["new", "paid"]],
  ["return", ["shipped"]],
]);

/** Returns the order after all events. */
function followOrder(price, events) {
  if (price < 1n) throw new InvalidArgumentError("price must be at least 1");
  let order = { status: "new", held: 0n };
  for (const { kind, amount } of events) {
    const statuses = ALLOWED.get(kind);
    if (statuses === undefined) throw new InvalidArgumentError("unknown kind of event");
    if (!statuses.includes(order.status)) throw new InvalidStateError("the status does not allow this event");
    if (kind === "pay") {
      if (amount < 1n) throw new RangeError("a payment must be at least 1");
      const held = order.held + amount;
      order = { status: held >= price ? "paid" : "new", held };
    } else if (kind === "ship") {
      order = { ...order, status: "shipped" };
    } else if (kind === "cancel") {
      order = { status: "cancelled", held: 0n };
    } else {
      if (amount < 1n || amount > order.held) throw new RangeError("not an amount to return");
      order = { status: "returned", held: order.held - amount };
    }
  }
  return order;
}

class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}

/** Returns how many coins of each value are paid. */
function payOut(amount: bigint, stock: Map<bigint, bigint>): Map<bigint, bigint> {
  const coins = [...stock].sort(([left], [right]) => (left < right ? 1 : -1));
  if (amount < 0n || coins.some(([value, available]) => value < 1n || available < 0n)) {
    throw new InvalidArgumentError("amount, values and numbers must not be negative");
  }
  const paid = new Map<bigint, bigint>();
  let left = amount;
  for (const [value, available] of coins) {
    const fitting = left / value;
    const number = fitting < available ? fitting : available;
    if (number > 0n) paid.set(value, number);
    left -= number * value;
  }
  if (left !== 0n) throw new InvalidStateError("the amount cannot be paid exactly");
  return paid;
}

class InvalidArgumentError extends Error {}
class ArithmeticError extends Error {}

/** Returns the total of each currency, sorted by currency. */
function moneyTotals(amounts) {
  if (!amounts.every(({ currency }) => /^[A-Z]{3}$/.test(currency))) {
    throw new InvalidArgumentError("a currency must be three letters");
  }
  const totals = new Map();
  for (const { currency, cents } of amounts) {
    const total = (totals.get(currency) ?? 0n) + cents;
    if (BigInt.asIntN(64, total) !== total) throw new ArithmeticError("a total leaves 64 bits");
    totals.set(currency, total);
  }
  return [...totals.keys()].sort().map((currency) => ({ currency, cents: totals.get(currency) }));
}

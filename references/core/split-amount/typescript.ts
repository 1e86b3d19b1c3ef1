class InvalidArgumentError extends Error {}
class ArithmeticError extends Error {}

/** Splits an amount in proportion to weights without losing a cent. */
function splitAmount(amount: bigint, weights: bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new InvalidArgumentError("weights must not be negative");
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new ArithmeticError("the weights add up to zero");
  const sign = amount < 0n ? -1n : 1n;
  const size = amount * sign;
  const shares = weights.map((weight) => (size * weight) / total);
  const lost = weights.map((weight) => (size * weight) % total);
  const left = size - shares.reduce((sum, share) => sum + share, 0n);
  const order = weights.map((_, person) => person);
  order.sort((first, second) => (lost[first] > lost[second] ? -1 : lost[first] < lost[second] ? 1 : 0));
  for (const person of order.slice(0, Number(left))) shares[person] += 1n;
  return shares.map((share) => sign * share);
}

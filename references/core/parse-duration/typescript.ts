class InvalidArgumentError extends Error {}

const UNITS = [86_400_000n, 3_600_000n, 60_000n, 1000n, 1n];
const PARTS = /^(-?)(?=.)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?$/;

/** Returns a duration such as "1h30m" in milliseconds. */
function parseDuration(text: string): bigint {
  const match = PARTS.exec(text);
  if (match === null) throw new InvalidArgumentError("not a duration: " + text);
  const total = UNITS.reduce((sum, unit, index) => sum + BigInt(match[index + 2] ?? 0) * unit, 0n);
  const result = match[1] === "-" ? -total : total;
  if (BigInt.asIntN(64, result) !== result) throw new InvalidArgumentError("the duration does not fit in 64 bits");
  return result;
}

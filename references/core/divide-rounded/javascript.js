class InvalidArgumentError extends Error {}
class ArithmeticError extends Error {}

const MODES = ["floor", "ceiling", "truncate", "half_away", "half_even"];

/** Divides exactly and rounds the quotient in the way the mode names. */
function divideRounded(dividend, divisor, mode) {
  if (!MODES.includes(mode)) throw new InvalidArgumentError("unknown rounding mode: " + mode);
  if (divisor === 0n) throw new ArithmeticError("division by zero");
  const truncated = dividend / divisor;
  const remainder = dividend % divisor;
  const quotient = remainder === 0n ? truncated : truncated + step(truncated, remainder, divisor, mode);
  if (BigInt.asIntN(64, quotient) !== quotient) throw new ArithmeticError("the quotient does not fit in 64 bits");
  return quotient;
}

/** Returns what to add to the truncated quotient of a division with a remainder. */
function step(truncated, remainder, divisor, mode) {
  const away = remainder < 0n === divisor < 0n ? 1n : -1n;
  if (mode === "truncate") return 0n;
  if (mode === "floor") return away < 0n ? away : 0n;
  if (mode === "ceiling") return away > 0n ? away : 0n;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const whole = divisor < 0n ? -divisor : divisor;
  if (twice !== whole) return twice > whole ? away : 0n;
  return mode === "half_away" || truncated % 2n !== 0n ? away : 0n;
}

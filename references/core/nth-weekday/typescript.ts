class InvalidArgumentError extends Error {}

/** Returns the day of the n-th weekday of a month, or null if there is none. */
function nthWeekday(year: bigint, month: bigint, weekday: bigint, n: bigint): bigint | null {
  if (year < 1n || year > 9999n) throw new InvalidArgumentError("year must be from 1 to 9999");
  if (month < 1n || month > 12n) throw new InvalidArgumentError("month must be from 1 to 12");
  if (weekday < 0n || weekday > 6n) throw new InvalidArgumentError("weekday must be from 0 to 6");
  if (n === 0n) throw new InvalidArgumentError("n must not be zero");
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month), 0);
  const length = BigInt(date.getUTCDate());
  date.setUTCDate(1);
  const firstWeekday = BigInt((date.getUTCDay() + 6) % 7);
  const first = 1n + ((weekday - firstWeekday + 7n) % 7n);
  const last = first + 7n * ((length - first) / 7n);
  const day = n > 0n ? first + 7n * (n - 1n) : last + 7n * (n + 1n);
  return day >= 1n && day <= length ? day : null;
}

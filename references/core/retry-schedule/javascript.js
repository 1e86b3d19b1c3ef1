class InvalidArgumentError extends Error {}

/** Returns the delays of an exponential back-off that fit into the budget. */
function retrySchedule(base, factor, cap, attempts, budget) {
  if (base < 1n || factor < 1n) throw new InvalidArgumentError("base and factor must be at least 1");
  if (cap < base) throw new InvalidArgumentError("cap must not be less than base");
  if (attempts < 0n || budget < 0n) throw new InvalidArgumentError("attempts and budget must not be negative");
  const delays = [];
  let delay = base;
  let left = budget;
  while (BigInt(delays.length) < attempts && delay <= left) {
    delays.push(delay);
    left -= delay;
    delay = delay * factor < cap ? delay * factor : cap;
  }
  return delays;
}

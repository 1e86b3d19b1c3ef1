class InvalidArgumentError extends Error {}

/** Returns the fewest stamps that add up to the postage, largest first, or null. */
function fewestStamps(values, postage) {
  const descending = [...values].sort((left, right) => right - left);
  if (postage < 0 || descending.some((value) => value < 1)) {
    throw new InvalidArgumentError("values must be positive");
  }
  const counts = [0];
  for (let total = 1; total <= postage; total++) {
    // One more than infinitely many is as many.
    const fewer = descending.filter((value) => value <= total).map((value) => counts[total - value] + 1);
    counts.push(Math.min(...fewer));
  }
  if (counts[postage] === Infinity) return null;
  const stamps = [];
  let left = postage;
  for (const value of descending) {
    while (left >= value && counts[left - value] === counts[left] - 1) {
      stamps.push(value);
      left -= value;
    }
  }
  return stamps;
}

class InvalidArgumentError extends Error {}

/** Returns the final number and how many steps were clipped. */
function saturatingWalk(
  start,
  steps,
  low,
  high,
) {
  const lowest = low ?? -(2n ** 63n);
  const highest = high ?? 2n ** 63n - 1n;
  if (lowest > highest) throw new InvalidArgumentError("low must not be above high");
  if (start < lowest || start > highest) throw new RangeError("start must be within the limits");
  let number = start;
  let clipped = 0n;
  for (const step of steps) {
    number += step;
    if (number >= lowest && number <= highest) continue;
    number = number < lowest ? lowest : highest;
    clipped += 1n;
  }
  return [number, clipped];
}

class InvalidArgumentError extends Error {}

/** Counts the pairs in the wrong order that are at most window apart. */
function countInversions(numbers, window) {
  if (window < 1n) throw new InvalidArgumentError("window must be at least 1");
  const reach = window > BigInt(numbers.length) ? numbers.length : Number(window);
  let total = 0n;
  for (let right = 0; right < numbers.length; right++) {
    for (let left = Math.max(0, right - reach); left < right; left++) {
      if (numbers[left] > numbers[right]) total += 1n;
    }
  }
  return total;
}

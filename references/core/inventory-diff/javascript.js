class InvalidArgumentError extends Error {}

/** Returns the changes between two inventories, sorted by name. */
function inventoryDiff(before, after) {
  if ([...before.values(), ...after.values()].some((amount) => amount < 0n)) {
    throw new InvalidArgumentError("amounts must not be negative");
  }
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareCodePoints);
  return names
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function compareCodePoints(left, right) {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0) - b[index].codePointAt(0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

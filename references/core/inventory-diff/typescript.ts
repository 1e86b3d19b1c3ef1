class InvalidArgumentError extends Error {}

interface Change {
  name: string;
  before: bigint | null;
  after: bigint | null;
}

/** Returns the changes between two inventories, sorted by name. */
function inventoryDiff(before: Map<string, bigint>, after: Map<string, bigint>): Change[] {
  if ([...before.values(), ...after.values()].some((amount) => amount < 0n)) {
    throw new InvalidArgumentError("amounts must not be negative");
  }
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareCodePoints);
  return names
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function compareCodePoints(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0)! - b[index].codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

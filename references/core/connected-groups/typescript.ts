class InvalidArgumentError extends Error {}

/** Returns the groups of linked items, the larger groups first. */
function connectedGroups(count: number, links: [number, number][]): number[][] {
  if (count < 0) throw new InvalidArgumentError("count must not be negative");
  const parent = Array.from({ length: count }, (_, item) => item);
  const find = (item: number): number => {
    while (parent[item] !== item) item = parent[item];
    return item;
  };
  for (const [left, right] of links) {
    if (Math.min(left, right) < 0 || Math.max(left, right) >= count) {
      throw new RangeError("link to an item that does not exist");
    }
    parent[find(left)] = find(right);
  }
  const groups = new Map<number, number[]>();
  for (let item = 0; item < count; item++) {
    const root = find(item);
    groups.set(root, [...(groups.get(root) ?? []), item]);
  }
  return [...groups.values()].sort((left, right) => right.length - left.length || left[0] - right[0]);
}

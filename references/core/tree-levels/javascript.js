class InvalidArgumentError extends Error {}

/** Returns the nodes of a tree level by level. */
function treeLevels(parents) {
  const children = new Map();
  let level = [];
  parents.forEach((parent, index) => {
    if (parent === null) {
      level.push(BigInt(index));
      return;
    }
    if (parent < 0n || parent >= BigInt(parents.length)) throw new RangeError("a parent does not exist");
    children.set(parent, [...(children.get(parent) ?? []), BigInt(index)]);
  });
  if (parents.length === 0) return [];
  if (level.length !== 1) throw new InvalidArgumentError("a tree has exactly one root");
  const levels = [];
  let reached = 0;
  while (level.length > 0) {
    levels.push(level);
    reached += level.length;
    level = level.flatMap((node) => children.get(node) ?? []).sort((left, right) => (left < right ? -1 : 1));
  }
  if (reached < parents.length) throw new InvalidArgumentError("some nodes cannot be reached from the root");
  return levels;
}

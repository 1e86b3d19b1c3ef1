class InvalidArgumentError extends Error {}

/** Returns the members of at least and at most so many groups. */
function sharedMembers(groups: Set<bigint>[], least: bigint, most: bigint | null): Set<bigint> {
  if (least < 1n || (most !== null && most < least)) throw new InvalidArgumentError("the bounds are out of order");
  const counts = new Map<bigint, bigint>();
  for (const group of groups) {
    for (const member of group) counts.set(member, (counts.get(member) ?? 0n) + 1n);
  }
  const shared = [...counts].filter(([, count]) => count >= least && (most === null || count <= most));
  return new Set(shared.map(([member]) => member));
}

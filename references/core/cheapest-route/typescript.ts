class InvalidArgumentError extends Error {}

interface Route {
  total: bigint;
  towns: bigint[];
}

/** Returns price and towns of the cheapest route, or null if there is none. */
function cheapestRoute(
  count: bigint,
  roads: [bigint, bigint, bigint][],
  start: bigint,
  goal: bigint,
): [bigint, bigint[]] | null {
  const towns = [start, goal, ...roads.flatMap(([source, target]) => [source, target])];
  if (towns.some((town) => town < 0n || town >= count)) throw new RangeError("not a town");
  const leaving = new Map<bigint, [bigint, bigint][]>();
  for (const [source, target, price] of roads) {
    if (price < 0n) throw new InvalidArgumentError("a price must not be negative");
    leaving.set(source, [...(leaving.get(source) ?? []), [target, price]]);
  }
  const done = new Set<bigint>();
  const queue: Route[] = [{ total: 0n, towns: [start] }];
  while (queue.length > 0) {
    const best = queue.reduce((first, route, index) => (compareRoutes(route, queue[first]) < 0 ? index : first), 0);
    const [route] = queue.splice(best, 1);
    const town = route.towns[route.towns.length - 1];
    if (town === goal) return [route.total, route.towns];
    if (done.has(town)) continue;
    done.add(town);
    for (const [target, price] of leaving.get(town) ?? []) {
      if (!done.has(target)) queue.push({ total: route.total + price, towns: [...route.towns, target] });
    }
  }
  return null;
}

/** Orders routes by price, then by number of towns, then town by town. */
function compareRoutes(left: Route, right: Route): number {
  if (left.total !== right.total) return left.total < right.total ? -1 : 1;
  if (left.towns.length !== right.towns.length) return left.towns.length - right.towns.length;
  const index = left.towns.findIndex((town, position) => town !== right.towns[position]);
  if (index < 0) return 0;
  return left.towns[index] < right.towns[index] ? -1 : 1;
}

class InvalidArgumentError extends Error {}

/** Returns the modules so that each comes after all it needs. */
function buildOrder(needs) {
  const missing = new Map();
  for (const [module, others] of needs) {
    missing.set(module, new Set(others));
    for (const other of others) {
      if (!needs.has(other)) missing.set(other, new Set());
    }
  }
  const order = [];
  while (missing.size > 0) {
    const ready = [...missing.keys()].filter((module) => missing.get(module).size === 0);
    if (ready.length === 0) throw new InvalidArgumentError("the needs form a circle");
    const next = ready.reduce((first, module) => (compareCodePoints(module, first) < 0 ? module : first));
    order.push(next);
    missing.delete(next);
    for (const others of missing.values()) others.delete(next);
  }
  return order;
}

function compareCodePoints(left, right) {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = a[index].codePointAt(0) - b[index].codePointAt(0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

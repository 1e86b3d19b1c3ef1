class InvalidArgumentError extends Error {}

/** Turns an identifier of any common style into snake case. */
function snakeCase(identifier: string): string {
  if (!/^[A-Za-z0-9_-]*$/.test(identifier)) throw new InvalidArgumentError("not an identifier");
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .split(/[_-]+/)
    .filter((word) => word !== "")
    .join("_")
    .toLowerCase();
}

class InvalidArgumentError extends Error {}

/** Returns the points closest to the centre, nearest first. */
function closestPoints(points, centre, number) {
  if (number < 0) throw new InvalidArgumentError("number must not be negative");
  const ranked = points.map((point) => {
    // A squared distance takes up to 63 bits, more than a double holds.
    const dx = BigInt(point.x - centre.x);
    const dy = BigInt(point.y - centre.y);
    return { point, distance: dx * dx + dy * dy };
  });
  ranked.sort((left, right) => {
    if (left.distance !== right.distance) return left.distance < right.distance ? -1 : 1;
    return left.point.x - right.point.x || left.point.y - right.point.y;
  });
  return ranked.slice(0, number).map(({ point }) => point);
}

class InvalidArgumentError extends Error {}

/** Returns the value of a piecewise linear function. */
function interpolate(points: [number, number][], position: number): number {
  if (points.length === 0) throw new InvalidArgumentError("there are no points");
  points.forEach(([x], index) => {
    if (!Number.isFinite(x)) throw new InvalidArgumentError("an x is not finite");
    if (index > 0 && points[index - 1][0] >= x) throw new InvalidArgumentError("the x are not strictly ascending");
  });
  if (Number.isNaN(position)) return NaN;
  if (position <= points[0][0]) return points[0][1];
  for (let index = 1; index < points.length; index++) {
    const [x0, y0] = points[index - 1];
    const [x1, y1] = points[index];
    if (position < x1) return y0 + ((y1 - y0) * (position - x0)) / (x1 - x0);
  }
  return points[points.length - 1][1];
}

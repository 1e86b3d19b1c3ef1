class InvalidArgumentError extends Error {}

/** Returns the mean of the values between the trimmed ends. */
function trimmedMean(values: number[], trim: number): number | null {
  if (!(trim >= 0 && trim < 0.5)) throw new InvalidArgumentError("trim must be at least 0 and less than 0.5");
  const ordered = values.filter((value) => !Number.isNaN(value)).sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  if (ordered.length === 0) return null;
  const cut = Math.floor(ordered.length * trim);
  const kept = ordered.slice(cut, ordered.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

class InvalidArgumentError extends Error {}

/** Returns the text without its middle where it is longer than width. */
function shortenMiddle(text: string, width: bigint): string {
  if (width < 1n) throw new InvalidArgumentError("width must be at least 1");
  const points = [...text];
  if (BigInt(points.length) <= width) return text;
  const head = Number(width / 2n);
  const tail = Number(width) - 1 - head;
  return [...points.slice(0, head), "…", ...points.slice(points.length - tail)].join("");
}

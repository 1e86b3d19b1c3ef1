class InvalidArgumentError extends Error {}

/** Breaks a text into lines of at most width code points. */
function wrapText(text: string, width: bigint): string[] {
  if (width < 1n) throw new InvalidArgumentError("width must be at least 1");
  const limit = Number(width);
  const lines: string[][] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const symbols = [...word];
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + symbols.length <= limit) {
      last.push(" ", ...symbols);
      continue;
    }
    for (let start = 0; start < symbols.length; start += limit) lines.push(symbols.slice(start, start + limit));
  }
  return lines.map((line) => line.join(""));
}

class InvalidArgumentError extends Error {}

const BYTES_PER_LINE = 8;

/** Returns the lines of a hex dump. */
function hexDump(data, start) {
  if (start < 0n) throw new InvalidArgumentError("start must not be negative");
  const lines = [];
  for (let position = 0; position < data.length; position += BYTES_PER_LINE) {
    const chunk = [...data.slice(position, position + BYTES_PER_LINE)];
    const offset = (start + BigInt(position)).toString(16).padStart(4, "0");
    const digits = chunk.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const shown = chunk.map((byte) => (byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : ".")).join("");
    lines.push(`${offset}: ${digits.padEnd(23)}  ${shown}`);
  }
  return lines;
}

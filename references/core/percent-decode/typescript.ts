class InvalidArgumentError extends Error {}

/** Returns the bytes that a text with percent signs stands for. */
function percentDecode(text: string, plusIsSpace: boolean): Uint8Array {
  const decoded: number[] = [];
  const points = [...text];
  for (let index = 0; index < points.length; index++) {
    if (points[index] === "%") {
      const digits = points.slice(index + 1, index + 3).join("");
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw new InvalidArgumentError("a percent sign needs two hexadecimal digits");
      }
      decoded.push(parseInt(digits, 16));
      index += 2;
    } else {
      decoded.push(...utf8(points[index] === "+" && plusIsSpace ? " " : points[index]));
    }
  }
  return Uint8Array.from(decoded);
}

function utf8(symbol: string): number[] {
  const point = symbol.codePointAt(0)!;
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}

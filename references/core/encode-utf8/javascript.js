class InvalidArgumentError extends Error {}

/** Encodes code points as UTF-8. */
function encodeUtf8(codePoints) {
  const encoded = [];
  for (const wide of codePoints) {
    if (wide < 0n || wide > 0x10ffffn) throw new RangeError("not a code point");
    const point = Number(wide);
    if (point >= 0xd800 && point <= 0xdfff) throw new InvalidArgumentError("a surrogate cannot be encoded");
    const tail = (shift) => 0x80 | ((point >> shift) & 0x3f);
    if (point < 0x80) encoded.push(point);
    else if (point < 0x800) encoded.push(0xc0 | (point >> 6), tail(0));
    else if (point < 0x10000) encoded.push(0xe0 | (point >> 12), tail(6), tail(0));
    else encoded.push(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
  }
  return Uint8Array.from(encoded);
}

class InvalidArgumentError extends Error {}

/** Bits of a fixed number. */
class BitField {
  #bits;

  constructor(size) {
    if (size < 0) throw new InvalidArgumentError("size must not be negative");
    this.#bits = new Array(size).fill(false);
  }

  get(index) {
    this.#check(index);
    return this.#bits[index];
  }

  put(index, bit) {
    this.#check(index);
    this.#bits[index] = bit;
  }

  fill(start, end, bit) {
    if (start < 0 || end < start || end > this.#bits.length) throw new RangeError("there are no such bits");
    this.#bits.fill(bit, start, end);
  }

  ones() {
    return this.#bits.filter((bit) => bit).length;
  }

  pack() {
    const packed = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, index) => {
      if (bit) packed[index >> 3] |= 1 << (index & 7);
    });
    return packed;
  }

  #check(index) {
    if (index < 0 || index >= this.#bits.length) throw new RangeError("there is no such bit");
  }
}

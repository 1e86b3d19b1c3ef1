class InvalidArgumentError extends Error {}

/** Bits of a fixed number. */
class BitField {
  #bits: boolean[];

  constructor(size: number) {
    if (size < 0) throw new InvalidArgumentError("size must not be negative");
    this.#bits = new Array(size).fill(false);
  }

  get(index: number): boolean {
    this.#check(index);
    return this.#bits[index];
  }

  put(index: number, bit: boolean): void {
    this.#check(index);
    this.#bits[index] = bit;
  }

  fill(start: number, end: number, bit: boolean): void {
    if (start < 0 || end < start || end > this.#bits.length) throw new RangeError("there are no such bits");
    this.#bits.fill(bit, start, end);
  }

  ones(): number {
    return this.#bits.filter((bit) => bit).length;
  }

  pack(): Uint8Array {
    const packed = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, index) => {
      if (bit) packed[index >> 3] |= 1 << (index & 7);
    });
    return packed;
  }

  #check(index: number): void {
    if (index < 0 || index >= this.#bits.length) throw new RangeError("there is no such bit");
  }
}

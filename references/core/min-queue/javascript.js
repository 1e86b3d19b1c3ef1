/** A queue that keeps the candidates for its minimum in a second queue. */
class MinQueue {
  #values = [];
  #candidates = [];
  #firstValue = 0;
  #firstCandidate = 0;

  push(value) {
    while (this.#candidates.length > this.#firstCandidate && this.#candidates[this.#candidates.length - 1] > value) {
      this.#candidates.pop();
    }
    this.#candidates.push(value);
    this.#values.push(value);
  }

  pop() {
    if (this.#firstValue === this.#values.length) throw new RangeError("pop from an empty queue");
    const value = this.#values[this.#firstValue];
    this.#firstValue += 1;
    if (value === this.#candidates[this.#firstCandidate]) this.#firstCandidate += 1;
    return value;
  }

  minimum() {
    if (this.#firstValue === this.#values.length) throw new RangeError("minimum of an empty queue");
    return this.#candidates[this.#firstCandidate];
  }

  size() {
    return BigInt(this.#values.length - this.#firstValue);
  }
}

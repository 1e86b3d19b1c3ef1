class InvalidArgumentError extends Error {}

/** A map from integers to texts, filled by half-open intervals. */
class IntervalMap {
  #sorted = [];

  assign(start, end, value) {
    this.clear(start, end);
    this.#sorted.push([start, end, value]);
    this.#sorted.sort((left, right) => (left[0] < right[0] ? -1 : 1));
    const merged = [];
    for (const [low, high, text] of this.#sorted) {
      const last = merged[merged.length - 1];
      if (last !== undefined && last[1] === low && last[2] === text) last[1] = high;
      else merged.push([low, high, text]);
    }
    this.#sorted = merged;
  }

  clear(start, end) {
    if (start >= end) throw new InvalidArgumentError("start must be less than end");
    this.#sorted = this.#sorted.flatMap(([low, high, value]) => {
      const before = [low, high < start ? high : start, value];
      const after = [low > end ? low : end, high, value];
      return [before, after].filter((span) => span[0] < span[1]);
    });
  }

  get(point) {
    const span = this.#sorted.find(([low, high]) => low <= point && point < high);
    return span === undefined ? null : span[2];
  }

  spans() {
    return this.#sorted.map(([low, high, value]) => [low, high, value]);
  }
}

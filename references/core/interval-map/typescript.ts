class InvalidArgumentError extends Error {}

type Span = [bigint, bigint, string];

/** A map from integers to texts, filled by half-open intervals. */
class IntervalMap {
  private sorted: Span[] = [];

  assign(start: bigint, end: bigint, value: string): void {
    this.clear(start, end);
    this.sorted.push([start, end, value]);
    this.sorted.sort((left, right) => (left[0] < right[0] ? -1 : 1));
    const merged: Span[] = [];
    for (const [low, high, text] of this.sorted) {
      const last = merged[merged.length - 1];
      if (last !== undefined && last[1] === low && last[2] === text) last[1] = high;
      else merged.push([low, high, text]);
    }
    this.sorted = merged;
  }

  clear(start: bigint, end: bigint): void {
    if (start >= end) throw new InvalidArgumentError("start must be less than end");
    this.sorted = this.sorted.flatMap(([low, high, value]) => {
      const before: Span = [low, high < start ? high : start, value];
      const after: Span = [low > end ? low : end, high, value];
      return [before, after].filter((span) => span[0] < span[1]);
    });
  }

  get(point: bigint): string | null {
    const span = this.sorted.find(([low, high]) => low <= point && point < high);
    return span === undefined ? null : span[2];
  }

  spans(): Span[] {
    return this.sorted.map(([low, high, value]) => [low, high, value]);
  }
}

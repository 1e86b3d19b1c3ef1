class InvalidArgumentError extends Error {}

/** A text with a bounded history of its states. */
class UndoBuffer {
  private symbols: string[];
  private limit: bigint;
  private past: string[][] = [];
  private future: string[][] = [];

  constructor(initial: string, limit: bigint) {
    if (limit < 0n) throw new InvalidArgumentError("limit must not be negative");
    this.symbols = [...initial];
    this.limit = limit;
  }

  insert(position: bigint, addition: string): void {
    this.check(position, 0n);
    if (addition === "") return;
    const changed = [...this.symbols];
    changed.splice(Number(position), 0, ...addition);
    this.change(changed);
  }

  delete(position: bigint, count: bigint): string {
    this.check(position, count);
    if (count === 0n) return "";
    const changed = [...this.symbols];
    const removed = changed.splice(Number(position), Number(count));
    this.change(changed);
    return removed.join("");
  }

  text(): string {
    return this.symbols.join("");
  }

  undo(): boolean {
    const state = this.past.pop();
    if (state === undefined) return false;
    this.future.push(this.symbols);
    this.symbols = state;
    return true;
  }

  redo(): boolean {
    const state = this.future.pop();
    if (state === undefined) return false;
    this.past.push(this.symbols);
    this.symbols = state;
    return true;
  }

  private check(position: bigint, count: bigint): void {
    if (position < 0n || count < 0n || position + count > BigInt(this.symbols.length)) {
      throw new RangeError("outside the text");
    }
  }

  private change(symbols: string[]): void {
    this.past.push(this.symbols);
    if (BigInt(this.past.length) > this.limit) this.past.shift();
    this.future = [];
    this.symbols = symbols;
  }
}

class InvalidArgumentError extends Error {}

/** A text with a bounded history of its states. */
class UndoBuffer {
  #symbols;
  #limit;
  #past = [];
  #future = [];

  constructor(initial, limit) {
    if (limit < 0n) throw new InvalidArgumentError("limit must not be negative");
    this.#symbols = [...initial];
    this.#limit = limit;
  }

  insert(position, addition) {
    this.#check(position, 0n);
    if (addition === "") return;
    const changed = [...this.#symbols];
    changed.splice(Number(position), 0, ...addition);
    this.#change(changed);
  }

  delete(position, count) {
    this.#check(position, count);
    if (count === 0n) return "";
    const changed = [...this.#symbols];
    const removed = changed.splice(Number(position), Number(count));
    this.#change(changed);
    return removed.join("");
  }

  text() {
    return this.#symbols.join("");
  }

  undo() {
    const state = this.#past.pop();
    if (state === undefined) return false;
    this.#future.push(this.#symbols);
    this.#symbols = state;
    return true;
  }

  redo() {
    const state = this.#future.pop();
    if (state === undefined) return false;
    this.#past.push(this.#symbols);
    this.#symbols = state;
    return true;
  }

  #check(position, count) {
    if (position < 0n || count < 0n || position + count > BigInt(this.#symbols.length)) {
      throw new RangeError("outside the text");
    }
  }

  #change(symbols) {
    this.#past.push(this.#symbols);
    if (BigInt(this.#past.length) > this.#limit) this.#past.shift();
    this.#future = [];
    this.#symbols = symbols;
  }
}

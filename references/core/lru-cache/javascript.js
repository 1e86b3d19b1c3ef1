class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}

/** A bounded map that drops the entry used longest ago. */
class LruCache {
  #capacity;
  #entries = new Map();

  constructor(capacity) {
    if (capacity < 1n) throw new InvalidArgumentError("capacity must be at least 1");
    this.#capacity = capacity;
  }

  get(key) {
    const value = this.#entries.get(key);
    if (value === undefined) return null;
    this.#use(key, value);
    return value;
  }

  put(key, value) {
    let dropped = null;
    if (!this.#entries.has(key) && BigInt(this.#entries.size) >= this.#capacity) {
      for (const oldest of this.#entries.keys()) {
        dropped = oldest;
        this.#entries.delete(oldest);
        break;
      }
    }
    this.#use(key, value);
    return dropped;
  }

  remove(key) {
    if (!this.#entries.delete(key)) throw new NotFoundError("the key is not there");
  }

  keys() {
    return [...this.#entries.keys()].reverse();
  }

  /** Makes an entry the last one of the map, which keeps the order of insertion. */
  #use(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
  }
}

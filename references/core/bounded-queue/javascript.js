class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** A bounded queue of texts whose owner can close it. */
class BoundedQueue {
  #capacity;
  #texts = [];
  #closed = false;

  constructor(capacity) {
    if (capacity < 1n) throw new InvalidArgumentError("capacity must be at least 1");
    this.#capacity = capacity;
  }

  put(text) {
    if (this.#closed) throw new PermissionDeniedError("the queue is closed");
    if (this.size() >= this.#capacity) throw new InvalidStateError("the queue is full");
    this.#texts.push(text);
  }

  take() {
    const text = this.#texts.shift();
    if (text === undefined) throw new RangeError("the queue is empty");
    return text;
  }

  close() {
    if (this.#closed) throw new InvalidStateError("the queue is closed already");
    this.#closed = true;
  }

  size() {
    return BigInt(this.#texts.length);
  }

  finished() {
    return this.#closed && this.#texts.length === 0;
  }
}

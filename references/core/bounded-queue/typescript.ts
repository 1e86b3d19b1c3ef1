class InvalidArgumentError extends Error {}
class InvalidStateError extends Error {}
class PermissionDeniedError extends Error {}

/** A bounded queue of texts whose owner can close it. */
class BoundedQueue {
  private capacity: bigint;
  private texts: string[] = [];
  private closed = false;

  constructor(capacity: bigint) {
    if (capacity < 1n) throw new InvalidArgumentError("capacity must be at least 1");
    this.capacity = capacity;
  }

  put(text: string): void {
    if (this.closed) throw new PermissionDeniedError("the queue is closed");
    if (this.size() >= this.capacity) throw new InvalidStateError("the queue is full");
    this.texts.push(text);
  }

  take(): string {
    const text = this.texts.shift();
    if (text === undefined) throw new RangeError("the queue is empty");
    return text;
  }

  close(): void {
    if (this.closed) throw new InvalidStateError("the queue is closed already");
    this.closed = true;
  }

  size(): bigint {
    return BigInt(this.texts.length);
  }

  finished(): boolean {
    return this.closed && this.texts.length === 0;
  }
}

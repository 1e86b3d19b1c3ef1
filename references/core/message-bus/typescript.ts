class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}

interface Mailbox {
  messages: [string, string][];
  dropped: bigint;
}

/** Topics, their readers, and the mailboxes of these. */
class MessageBus {
  #capacity: bigint;
  #mailboxes = new Map<string, Mailbox>();
  #subscriptions = new Map<string, Set<string>>();

  constructor(capacity: bigint) {
    if (capacity < 1n) throw new InvalidArgumentError("capacity must be at least 1");
    this.#capacity = capacity;
  }

  subscribe(reader: string, topic: string): void {
    const readers = this.readers(topic);
    if (readers.has(reader)) throw new InvalidStateError("the reader is subscribed already");
    this.#subscriptions.set(topic, readers.add(reader));
    if (!this.#mailboxes.has(reader)) this.#mailboxes.set(reader, { messages: [], dropped: 0n });
  }

  unsubscribe(reader: string, topic: string): void {
    if (!this.#subscriptions.get(topic)?.delete(reader)) throw new NotFoundError("the reader is not subscribed");
  }

  publish(topic: string, text: string): bigint {
    const readers = this.readers(topic);
    for (const reader of readers) {
      const mailbox = this.#mailbox(reader);
      mailbox.messages.push([topic, text]);
      if (BigInt(mailbox.messages.length) > this.#capacity) {
        mailbox.messages.shift();
        mailbox.dropped += 1n;
      }
    }
    return BigInt(readers.size);
  }

  fetch(reader: string): [string, string][] {
    return this.#mailbox(reader).messages.splice(0);
  }

  dropped(reader: string): bigint {
    return this.#mailbox(reader).dropped;
  }

  readers(topic: string): Set<string> {
    return new Set(this.#subscriptions.get(topic));
  }

  #mailbox(reader: string): Mailbox {
    const mailbox = this.#mailboxes.get(reader);
    if (mailbox === undefined) throw new NotFoundError("there is no such reader");
    return mailbox;
  }
}

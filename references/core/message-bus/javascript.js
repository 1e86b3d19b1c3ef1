class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}

/** Topics, their readers, and the mailboxes of these. */
class MessageBus {
  #capacity;
  #mailboxes = new Map();
  #subscriptions = new Map();

  constructor(capacity) {
    if (capacity < 1n) throw new InvalidArgumentError("capacity must be at least 1");
    this.#capacity = capacity;
  }

  subscribe(reader, topic) {
    const readers = this.readers(topic);
    if (readers.has(reader)) throw new InvalidStateError("the reader is subscribed already");
    this.#subscriptions.set(topic, readers.add(reader));
    if (!this.#mailboxes.has(reader)) this.#mailboxes.set(reader, { messages: [], dropped: 0n });
  }

  unsubscribe(reader, topic) {
    if (!this.#subscriptions.get(topic)?.delete(reader)) throw new NotFoundError("the reader is not subscribed");
  }

  publish(topic, text) {
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

  fetch(reader) {
    return this.#mailbox(reader).messages.splice(0);
  }

  dropped(reader) {
    return this.#mailbox(reader).dropped;
  }

  readers(topic) {
    return new Set(this.#subscriptions.get(topic));
  }

  #mailbox(reader) {
    const mailbox = this.#mailboxes.get(reader);
    if (mailbox === undefined) throw new NotFoundError("there is no such reader");
    return mailbox;
  }
}

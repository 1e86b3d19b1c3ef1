class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}

/** Rooms and their bookings. */
class House {
  #rooms;
  #bookings = new Map();
  #latest = 0n;

  constructor(rooms) {
    this.#rooms = new Set(rooms);
  }

  book(room, start, end) {
    const free = this.free(start, end);
    if (!this.#rooms.has(room)) throw new NotFoundError("there is no such room");
    if (!free.has(room)) throw new InvalidStateError("the room is booked");
    this.#latest += 1n;
    this.#bookings.set(this.#latest, { room, start, end });
    return this.#latest;
  }

  cancel(number) {
    if (!this.#bookings.delete(number)) throw new NotFoundError("there is no such booking");
  }

  free(start, end) {
    if (start >= end) throw new InvalidArgumentError("a span must end after it starts");
    const free = new Set(this.#rooms);
    for (const booking of this.#bookings.values()) {
      if (booking.start < end && start < booking.end) free.delete(booking.room);
    }
    return free;
  }

  roomOf(number) {
    return this.#bookings.get(number)?.room ?? null;
  }
}

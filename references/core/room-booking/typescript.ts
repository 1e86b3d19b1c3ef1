class InvalidArgumentError extends Error {}
class NotFoundError extends Error {}
class InvalidStateError extends Error {}

/** Rooms and their bookings. */
class House {
  #rooms: Set<string>;
  #bookings = new Map<bigint, { room: string; start: bigint; end: bigint }>();
  #latest = 0n;

  constructor(rooms: Set<string>) {
    this.#rooms = new Set(rooms);
  }

  book(room: string, start: bigint, end: bigint): bigint {
    const free = this.free(start, end);
    if (!this.#rooms.has(room)) throw new NotFoundError("there is no such room");
    if (!free.has(room)) throw new InvalidStateError("the room is booked");
    this.#latest += 1n;
    this.#bookings.set(this.#latest, { room, start, end });
    return this.#latest;
  }

  cancel(number: bigint): void {
    if (!this.#bookings.delete(number)) throw new NotFoundError("there is no such booking");
  }

  free(start: bigint, end: bigint): Set<string> {
    if (start >= end) throw new InvalidArgumentError("a span must end after it starts");
    const free = new Set(this.#rooms);
    for (const booking of this.#bookings.values()) {
      if (booking.start < end && start < booking.end) free.delete(booking.room);
    }
    return free;
  }

  roomOf(number: bigint): string | null {
    return this.#bookings.get(number)?.room ?? null;
  }
}

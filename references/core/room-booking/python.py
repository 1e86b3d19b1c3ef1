from typing import Dict, Optional, Set, Tuple


class House:
    """Rooms and their bookings."""

    def __init__(self, rooms: Set[str]) -> None:
        self._rooms = set(rooms)
        self._bookings: Dict[int, Tuple[str, int, int]] = {}
        self._latest = 0

    def book(self, room: str, start: int, end: int) -> int:
        free = self.free(start, end)
        if room not in self._rooms:
            raise KeyError(room)
        if room not in free:
            raise RuntimeError("the room is booked")
        self._latest += 1
        self._bookings[self._latest] = room, start, end
        return self._latest

    def cancel(self, number: int) -> None:
        del self._bookings[number]

    def free(self, start: int, end: int) -> Set[str]:
        if start >= end:
            raise ValueError("a span must end after it starts")
        bookings = self._bookings.values()
        return self._rooms - {room for room, first, last in bookings if first < end and start < last}

    def room_of(self, number: int) -> Optional[str]:
        booking = self._bookings.get(number)
        return booking[0] if booking else None

<?php

/** Rooms and their bookings. */
class House
{
    private array $bookings = [];
    private int $latest = 0;

    public function __construct(private array $rooms)
    {
    }

    public function book(string $room, int $start, int $end): int
    {
        $free = $this->free($start, $end);
        if (!in_array($room, $this->rooms, true)) {
            throw new OutOfBoundsException('there is no such room');
        }
        if (!in_array($room, $free, true)) {
            throw new LogicException('the room is booked');
        }
        $this->latest++;
        $this->bookings[$this->latest] = [$room, $start, $end];
        return $this->latest;
    }

    public function cancel(int $number): void
    {
        if (!isset($this->bookings[$number])) {
            throw new OutOfBoundsException('there is no such booking');
        }
        unset($this->bookings[$number]);
    }

    public function free(int $start, int $end): array
    {
        if ($start >= $end) {
            throw new InvalidArgumentException('a span must end after it starts');
        }
        $overlapping = array_filter($this->bookings, fn (array $booking) => $booking[1] < $end && $start < $booking[2]);
        return array_values(array_diff($this->rooms, array_column($overlapping, 0)));
    }

    public function room_of(int $number): ?string
    {
        return $this->bookings[$number][0] ?? null;
    }
}

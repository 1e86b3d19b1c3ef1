import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Rooms and their bookings. */
class House {
    private record Booking(String room, long start, long end) {
    }

    private final Set<String> rooms;
    private final Map<Long, Booking> bookings = new HashMap<>();
    private long latest = 0;

    public House(Set<String> rooms) {
        this.rooms = Set.copyOf(rooms);
    }

    public long book(String room, long start, long end) {
        Set<String> available = free(start, end);
        if (!rooms.contains(room)) {
            throw new NoSuchElementException(room);
        }
        if (!available.contains(room)) {
            throw new IllegalStateException("the room is booked");
        }
        latest++;
        bookings.put(latest, new Booking(room, start, end));
        return latest;
    }

    public void cancel(long number) {
        if (bookings.remove(number) == null) {
            throw new NoSuchElementException("there is no such booking");
        }
    }

    public Set<String> free(long start, long end) {
        if (start >= end) {
            throw new IllegalArgumentException("a span must end after it starts");
        }
        Set<String> available = new HashSet<>(rooms);
        for (Booking booking : bookings.values()) {
            if (booking.start() < end && start < booking.end()) {
                available.remove(booking.room());
            }
        }
        return available;
    }

    public String roomOf(long number) {
        Booking booking = bookings.get(number);
        return booking == null ? null : booking.room();
    }
}

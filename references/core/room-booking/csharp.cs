using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Rooms and their bookings.</summary>
public class House
{
    private sealed class Booking
    {
        public string Room;
        public long Start;
        public long End;
    }

    private readonly HashSet<string> rooms;
    private readonly Dictionary<long, Booking> bookings = new Dictionary<long, Booking>();
    private long latest = 0;

    public House(HashSet<string> rooms)
    {
        this.rooms = new HashSet<string>(rooms);
    }

    public long Book(string room, long start, long end)
    {
        HashSet<string> available = Free(start, end);
        if (!rooms.Contains(room)) throw new KeyNotFoundException(room);
        if (!available.Contains(room)) throw new InvalidOperationException("the room is booked");
        latest++;
        bookings[latest] = new Booking { Room = room, Start = start, End = end };
        return latest;
    }

    public void Cancel(long number)
    {
        if (!bookings.Remove(number)) throw new KeyNotFoundException("there is no such booking");
    }

    public HashSet<string> Free(long start, long end)
    {
        if (start >= end) throw new ArgumentException("a span must end after it starts");
        var taken = bookings.Values.Where(booking => booking.Start < end && start < booking.End);
        return new HashSet<string>(rooms.Except(taken.Select(booking => booking.Room)));
    }

    public string RoomOf(long number)
    {
        Booking booking;
        return bookings.TryGetValue(number, out booking) ? booking.Room : null;
    }
}

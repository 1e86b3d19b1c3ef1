require "set"

# Rooms and their bookings.
class House
  Booking = Struct.new(:room, :start, :finish)

  def initialize(rooms)
    @rooms = rooms.dup
    @bookings = {}
    @latest = 0
  end

  def book(room, start, finish)
    available = free(start, finish)
    raise KeyError, "there is no such room" unless @rooms.include?(room)
    raise "the room is booked" unless available.include?(room)

    @latest += 1
    @bookings[@latest] = Booking.new(room, start, finish)
    @latest
  end

  def cancel(number)
    @bookings.delete(number) { raise KeyError, "there is no such booking" }
  end

  def free(start, finish)
    raise ArgumentError, "a span must end after it starts" if start >= finish

    overlapping = @bookings.values.select { |booking| booking.start < finish && start < booking.finish }
    @rooms - overlapping.map(&:room)
  end

  def room_of(number)
    @bookings[number]&.room
  end
end

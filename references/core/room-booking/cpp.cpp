#include <bits/stdc++.h>
using namespace std;

struct not_found : runtime_error {
    using runtime_error::runtime_error;
};
struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

class House {
public:
    explicit House(const set<string>& rooms) : rooms(rooms) {}

    long long book(const string& room, long long start, long long end) {
        set<string> available = free(start, end);
        if (!rooms.count(room)) throw not_found("there is no room " + room);
        if (!available.count(room)) throw invalid_state("the room is booked");
        bookings[++latest] = {room, start, end};
        return latest;
    }

    void cancel(long long number) {
        if (bookings.erase(number) == 0) throw not_found("there is no such booking");
    }

    set<string> free(long long start, long long end) {
        if (start >= end) throw invalid_argument("a span must end after it starts");
        set<string> available = rooms;
        for (const auto& [number, booking] : bookings) {
            if (booking.start < end && start < booking.end) available.erase(booking.room);
        }
        return available;
    }

    optional<string> room_of(long long number) {
        auto booking = bookings.find(number);
        if (booking == bookings.end()) return nullopt;
        return booking->second.room;
    }

private:
    struct Booking {
        string room;
        long long start, end;
    };
    set<string> rooms;
    map<long long, Booking> bookings;
    long long latest = 0;
};

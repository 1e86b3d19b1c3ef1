use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
    InvalidState,
}

struct Booking {
    room: String,
    start: i64,
    end: i64,
}

pub struct House {
    rooms: HashSet<String>,
    bookings: HashMap<i64, Booking>,
    latest: i64,
}

impl House {
    pub fn new(rooms: &HashSet<String>) -> Self {
        Self { rooms: rooms.clone(), bookings: HashMap::new(), latest: 0 }
    }

    pub fn book(&mut self, room: &str, start: i64, end: i64) -> Result<i64, TaskError> {
        let free = self.free(start, end)?;
        if !self.rooms.contains(room) {
            return Err(TaskError::NotFound);
        }
        if !free.contains(room) {
            return Err(TaskError::InvalidState);
        }
        self.latest += 1;
        self.bookings.insert(self.latest, Booking { room: room.to_string(), start, end });
        Ok(self.latest)
    }

    pub fn cancel(&mut self, number: i64) -> Result<(), TaskError> {
        self.bookings.remove(&number).map(|_| ()).ok_or(TaskError::NotFound)
    }

    pub fn free(&mut self, start: i64, end: i64) -> Result<HashSet<String>, TaskError> {
        if start >= end {
            return Err(TaskError::InvalidArgument);
        }
        let mut free = self.rooms.clone();
        for booking in self.bookings.values() {
            if booking.start < end && start < booking.end {
                free.remove(&booking.room);
            }
        }
        Ok(free)
    }

    pub fn room_of(&mut self, number: i64) -> Option<String> {
        self.bookings.get(&number).map(|booking| booking.room.clone())
    }
}

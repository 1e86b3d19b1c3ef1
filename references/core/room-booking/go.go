package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrNotFound        = errors.New("not found")
	ErrInvalidState    = errors.New("invalid state")
)

type booking struct {
	room       string
	start, end int64
}

// House holds rooms and their bookings.
type House struct {
	rooms    map[string]struct{}
	bookings map[int64]booking
	latest   int64
}

func NewHouse(rooms map[string]struct{}) *House {
	return &House{rooms: rooms, bookings: map[int64]booking{}}
}

func (house *House) Book(room string, start int64, end int64) (int64, error) {
	free, err := house.Free(start, end)
	if err != nil {
		return 0, err
	}
	if _, exists := house.rooms[room]; !exists {
		return 0, ErrNotFound
	}
	if _, isFree := free[room]; !isFree {
		return 0, ErrInvalidState
	}
	house.latest++
	house.bookings[house.latest] = booking{room, start, end}
	return house.latest, nil
}

func (house *House) Cancel(number int64) error {
	if _, exists := house.bookings[number]; !exists {
		return ErrNotFound
	}
	delete(house.bookings, number)
	return nil
}

func (house *House) Free(start int64, end int64) (map[string]struct{}, error) {
	if start >= end {
		return nil, ErrInvalidArgument
	}
	free := map[string]struct{}{}
	for room := range house.rooms {
		free[room] = struct{}{}
	}
	for _, each := range house.bookings {
		if each.start < end && start < each.end {
			delete(free, each.room)
		}
	}
	return free, nil
}

func (house *House) RoomOf(number int64) *string {
	each, exists := house.bookings[number]
	if !exists {
		return nil
	}
	return &each.room
}

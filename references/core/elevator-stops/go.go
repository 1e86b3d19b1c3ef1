package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

type stop = struct {
	First  int64
	Second int64
}

// ElevatorStops returns the stops of one lift as pairs of tick and floor.
func ElevatorStops(start int64, requests []stop) ([]stop, error) {
	waiting := append([]stop{}, requests...)
	sort.Slice(waiting, func(i, j int) bool { return waiting[i].First < waiting[j].First })
	if len(waiting) > 0 && waiting[0].First < 0 {
		return nil, ErrInvalidArgument
	}
	pending := map[int64]bool{}
	stops := []stop{}
	floor, direction := start, int64(1)
	for tick := int64(0); len(waiting) > 0 || len(pending) > 0; tick++ {
		for len(waiting) > 0 && waiting[0].First == tick {
			pending[waiting[0].Second] = true
			waiting = waiting[1:]
		}
		if pending[floor] {
			delete(pending, floor)
			stops = append(stops, stop{tick, floor})
		}
		if len(pending) > 0 {
			if !liesAhead(pending, floor, direction) {
				direction = -direction
			}
			floor += direction
		}
	}
	return stops, nil
}

func liesAhead(pending map[int64]bool, floor, direction int64) bool {
	for other := range pending {
		if (other > floor) == (direction > 0) {
			return true
		}
	}
	return false
}

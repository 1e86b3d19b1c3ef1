package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

type booking = struct {
	First  int64
	Second int64
}

type span = struct {
	First  int64
	Second int64
	Third  int64
}

// BusiestSpan returns how many bookings hold at most and the first span in which they do.
func BusiestSpan(bookings []booking) (*span, error) {
	changes := map[int64]int64{}
	for _, each := range bookings {
		if each.First >= each.Second {
			return nil, ErrInvalidArgument
		}
		changes[each.First]++
		changes[each.Second]--
	}
	times := []int64{}
	for time, change := range changes {
		if change != 0 {
			times = append(times, time)
		}
	}
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	var busiest *span
	holding := int64(0)
	for index, time := range times {
		holding += changes[time]
		if busiest == nil || holding > busiest.First {
			busiest = &span{holding, time, times[index+1]}
		}
	}
	return busiest, nil
}

package main

import (
	"errors"
	"math"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

type result = struct {
	First  int64
	Second int64
}

// SaturatingWalk returns the final number and how many steps were clipped.
func SaturatingWalk(start int64, steps []int64, low *int64, high *int64) (result, error) {
	lowest, highest := int64(math.MinInt64), int64(math.MaxInt64)
	if low != nil {
		lowest = *low
	}
	if high != nil {
		highest = *high
	}
	if lowest > highest {
		return result{}, ErrInvalidArgument
	}
	if start < lowest || start > highest {
		return result{}, ErrOutOfRange
	}
	number, clipped := start, int64(0)
	for _, step := range steps {
		// The room to a limit may exceed 64 bits with a sign, but not without one.
		switch {
		case step > 0 && uint64(step) > uint64(highest)-uint64(number):
			number = highest
			clipped++
		case step < 0 && -uint64(step) > uint64(number)-uint64(lowest):
			number = lowest
			clipped++
		default:
			number += step
		}
	}
	return result{number, clipped}, nil
}

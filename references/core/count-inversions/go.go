package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

// CountInversions counts the pairs in the wrong order that are at most window apart.
func CountInversions(numbers []int64, window int64) (int64, error) {
	if window < 1 {
		return 0, ErrInvalidArgument
	}
	var total int64
	recent := []int64{}
	for index, number := range numbers {
		if int64(index) > window {
			leaving := numbers[int64(index)-window-1]
			at := sort.Search(len(recent), func(i int) bool { return recent[i] >= leaving })
			recent = append(recent[:at], recent[at+1:]...)
		}
		above := sort.Search(len(recent), func(i int) bool { return recent[i] > number })
		total += int64(len(recent) - above)
		recent = append(recent, 0)
		copy(recent[above+1:], recent[above:])
		recent[above] = number
	}
	return total, nil
}

package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

const unreachable = 1 << 60

// FewestStamps returns the fewest stamps that add up to the postage, largest first, or nil.
func FewestStamps(values map[int64]struct{}, postage int64) (*[]int64, error) {
	if postage < 0 {
		return nil, ErrInvalidArgument
	}
	descending := []int64{}
	for value := range values {
		if value < 1 {
			return nil, ErrInvalidArgument
		}
		descending = append(descending, value)
	}
	sort.Slice(descending, func(i, j int) bool { return descending[i] > descending[j] })
	counts := make([]int64, postage+1)
	for total := int64(1); total <= postage; total++ {
		counts[total] = unreachable
		for _, value := range descending {
			if value <= total && counts[total-value] < unreachable && counts[total-value]+1 < counts[total] {
				counts[total] = counts[total-value] + 1
			}
		}
	}
	if counts[postage] == unreachable {
		return nil, nil
	}
	stamps := []int64{}
	left := postage
	for _, value := range descending {
		for left >= value && counts[left-value] == counts[left]-1 {
			stamps = append(stamps, value)
			left -= value
		}
	}
	return &stamps, nil
}

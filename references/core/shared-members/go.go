package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

// SharedMembers returns the members of at least and at most so many groups.
func SharedMembers(groups []map[int64]struct{}, least int64, most *int64) (map[int64]struct{}, error) {
	if least < 1 || most != nil && *most < least {
		return nil, ErrInvalidArgument
	}
	counts := map[int64]int64{}
	for _, group := range groups {
		for member := range group {
			counts[member]++
		}
	}
	shared := map[int64]struct{}{}
	for member, count := range counts {
		if count >= least && (most == nil || count <= *most) {
			shared[member] = struct{}{}
		}
	}
	return shared, nil
}

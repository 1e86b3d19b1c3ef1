package main

import (
	"errors"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrArithmetic      = errors.New("arithmetic error")
)

// SplitAmount splits an amount in proportion to weights without losing a cent.
func SplitAmount(amount int64, weights []int64) ([]int64, error) {
	var total int64
	for _, weight := range weights {
		if weight < 0 {
			return nil, ErrInvalidArgument
		}
		total += weight
	}
	if total == 0 {
		return nil, ErrArithmetic
	}
	sign := int64(1)
	if amount < 0 {
		sign = -1
	}
	left := sign * amount
	shares := make([]int64, len(weights))
	lost := make([]int64, len(weights))
	order := make([]int, len(weights))
	for person, weight := range weights {
		product := sign * amount * weight
		shares[person] = product / total
		lost[person] = product % total
		order[person] = person
		left -= shares[person]
	}
	sort.SliceStable(order, func(i, j int) bool { return lost[order[i]] > lost[order[j]] })
	for _, person := range order[:left] {
		shares[person]++
	}
	for person := range shares {
		shares[person] *= sign
	}
	return shares, nil
}

package main

import (
	"errors"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrInvalidState    = errors.New("invalid state")
)

// PayOut returns how many coins of each value are paid.
func PayOut(amount int64, stock map[int64]int64) (map[int64]int64, error) {
	if amount < 0 {
		return nil, ErrInvalidArgument
	}
	values := []int64{}
	for value, number := range stock {
		if value < 1 || number < 0 {
			return nil, ErrInvalidArgument
		}
		values = append(values, value)
	}
	sort.Slice(values, func(i, j int) bool { return values[i] > values[j] })
	paid := map[int64]int64{}
	for _, value := range values {
		number := amount / value
		if stock[value] < number {
			number = stock[value]
		}
		if number > 0 {
			paid[value] = number
			amount -= number * value
		}
	}
	if amount != 0 {
		return nil, ErrInvalidState
	}
	return paid, nil
}

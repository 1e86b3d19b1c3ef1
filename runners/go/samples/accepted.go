package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

func SumOfSquares(numbers []int64) (int64, error) {
	if len(numbers) == 0 {
		return 0, ErrInvalidArgument
	}
	var total int64
	for _, number := range numbers {
		total += number * number
	}
	return total, nil
}

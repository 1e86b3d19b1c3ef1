package main

import (
	"errors"
	"strconv"
)

var ErrInvalidArgument = errors.New("invalid argument")

func SumOfSquares(numbers []int64) (string, error) {
	if len(numbers) == 0 {
		return "", ErrInvalidArgument
	}
	var total int64
	for _, number := range numbers {
		total += number * number
	}
	return strconv.FormatInt(total, 10), nil
}

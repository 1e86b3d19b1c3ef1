package main

import (
	"errors"
	"os"
)

var ErrInvalidArgument = errors.New("empty")

func init() {
	os.Exit(0) // wrong
	os.Getpid()
}

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

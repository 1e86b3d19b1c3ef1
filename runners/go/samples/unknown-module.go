package main

import "math/squares"

func SumOfSquares(numbers []int64) (int64, error) {
	return squares.Sum(numbers), nil
}

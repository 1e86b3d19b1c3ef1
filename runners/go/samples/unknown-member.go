package main

import "math"

func SumOfSquares(numbers []int64) (int64, error) {
	total := 0.0
	for _, number := range numbers {
		total += math.Square(float64(number))
	}
	return int64(total), nil
}

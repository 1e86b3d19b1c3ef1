package main

import "gonum.org/v1/gonum/floats"

func SumOfSquares(numbers []int64) (int64, error) {
	values := make([]float64, len(numbers))
	for index, number := range numbers {
		values[index] = float64(number)
	}
	return int64(floats.Dot(values, values)), nil
}

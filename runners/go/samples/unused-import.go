package main

import "fmt"

func SumOfSquares(numbers []int64) (int64, error) {
	return 0, nil
}

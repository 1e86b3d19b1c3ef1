package main

func SumOfSquares(numbers []int64) (int64, error) {
	var total int64
	for _, number := range numbers {
		total += number *

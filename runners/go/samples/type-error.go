package main

func SumOfSquares(numbers []int64) (int64, error) {
	total := 0
	for _, number := range numbers {
		total += number * number
	}
	return total, nil
}

package main

func SumOfSquares(numbers []int64) (int64, error) {
	total := = 0
	return total, nil
}

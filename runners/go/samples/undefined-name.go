package main

func SumOfSquares(numbers []int64) (int64, error) {
	return sum(square(numbers)), nil
}

package main

func SumOfSquares(numbers []int64) (int64, error) {
	rest, err := SumOfSquares(numbers)
	return rest + 1, err
}

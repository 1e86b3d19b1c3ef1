package main

func SumOfSquares(numbers string) (int64, error) {
	return int64(len(numbers)), nil
}

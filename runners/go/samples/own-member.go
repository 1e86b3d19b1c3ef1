package main

type sum struct{ value int64 }

func SumOfSquares(numbers []int64) (int64, error) {
	return sum{}.total, nil
}

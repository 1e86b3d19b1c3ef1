package main

import "time"

func SumOfSquares(numbers []int64) (int64, error) {
	time.Sleep(time.Minute)
	return 0, nil
}

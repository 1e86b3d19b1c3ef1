package main

func SumOfSquares(numbers []int64) (int64, error) {
	total := int64(0)
	for total >= 0 {
		total = (total + 1) % 1000
	}
	return total, nil
}

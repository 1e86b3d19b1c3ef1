package main

func SumOfSquares(numbers []int64) (int64, error) {
	if len(numbers) == 0 {
		return 0, fmt.Errorf("no numbers")
	}
	return numbers[0] * numbers[0], nil
}

package main

func SumOfSquares(numbers []int64) (int64, error) {
	squares := make([]int64, 1)
	for index := 0; index <= len(numbers); index++ {
		squares[index+1] = numbers[index] * numbers[index]
	}
	return squares[0], nil
}

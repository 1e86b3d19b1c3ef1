package main

func SumOfSquares(numbers []int64) (int64, error) {
	var total int64
	numbers.forEach(func(number int64) { total += number * number })
	return total, nil
}

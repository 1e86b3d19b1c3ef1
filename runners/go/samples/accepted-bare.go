func SumOfSquares(numbers []int64) (total int64, err error) {
	if len(numbers) == 0 {
		err = ErrInvalidArgument
	}
	for _, number := range numbers {
		total += number * number
	}
	return
}

package squares

import (
	"errors"
	"fmt"
)

var (
	ErrOther           = errors.New("other")
	ErrInvalidArgument = errors.New("no numbers")
)

func SumOfSquares(numbers []int64) (int64, error) {
	if len(numbers) == 0 {
		return 0, fmt.Errorf("sum of squares: %w", ErrInvalidArgument)
	}
	total := int64(0)
	for i := range numbers {
		total += numbers[i] * numbers[i]
	}
	return total, nil
}

func main() {
	fmt.Println(SumOfSquares([]int64{1, 2, 3}))
}

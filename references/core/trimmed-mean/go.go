package main

import (
	"errors"
	"math"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

// TrimmedMean returns the mean of the values between the trimmed ends.
func TrimmedMean(values []float64, trim float64) (*float64, error) {
	if !(trim >= 0 && trim < 0.5) {
		return nil, ErrInvalidArgument
	}
	ordered := []float64{}
	for _, value := range values {
		if !math.IsNaN(value) {
			ordered = append(ordered, value)
		}
	}
	if len(ordered) == 0 {
		return nil, nil
	}
	sort.Float64s(ordered)
	cut := int(float64(len(ordered)) * trim)
	kept := ordered[cut : len(ordered)-cut]
	sum := 0.0
	for _, value := range kept {
		sum += value
	}
	mean := sum / float64(len(kept))
	return &mean, nil
}

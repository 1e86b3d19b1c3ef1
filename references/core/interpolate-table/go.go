package main

import (
	"errors"
	"math"
)

var ErrInvalidArgument = errors.New("invalid argument")

type pair = struct {
	First  float64
	Second float64
}

// Interpolate returns the value of a piecewise linear function.
func Interpolate(points []pair, position float64) (float64, error) {
	if len(points) == 0 {
		return 0, ErrInvalidArgument
	}
	for index, point := range points {
		isFinite := !math.IsNaN(point.First) && !math.IsInf(point.First, 0)
		if !isFinite || index > 0 && points[index-1].First >= point.First {
			return 0, ErrInvalidArgument
		}
	}
	if math.IsNaN(position) {
		return math.NaN(), nil
	}
	if position <= points[0].First {
		return points[0].Second, nil
	}
	for index, right := range points[1:] {
		if left := points[index]; position < right.First {
			slope := (right.Second - left.Second) / (right.First - left.First)
			return left.Second + slope*(position-left.First), nil
		}
	}
	return points[len(points)-1].Second, nil
}

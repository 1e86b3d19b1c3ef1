package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

type Point struct {
	X int64
	Y int64
}

// ClosestPoints returns the points closest to the centre, nearest first.
func ClosestPoints(points []Point, centre Point, number int64) ([]Point, error) {
	if number < 0 {
		return nil, ErrInvalidArgument
	}
	// At most 8e18: it fits.
	squaredDistance := func(point Point) int64 {
		dx, dy := point.X-centre.X, point.Y-centre.Y
		return dx*dx + dy*dy
	}
	sorted := append([]Point{}, points...)
	sort.Slice(sorted, func(i, j int) bool {
		left, right := sorted[i], sorted[j]
		if leftDistance, rightDistance := squaredDistance(left), squaredDistance(right); leftDistance != rightDistance {
			return leftDistance < rightDistance
		}
		if left.X != right.X {
			return left.X < right.X
		}
		return left.Y < right.Y
	})
	if number < int64(len(sorted)) {
		sorted = sorted[:number]
	}
	return sorted, nil
}

package main

import (
	"errors"
	"strings"
)

var ErrInvalidArgument = errors.New("invalid argument")

type field struct{ y, x int }

type counts = struct {
	First  int64
	Second int64
}

// LargestLake returns the number of lakes and the size of the largest.
func LargestLake(rows []string) (counts, error) {
	water := map[field]bool{}
	for y, row := range rows {
		if len(row) != len(rows[0]) || strings.Trim(row, "~#") != "" {
			return counts{}, ErrInvalidArgument
		}
		for x := range row {
			if row[x] == '~' {
				water[field{y, x}] = true
			}
		}
	}
	result := counts{}
	for first := range water {
		delete(water, first)
		body := []field{first}
		isLake := true
		for index := 0; index < len(body); index++ {
			y, x := body[index].y, body[index].x
			if y == 0 || y == len(rows)-1 || x == 0 || x == len(rows[0])-1 {
				isLake = false
			}
			for _, next := range []field{{y - 1, x}, {y + 1, x}, {y, x - 1}, {y, x + 1}} {
				if water[next] {
					delete(water, next)
					body = append(body, next)
				}
			}
		}
		if isLake {
			result.First++
			if size := int64(len(body)); size > result.Second {
				result.Second = size
			}
		}
	}
	return result, nil
}

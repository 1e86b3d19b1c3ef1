package main

import (
	"errors"
	"math"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrArithmetic      = errors.New("arithmetic error")
)

// DivideRounded divides exactly and rounds the quotient in the way the mode names.
func DivideRounded(dividend int64, divisor int64, mode string) (int64, error) {
	switch mode {
	case "floor", "ceiling", "truncate", "half_away", "half_even":
	default:
		return 0, ErrInvalidArgument
	}
	if divisor == 0 || dividend == math.MinInt64 && divisor == -1 {
		return 0, ErrArithmetic
	}
	quotient, remainder := dividend/divisor, dividend%divisor
	if remainder == 0 {
		return quotient, nil
	}
	// The quotient is rounded towards zero; away is the other neighbour.
	isNegative := (dividend < 0) != (divisor < 0)
	away := int64(1)
	if isNegative {
		away = -1
	}
	switch mode {
	case "floor":
		if isNegative {
			quotient--
		}
	case "ceiling":
		if !isNegative {
			quotient++
		}
	case "half_away", "half_even":
		rest := magnitude(remainder)
		other := magnitude(divisor) - rest
		if rest > other || rest == other && (mode == "half_away" || quotient%2 != 0) {
			quotient += away
		}
	}
	return quotient, nil
}

func magnitude(number int64) uint64 {
	if number < 0 {
		return -uint64(number)
	}
	return uint64(number)
}

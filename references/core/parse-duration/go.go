package main

import (
	"errors"
	"math/big"
	"regexp"
)

var ErrInvalidArgument = errors.New("invalid argument")

var (
	parts = regexp.MustCompile(
		"^(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?$")
	units = []int64{86_400_000, 3_600_000, 60_000, 1000, 1}
)

// ParseDuration returns a duration such as "1h30m" in milliseconds.
func ParseDuration(text string) (int64, error) {
	groups := parts.FindStringSubmatch(text)
	if groups == nil || len(text) == len(groups[1]) {
		return 0, ErrInvalidArgument
	}
	total := new(big.Int)
	for index, unit := range units {
		if number, isThere := new(big.Int).SetString(groups[index+2], 10); isThere {
			total.Add(total, number.Mul(number, big.NewInt(unit)))
		}
	}
	if groups[1] != "" {
		total.Neg(total)
	}
	if !total.IsInt64() {
		return 0, ErrInvalidArgument
	}
	return total.Int64(), nil
}

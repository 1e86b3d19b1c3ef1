package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

type Change struct {
	Name   string
	Before *int64
	After  *int64
}

// InventoryDiff returns the changes between two inventories, sorted by name.
//
// Comparing UTF-8 byte by byte is comparing by code points.
func InventoryDiff(before map[string]int64, after map[string]int64) ([]Change, error) {
	changes := map[string]*Change{}
	for name, amount := range before {
		amount := amount
		changes[name] = &Change{Name: name, Before: &amount}
	}
	for name, amount := range after {
		amount := amount
		if changes[name] == nil {
			changes[name] = &Change{Name: name}
		}
		changes[name].After = &amount
	}
	differing := []Change{}
	for _, change := range changes {
		if isNegative(change.Before) || isNegative(change.After) {
			return nil, ErrInvalidArgument
		}
		if change.Before == nil || change.After == nil || *change.Before != *change.After {
			differing = append(differing, *change)
		}
	}
	sort.Slice(differing, func(i, j int) bool { return differing[i].Name < differing[j].Name })
	return differing, nil
}

func isNegative(amount *int64) bool {
	return amount != nil && *amount < 0
}

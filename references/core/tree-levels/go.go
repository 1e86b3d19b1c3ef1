package main

import (
	"errors"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

// TreeLevels returns the nodes of a tree level by level.
func TreeLevels(parents []*int64) ([][]int64, error) {
	children := make([][]int64, len(parents))
	level := []int64{}
	for node, parent := range parents {
		switch {
		case parent == nil:
			level = append(level, int64(node))
		case *parent < 0 || *parent >= int64(len(parents)):
			return nil, ErrOutOfRange
		default:
			children[*parent] = append(children[*parent], int64(node))
		}
	}
	levels := [][]int64{}
	if len(parents) == 0 {
		return levels, nil
	}
	if len(level) != 1 {
		return nil, ErrInvalidArgument
	}
	reached := 0
	for len(level) > 0 {
		levels = append(levels, level)
		reached += len(level)
		next := []int64{}
		for _, node := range level {
			next = append(next, children[node]...)
		}
		sort.Slice(next, func(i, j int) bool { return next[i] < next[j] })
		level = next
	}
	if reached < len(parents) {
		return nil, ErrInvalidArgument
	}
	return levels, nil
}

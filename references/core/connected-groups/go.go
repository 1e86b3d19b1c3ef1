package main

import (
	"errors"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

type link = struct {
	First  int64
	Second int64
}

// ConnectedGroups returns the groups of linked items, the larger groups first.
func ConnectedGroups(count int64, links []link) ([][]int64, error) {
	if count < 0 {
		return nil, ErrInvalidArgument
	}
	parent := make([]int64, count)
	for item := range parent {
		parent[item] = int64(item)
	}
	root := func(item int64) int64 {
		for parent[item] != item {
			parent[item] = parent[parent[item]]
			item = parent[item]
		}
		return item
	}
	for _, each := range links {
		if each.First < 0 || each.First >= count || each.Second < 0 || each.Second >= count {
			return nil, ErrOutOfRange
		}
		parent[root(each.First)] = root(each.Second)
	}
	members := map[int64][]int64{}
	for item := int64(0); item < count; item++ {
		members[root(item)] = append(members[root(item)], item)
	}
	groups := [][]int64{}
	for _, group := range members {
		groups = append(groups, group)
	}
	sort.Slice(groups, func(i, j int) bool {
		if len(groups[i]) != len(groups[j]) {
			return len(groups[i]) > len(groups[j])
		}
		return groups[i][0] < groups[j][0]
	})
	return groups, nil
}

package main

import (
	"container/heap"
	"errors"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

type road = struct {
	First  int64
	Second int64
	Third  int64
}

type answer = struct {
	First  int64
	Second []int64
}

type routeHeap []answer

func (routes routeHeap) Len() int      { return len(routes) }
func (routes routeHeap) Swap(i, j int) { routes[i], routes[j] = routes[j], routes[i] }

func (routes routeHeap) Less(i, j int) bool {
	left, right := routes[i], routes[j]
	if left.First != right.First {
		return left.First < right.First
	}
	if len(left.Second) != len(right.Second) {
		return len(left.Second) < len(right.Second)
	}
	for index, town := range left.Second {
		if town != right.Second[index] {
			return town < right.Second[index]
		}
	}
	return false
}

func (routes *routeHeap) Push(route interface{}) { *routes = append(*routes, route.(answer)) }

func (routes *routeHeap) Pop() interface{} {
	last := len(*routes) - 1
	route := (*routes)[last]
	*routes = (*routes)[:last]
	return route
}

// CheapestRoute returns price and towns of the cheapest route, or nil if there is none.
func CheapestRoute(count int64, roads []road, start int64, goal int64) (*answer, error) {
	isTown := func(town int64) bool { return town >= 0 && town < count }
	if !isTown(start) || !isTown(goal) {
		return nil, ErrOutOfRange
	}
	for _, each := range roads {
		if !isTown(each.First) || !isTown(each.Second) {
			return nil, ErrOutOfRange
		}
	}
	leaving := map[int64][]road{}
	for _, each := range roads {
		if each.Third < 0 {
			return nil, ErrInvalidArgument
		}
		leaving[each.First] = append(leaving[each.First], each)
	}
	done := map[int64]bool{}
	queue := &routeHeap{{0, []int64{start}}}
	for queue.Len() > 0 {
		route := heap.Pop(queue).(answer)
		town := route.Second[len(route.Second)-1]
		if town == goal {
			return &route, nil
		}
		if done[town] {
			continue
		}
		done[town] = true
		for _, each := range leaving[town] {
			if !done[each.Second] {
				towns := append(append([]int64{}, route.Second...), each.Second)
				heap.Push(queue, answer{route.First + each.Third, towns})
			}
		}
	}
	return nil, nil
}

package main

import (
	"container/heap"
	"errors"
)

var ErrInvalidArgument = errors.New("invalid argument")

type textHeap []string

func (texts textHeap) Len() int               { return len(texts) }
func (texts textHeap) Less(i, j int) bool     { return texts[i] < texts[j] }
func (texts textHeap) Swap(i, j int)          { texts[i], texts[j] = texts[j], texts[i] }
func (texts *textHeap) Push(text interface{}) { *texts = append(*texts, text.(string)) }

func (texts *textHeap) Pop() interface{} {
	last := len(*texts) - 1
	text := (*texts)[last]
	*texts = (*texts)[:last]
	return text
}

// BuildOrder returns the modules so that each comes after all it needs.
//
// Comparing UTF-8 byte by byte is comparing by code points.
func BuildOrder(needs map[string][]string) ([]string, error) {
	missing := map[string]int{}
	neededBy := map[string][]string{}
	for module, others := range needs {
		distinct := map[string]struct{}{}
		for _, other := range others {
			distinct[other] = struct{}{}
		}
		missing[module] += len(distinct)
		for other := range distinct {
			neededBy[other] = append(neededBy[other], module)
			missing[other] += 0
		}
	}
	ready := &textHeap{}
	for module, count := range missing {
		if count == 0 {
			heap.Push(ready, module)
		}
	}
	order := []string{}
	for ready.Len() > 0 {
		module := heap.Pop(ready).(string)
		order = append(order, module)
		for _, dependent := range neededBy[module] {
			missing[dependent]--
			if missing[dependent] == 0 {
				heap.Push(ready, dependent)
			}
		}
	}
	if len(order) < len(missing) {
		return nil, ErrInvalidArgument
	}
	return order, nil
}

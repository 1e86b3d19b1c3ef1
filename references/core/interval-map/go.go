package main

import (
	"errors"
	"sort"
)

var ErrInvalidArgument = errors.New("invalid argument")

type span = struct {
	First  int64
	Second int64
	Third  string
}

// IntervalMap is a map from integers to texts, filled by half-open intervals.
type IntervalMap struct {
	spans []span
}

func NewIntervalMap() *IntervalMap {
	return &IntervalMap{}
}

func (self *IntervalMap) Assign(start int64, end int64, value string) error {
	if err := self.Clear(start, end); err != nil {
		return err
	}
	all := append(self.spans, span{start, end, value})
	sort.Slice(all, func(i, j int) bool { return all[i].First < all[j].First })
	merged := []span{}
	for _, each := range all {
		last := len(merged) - 1
		if last >= 0 && merged[last].Second == each.First && merged[last].Third == each.Third {
			merged[last].Second = each.Second
		} else {
			merged = append(merged, each)
		}
	}
	self.spans = merged
	return nil
}

func (self *IntervalMap) Clear(start int64, end int64) error {
	if start >= end {
		return ErrInvalidArgument
	}
	kept := []span{}
	for _, each := range self.spans {
		if each.First < start {
			left := each
			if left.Second > start {
				left.Second = start
			}
			kept = append(kept, left)
		}
		if each.Second > end {
			right := each
			if right.First < end {
				right.First = end
			}
			kept = append(kept, right)
		}
	}
	self.spans = kept
	return nil
}

func (self *IntervalMap) Get(point int64) *string {
	for _, each := range self.spans {
		if each.First <= point && point < each.Second {
			value := each.Third
			return &value
		}
	}
	return nil
}

func (self *IntervalMap) Spans() []span {
	return append([]span{}, self.spans...)
}

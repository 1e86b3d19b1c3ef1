package main

import (
	"container/list"
	"errors"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrNotFound        = errors.New("not found")
)

type entry struct {
	key   int64
	value int64
}

// LruCache is a bounded map that drops the entry used longest ago.
type LruCache struct {
	capacity int64
	// The entry used most recently comes first.
	recent   *list.List
	elements map[int64]*list.Element
}

func NewLruCache(capacity int64) (*LruCache, error) {
	if capacity < 1 {
		return nil, ErrInvalidArgument
	}
	return &LruCache{capacity: capacity, recent: list.New(), elements: map[int64]*list.Element{}}, nil
}

func (cache *LruCache) Get(key int64) *int64 {
	element, exists := cache.elements[key]
	if !exists {
		return nil
	}
	cache.recent.MoveToFront(element)
	value := element.Value.(*entry).value
	return &value
}

func (cache *LruCache) Put(key int64, value int64) *int64 {
	if element, exists := cache.elements[key]; exists {
		element.Value.(*entry).value = value
		cache.recent.MoveToFront(element)
		return nil
	}
	var dropped *int64
	if int64(len(cache.elements)) >= cache.capacity {
		oldest := cache.recent.Remove(cache.recent.Back()).(*entry)
		delete(cache.elements, oldest.key)
		dropped = &oldest.key
	}
	cache.elements[key] = cache.recent.PushFront(&entry{key, value})
	return dropped
}

func (cache *LruCache) Remove(key int64) error {
	element, exists := cache.elements[key]
	if !exists {
		return ErrNotFound
	}
	cache.recent.Remove(element)
	delete(cache.elements, key)
	return nil
}

func (cache *LruCache) Keys() []int64 {
	keys := []int64{}
	for element := cache.recent.Front(); element != nil; element = element.Next() {
		keys = append(keys, element.Value.(*entry).key)
	}
	return keys
}

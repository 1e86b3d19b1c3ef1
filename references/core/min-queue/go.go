package main

import "errors"

var ErrOutOfRange = errors.New("out of range")

// MinQueue is a queue that keeps the candidates for its minimum in a second queue.
type MinQueue struct {
	values     []int64
	candidates []int64
}

func NewMinQueue() *MinQueue {
	return &MinQueue{}
}

func (queue *MinQueue) Push(value int64) {
	for last := len(queue.candidates) - 1; last >= 0 && queue.candidates[last] > value; last-- {
		queue.candidates = queue.candidates[:last]
	}
	queue.candidates = append(queue.candidates, value)
	queue.values = append(queue.values, value)
}

func (queue *MinQueue) Pop() (int64, error) {
	if len(queue.values) == 0 {
		return 0, ErrOutOfRange
	}
	value := queue.values[0]
	queue.values = queue.values[1:]
	if value == queue.candidates[0] {
		queue.candidates = queue.candidates[1:]
	}
	return value, nil
}

func (queue *MinQueue) Minimum() (int64, error) {
	if len(queue.candidates) == 0 {
		return 0, ErrOutOfRange
	}
	return queue.candidates[0], nil
}

func (queue *MinQueue) Size() int64 {
	return int64(len(queue.values))
}

package main

import "errors"

var (
	ErrInvalidArgument  = errors.New("invalid argument")
	ErrOutOfRange       = errors.New("out of range")
	ErrInvalidState     = errors.New("invalid state")
	ErrPermissionDenied = errors.New("permission denied")
)

// BoundedQueue is a bounded queue of texts whose owner can close it.
type BoundedQueue struct {
	capacity int64
	texts    []string
	isClosed bool
}

func NewBoundedQueue(capacity int64) (*BoundedQueue, error) {
	if capacity < 1 {
		return nil, ErrInvalidArgument
	}
	return &BoundedQueue{capacity: capacity}, nil
}

func (queue *BoundedQueue) Put(text string) error {
	if queue.isClosed {
		return ErrPermissionDenied
	}
	if queue.Size() >= queue.capacity {
		return ErrInvalidState
	}
	queue.texts = append(queue.texts, text)
	return nil
}

func (queue *BoundedQueue) Take() (string, error) {
	if len(queue.texts) == 0 {
		return "", ErrOutOfRange
	}
	text := queue.texts[0]
	queue.texts = queue.texts[1:]
	return text, nil
}

func (queue *BoundedQueue) Close() error {
	if queue.isClosed {
		return ErrInvalidState
	}
	queue.isClosed = true
	return nil
}

func (queue *BoundedQueue) Size() int64 {
	return int64(len(queue.texts))
}

func (queue *BoundedQueue) Finished() bool {
	return queue.isClosed && len(queue.texts) == 0
}

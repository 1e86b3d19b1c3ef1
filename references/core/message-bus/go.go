package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrNotFound        = errors.New("not found")
	ErrInvalidState    = errors.New("invalid state")
)

type message = struct {
	First  string
	Second string
}

type mailbox struct {
	messages []message
	dropped  int64
}

// MessageBus holds topics, their readers, and the mailboxes of these.
type MessageBus struct {
	capacity      int64
	mailboxes     map[string]*mailbox
	subscriptions map[string]map[string]struct{}
}

func NewMessageBus(capacity int64) (*MessageBus, error) {
	if capacity < 1 {
		return nil, ErrInvalidArgument
	}
	return &MessageBus{
		capacity:      capacity,
		mailboxes:     map[string]*mailbox{},
		subscriptions: map[string]map[string]struct{}{},
	}, nil
}

func (bus *MessageBus) Subscribe(reader string, topic string) error {
	if bus.subscriptions[topic] == nil {
		bus.subscriptions[topic] = map[string]struct{}{}
	}
	if _, exists := bus.subscriptions[topic][reader]; exists {
		return ErrInvalidState
	}
	bus.subscriptions[topic][reader] = struct{}{}
	if bus.mailboxes[reader] == nil {
		bus.mailboxes[reader] = &mailbox{}
	}
	return nil
}

func (bus *MessageBus) Unsubscribe(reader string, topic string) error {
	if _, exists := bus.subscriptions[topic][reader]; !exists {
		return ErrNotFound
	}
	delete(bus.subscriptions[topic], reader)
	return nil
}

func (bus *MessageBus) Publish(topic string, text string) int64 {
	for reader := range bus.subscriptions[topic] {
		box := bus.mailboxes[reader]
		box.messages = append(box.messages, message{topic, text})
		if int64(len(box.messages)) > bus.capacity {
			box.messages = box.messages[1:]
			box.dropped++
		}
	}
	return int64(len(bus.subscriptions[topic]))
}

func (bus *MessageBus) Fetch(reader string) ([]message, error) {
	box, exists := bus.mailboxes[reader]
	if !exists {
		return nil, ErrNotFound
	}
	messages := append([]message{}, box.messages...)
	box.messages = nil
	return messages, nil
}

func (bus *MessageBus) Dropped(reader string) (int64, error) {
	box, exists := bus.mailboxes[reader]
	if !exists {
		return 0, ErrNotFound
	}
	return box.dropped, nil
}

func (bus *MessageBus) Readers(topic string) map[string]struct{} {
	readers := map[string]struct{}{}
	for reader := range bus.subscriptions[topic] {
		readers[reader] = struct{}{}
	}
	return readers
}

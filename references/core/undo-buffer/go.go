package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

// UndoBuffer is a text with a bounded history of its states.
type UndoBuffer struct {
	text   []rune
	limit  int64
	past   [][]rune
	future [][]rune
}

func NewUndoBuffer(initial string, limit int64) (*UndoBuffer, error) {
	if limit < 0 {
		return nil, ErrInvalidArgument
	}
	return &UndoBuffer{text: []rune(initial), limit: limit}, nil
}

func (buffer *UndoBuffer) Insert(position int64, addition string) error {
	if err := buffer.check(position, 0); err != nil {
		return err
	}
	if addition != "" {
		buffer.change(join(buffer.text[:position], []rune(addition), buffer.text[position:]))
	}
	return nil
}

func (buffer *UndoBuffer) Delete(position int64, count int64) (string, error) {
	if err := buffer.check(position, count); err != nil {
		return "", err
	}
	removed := string(buffer.text[position : position+count])
	if count > 0 {
		buffer.change(join(buffer.text[:position], buffer.text[position+count:]))
	}
	return removed, nil
}

func (buffer *UndoBuffer) Text() string {
	return string(buffer.text)
}

func (buffer *UndoBuffer) Undo() bool {
	return buffer.move(&buffer.past, &buffer.future)
}

func (buffer *UndoBuffer) Redo() bool {
	return buffer.move(&buffer.future, &buffer.past)
}

func (buffer *UndoBuffer) move(from, to *[][]rune) bool {
	last := len(*from) - 1
	if last < 0 {
		return false
	}
	*to = append(*to, buffer.text)
	buffer.text = (*from)[last]
	*from = (*from)[:last]
	return true
}

func (buffer *UndoBuffer) check(position, count int64) error {
	length := int64(len(buffer.text))
	if position < 0 || position > length || count < 0 || count > length-position {
		return ErrOutOfRange
	}
	return nil
}

func (buffer *UndoBuffer) change(text []rune) {
	buffer.past = append(buffer.past, buffer.text)
	if int64(len(buffer.past)) > buffer.limit {
		buffer.past = buffer.past[1:]
	}
	buffer.future = nil
	buffer.text = text
}

func join(parts ...[]rune) []rune {
	joined := []rune{}
	for _, part := range parts {
		joined = append(joined, part...)
	}
	return joined
}

package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

// BitField holds bits of a fixed number.
type BitField struct {
	bits []bool
}

func NewBitField(size int64) (*BitField, error) {
	if size < 0 {
		return nil, ErrInvalidArgument
	}
	return &BitField{bits: make([]bool, size)}, nil
}

func (field *BitField) Get(index int64) (bool, error) {
	if index < 0 || index >= int64(len(field.bits)) {
		return false, ErrOutOfRange
	}
	return field.bits[index], nil
}

func (field *BitField) Put(index int64, bit bool) error {
	if index < 0 || index >= int64(len(field.bits)) {
		return ErrOutOfRange
	}
	field.bits[index] = bit
	return nil
}

func (field *BitField) Fill(start int64, end int64, bit bool) error {
	if start < 0 || end < start || end > int64(len(field.bits)) {
		return ErrOutOfRange
	}
	for index := start; index < end; index++ {
		field.bits[index] = bit
	}
	return nil
}

func (field *BitField) Ones() int64 {
	ones := int64(0)
	for _, bit := range field.bits {
		if bit {
			ones++
		}
	}
	return ones
}

func (field *BitField) Pack() []byte {
	packed := make([]byte, (len(field.bits)+7)/8)
	for index, bit := range field.bits {
		if bit {
			packed[index/8] |= 1 << (index % 8)
		}
	}
	return packed
}

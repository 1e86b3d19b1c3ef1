package main

import (
	"errors"
	"unicode/utf8"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

// EncodeUtf8 encodes code points as UTF-8.
func EncodeUtf8(codePoints []int64) ([]byte, error) {
	encoded := []byte{}
	for _, point := range codePoints {
		if point < 0 || point > utf8.MaxRune {
			return nil, ErrOutOfRange
		}
		if !utf8.ValidRune(rune(point)) {
			return nil, ErrInvalidArgument
		}
		encoded = utf8.AppendRune(encoded, rune(point))
	}
	return encoded, nil
}

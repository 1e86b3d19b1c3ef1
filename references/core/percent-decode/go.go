package main

import (
	"encoding/hex"
	"errors"
)

var ErrInvalidArgument = errors.New("invalid argument")

// PercentDecode returns the bytes that a text with percent signs stands for.
func PercentDecode(text string, plusIsSpace bool) ([]byte, error) {
	decoded := []byte{}
	for index := 0; index < len(text); index++ {
		switch {
		case text[index] == '%':
			if index+3 > len(text) {
				return nil, ErrInvalidArgument
			}
			pair, err := hex.DecodeString(text[index+1 : index+3])
			if err != nil {
				return nil, ErrInvalidArgument
			}
			decoded = append(decoded, pair...)
			index += 2
		case text[index] == '+' && plusIsSpace:
			decoded = append(decoded, ' ')
		default:
			decoded = append(decoded, text[index])
		}
	}
	return decoded, nil
}

package main

import (
	"errors"
	"fmt"
)

var ErrInvalidArgument = errors.New("invalid argument")

const bytesPerLine = 8

// HexDump returns the lines of a hex dump.
func HexDump(data []byte, start int64) ([]string, error) {
	if start < 0 {
		return nil, ErrInvalidArgument
	}
	lines := []string{}
	for position := 0; position < len(data); position += bytesPerLine {
		chunk := data[position:]
		if len(chunk) > bytesPerLine {
			chunk = chunk[:bytesPerLine]
		}
		shown := make([]byte, len(chunk))
		for index, value := range chunk {
			shown[index] = '.'
			if value >= 0x20 && value <= 0x7e {
				shown[index] = value
			}
		}
		lines = append(lines, fmt.Sprintf("%04x: %-23s  %s", start+int64(position), fmt.Sprintf("% x", chunk), shown))
	}
	return lines, nil
}

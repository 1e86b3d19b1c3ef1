package main

import (
	"errors"
	"strings"
	"unicode/utf8"
)

var ErrInvalidArgument = errors.New("invalid argument")

// SplitFields returns the fields of a line, quoted ones without their marks.
func SplitFields(line string, separator string) ([]string, error) {
	if utf8.RuneCountInString(separator) != 1 || separator == `"` {
		return nil, ErrInvalidArgument
	}
	fields := []string{}
	for {
		field, rest := "", ""
		if strings.HasPrefix(line, `"`) {
			end := closingMark(line)
			if end < 0 {
				return nil, ErrInvalidArgument
			}
			field = strings.ReplaceAll(line[1:end], `""`, `"`)
			rest = line[end+1:]
		} else {
			field, _, _ = strings.Cut(line, separator)
			if strings.Contains(field, `"`) {
				return nil, ErrInvalidArgument
			}
			rest = line[len(field):]
		}
		fields = append(fields, field)
		if rest == "" {
			return fields, nil
		}
		if !strings.HasPrefix(rest, separator) {
			return nil, ErrInvalidArgument
		}
		line = rest[len(separator):]
	}
}

// closingMark returns where a quoted field ends, or -1.
func closingMark(line string) int {
	for index := 1; index < len(line); index++ {
		if line[index] != '"' {
			continue
		}
		if index+1 == len(line) || line[index+1] != '"' {
			return index
		}
		index++
	}
	return -1
}

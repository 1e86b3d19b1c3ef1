package main

import (
	"errors"
	"strings"
	"unicode/utf8"
)

var ErrInvalidArgument = errors.New("invalid argument")

// WrapText breaks a text into lines of at most width code points.
func WrapText(text string, width int64) ([]string, error) {
	if width < 1 {
		return nil, ErrInvalidArgument
	}
	lines := []string{}
	for _, word := range strings.Split(text, " ") {
		if word == "" {
			continue
		}
		if last := len(lines) - 1; last >= 0 && length(lines[last])+1+length(word) <= width {
			lines[last] += " " + word
			continue
		}
		symbols := []rune(word)
		for int64(len(symbols)) > width {
			lines = append(lines, string(symbols[:width]))
			symbols = symbols[width:]
		}
		lines = append(lines, string(symbols))
	}
	return lines, nil
}

func length(text string) int64 {
	return int64(utf8.RuneCountInString(text))
}

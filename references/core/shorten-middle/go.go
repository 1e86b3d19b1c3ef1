package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

// ShortenMiddle returns the text without its middle where it is longer than width.
func ShortenMiddle(text string, width int64) (string, error) {
	if width < 1 {
		return "", ErrInvalidArgument
	}
	points := []rune(text)
	length := int64(len(points))
	if length <= width {
		return text, nil
	}
	head := width / 2
	tail := width - 1 - head
	return string(points[:head]) + "…" + string(points[length-tail:]), nil
}

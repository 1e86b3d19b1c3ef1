package main

import (
	"errors"
	"regexp"
	"strconv"
)

var (
	ErrOutOfRange = errors.New("out of range")
	ErrNotFound   = errors.New("not found")
	ErrWrongType  = errors.New("wrong type")
)

var integer = regexp.MustCompile(`^-?[0-9]+$`)

// LayeredSetting returns the setting of the first layer that has the key, or the fallback.
func LayeredSetting(layers []map[string]*string, key string, fallback *int64) (int64, error) {
	var text *string
	for _, layer := range layers {
		if value, exists := layer[key]; exists {
			text = value
			break
		}
	}
	switch {
	case text != nil:
	case fallback != nil:
		return *fallback, nil
	default:
		return 0, ErrNotFound
	}
	if !integer.MatchString(*text) {
		return 0, ErrWrongType
	}
	number, err := strconv.ParseInt(*text, 10, 64)
	if err != nil {
		return 0, ErrOutOfRange
	}
	return number, nil
}

package main

import (
	"errors"
	"regexp"
	"strings"
)

var ErrInvalidArgument = errors.New("invalid argument")

var (
	identifierForm = regexp.MustCompile("^[A-Za-z0-9_-]*$")
	beforeUpper    = regexp.MustCompile("([a-z0-9])([A-Z])")
	beforeWord     = regexp.MustCompile("([A-Z])([A-Z][a-z])")
)

// SnakeCase turns an identifier of any common style into snake case.
func SnakeCase(identifier string) (string, error) {
	if !identifierForm.MatchString(identifier) {
		return "", ErrInvalidArgument
	}
	text := beforeUpper.ReplaceAllString(identifier, "${1}_${2}")
	text = beforeWord.ReplaceAllString(text, "${1}_${2}")
	words := strings.FieldsFunc(text, func(symbol rune) bool { return symbol == '_' || symbol == '-' })
	return strings.ToLower(strings.Join(words, "_")), nil
}

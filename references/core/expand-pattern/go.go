package main

import (
	"errors"
	"math/big"
	"strings"
	"unicode/utf8"
)

var ErrInvalidArgument = errors.New("invalid argument")

const limit = 1000

type outer struct {
	count *big.Int
	text  string
}

// ExpandPattern expands the counted groups of a pattern.
func ExpandPattern(pattern string) (string, error) {
	var open []outer
	text, count := "", ""
	isEscaped := false
	for _, symbol := range pattern {
		switch {
		case isEscaped:
			text += string(symbol)
			isEscaped = false
		case symbol >= '0' && symbol <= '9':
			count += string(symbol)
			continue
		case symbol == '[':
			number, isNumber := new(big.Int).SetString(count, 10)
			if !isNumber {
				return "", ErrInvalidArgument
			}
			open = append(open, outer{number, text})
			text, count = "", ""
			continue
		case count != "":
			return "", ErrInvalidArgument
		case symbol == ']':
			if len(open) == 0 {
				return "", ErrInvalidArgument
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			repeated, err := repeat(text, last.count)
			if err != nil {
				return "", err
			}
			text = last.text + repeated
		case symbol == '\\':
			isEscaped = true
		default:
			text += string(symbol)
		}
		if utf8.RuneCountInString(text) > limit {
			return "", ErrInvalidArgument
		}
	}
	if isEscaped || count != "" || len(open) > 0 {
		return "", ErrInvalidArgument
	}
	return text, nil
}

func repeat(text string, count *big.Int) (string, error) {
	if text == "" {
		return "", nil
	}
	length := big.NewInt(int64(utf8.RuneCountInString(text)))
	if length.Mul(length, count).Cmp(big.NewInt(limit)) > 0 {
		return "", ErrInvalidArgument
	}
	return strings.Repeat(text, int(count.Int64())), nil
}

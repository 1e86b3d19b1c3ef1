package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

type kind int

const (
	literal kind = iota
	anyOne
	star
	doubleStar
)

type token struct {
	kind   kind
	symbol rune
}

func (self token) isStar() bool {
	return self.kind == star || self.kind == doubleStar
}

func (self token) takes(symbol rune) bool {
	switch self.kind {
	case literal:
		return symbol == self.symbol
	case doubleStar:
		return true
	default:
		return symbol != '/'
	}
}

// GlobMatch tells whether a pattern with ?, * and ** matches a whole path.
func GlobMatch(pattern string, path string) (bool, error) {
	tokens, err := tokenize([]rune(pattern))
	if err != nil {
		return false, err
	}
	states := make([]bool, len(tokens)+1)
	enter(tokens, 0, states)
	for _, symbol := range path {
		following := make([]bool, len(tokens)+1)
		for state, each := range tokens {
			if !states[state] || !each.takes(symbol) {
				continue
			}
			if each.isStar() {
				enter(tokens, state, following)
			} else {
				enter(tokens, state+1, following)
			}
		}
		states = following
	}
	return states[len(tokens)], nil
}

func tokenize(pattern []rune) ([]token, error) {
	tokens := []token{}
	for position := 0; position < len(pattern); position++ {
		switch symbol := pattern[position]; symbol {
		case '*':
			if last := len(tokens) - 1; position > 0 && last >= 0 && tokens[last].isStar() {
				tokens[last].kind = doubleStar
			} else {
				tokens = append(tokens, token{star, 0})
			}
		case '?':
			tokens = append(tokens, token{anyOne, 0})
		case '\\':
			position++
			if position == len(pattern) {
				return nil, ErrInvalidArgument
			}
			tokens = append(tokens, token{literal, pattern[position]})
		default:
			tokens = append(tokens, token{literal, symbol})
		}
	}
	return tokens, nil
}

// enter adds a state and those that are reached from it when stars match nothing.
func enter(tokens []token, state int, states []bool) {
	states[state] = true
	for state < len(tokens) && tokens[state].isStar() {
		state++
		states[state] = true
	}
}

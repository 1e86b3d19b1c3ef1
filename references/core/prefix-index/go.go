package main

import (
	"errors"
	"sort"
)

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrNotFound        = errors.New("not found")
)

type node struct {
	children map[rune]*node
	isWord   bool
	words    int64
}

func newNode() *node {
	return &node{children: map[rune]*node{}}
}

// PrefixIndex is a trie over code points that counts the words below each node.
type PrefixIndex struct {
	root *node
}

func NewPrefixIndex() *PrefixIndex {
	return &PrefixIndex{root: newNode()}
}

func (index *PrefixIndex) Add(word string) (bool, error) {
	if word == "" {
		return false, ErrInvalidArgument
	}
	path := []*node{index.root}
	for _, symbol := range word {
		last := path[len(path)-1]
		if last.children[symbol] == nil {
			last.children[symbol] = newNode()
		}
		path = append(path, last.children[symbol])
	}
	return mark(path, true, 1), nil
}

func (index *PrefixIndex) Remove(word string) error {
	if !mark(index.path(word), false, -1) {
		return ErrNotFound
	}
	return nil
}

func (index *PrefixIndex) Count(prefix string) int64 {
	path := index.path(prefix)
	if path == nil {
		return 0
	}
	return path[len(path)-1].words
}

func (index *PrefixIndex) Complete(prefix string, limit int64) ([]string, error) {
	if limit < 0 {
		return nil, ErrInvalidArgument
	}
	found := []string{}
	if path := index.path(prefix); path != nil {
		found = collect(path[len(path)-1], prefix, limit, found)
	}
	return found, nil
}

// mark makes the end of a path a word or none; it tells whether that changed anything.
func mark(path []*node, isWord bool, step int64) bool {
	if len(path) == 0 || path[len(path)-1].isWord == isWord {
		return false
	}
	path[len(path)-1].isWord = isWord
	for _, each := range path {
		each.words += step
	}
	return true
}

// path returns the nodes along a text; nil if it leads nowhere.
func (index *PrefixIndex) path(text string) []*node {
	path := []*node{index.root}
	for _, symbol := range text {
		child := path[len(path)-1].children[symbol]
		if child == nil {
			return nil
		}
		path = append(path, child)
	}
	return path
}

func collect(from *node, text string, limit int64, found []string) []string {
	if int64(len(found)) >= limit {
		return found
	}
	if from.isWord {
		found = append(found, text)
	}
	symbols := []rune{}
	for symbol := range from.children {
		symbols = append(symbols, symbol)
	}
	sort.Slice(symbols, func(i, j int) bool { return symbols[i] < symbols[j] })
	for _, symbol := range symbols {
		found = collect(from.children[symbol], text+string(symbol), limit, found)
	}
	return found
}

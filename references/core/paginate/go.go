package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrOutOfRange      = errors.New("out of range")
)

type Page struct {
	Items    []string
	Number   int64
	Pages    int64
	Previous *int64
	Next     *int64
}

// Paginate returns one page of a list.
func Paginate(items []string, size int64, number int64) (Page, error) {
	if size < 1 {
		return Page{}, ErrInvalidArgument
	}
	count := int64(len(items))
	pages := count / size
	if count%size != 0 || count == 0 {
		pages++
	}
	if number < 1 || number > pages {
		return Page{}, ErrOutOfRange
	}
	rest := items[(number-1)*size:]
	if size < int64(len(rest)) {
		rest = rest[:size]
	}
	page := Page{Items: append([]string{}, rest...), Number: number, Pages: pages}
	if previous := number - 1; previous >= 1 {
		page.Previous = &previous
	}
	if next := number + 1; next <= pages {
		page.Next = &next
	}
	return page, nil
}

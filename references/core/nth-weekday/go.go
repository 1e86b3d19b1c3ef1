package main

import (
	"errors"
	"time"
)

var ErrInvalidArgument = errors.New("invalid argument")

// NthWeekday returns the day of the n-th weekday of a month, or nil if there is none.
func NthWeekday(year int64, month int64, weekday int64, n int64) (*int64, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || weekday < 0 || weekday > 6 || n == 0 {
		return nil, ErrInvalidArgument
	}
	if n < -5 || n > 5 {
		return nil, nil
	}
	start := time.Date(int(year), time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	length := int64(start.AddDate(0, 1, -1).Day())
	// Go's week starts on Sunday.
	startWeekday := (int64(start.Weekday()) + 6) % 7
	first := 1 + (weekday-startWeekday+7)%7
	day := first + 7*(n-1)
	if n < 0 {
		last := first + 7*((length-first)/7)
		day = last + 7*(n+1)
	}
	if day < 1 || day > length {
		return nil, nil
	}
	return &day, nil
}

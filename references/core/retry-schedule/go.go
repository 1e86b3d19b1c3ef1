package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

// RetrySchedule returns the delays of an exponential back-off that fit into the budget.
func RetrySchedule(base int64, factor int64, cap int64, attempts int64, budget int64) ([]int64, error) {
	if base < 1 || factor < 1 || cap < base || attempts < 0 || budget < 0 {
		return nil, ErrInvalidArgument
	}
	delays := []int64{}
	delay := base
	for left := budget; int64(len(delays)) < attempts && delay <= left; {
		delays = append(delays, delay)
		left -= delay
		if delay > cap/factor {
			delay = cap
		} else {
			delay *= factor
		}
	}
	return delays, nil
}

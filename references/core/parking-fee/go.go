package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

const (
	freeMinutes   = 15
	minutesPerDay = 1440
)

// ParkingFee returns the fee of one stay in cents.
func ParkingFee(minutes int64, hourly int64, dailyCap int64) (int64, error) {
	if minutes < 0 || hourly < 0 || dailyCap < 0 {
		return 0, ErrInvalidArgument
	}
	if minutes <= freeMinutes {
		return 0, nil
	}
	startedHours := (minutes%minutesPerDay + 59) / 60
	return minutes/minutesPerDay*min(24*hourly, dailyCap) + min(startedHours*hourly, dailyCap), nil
}

func min(left, right int64) int64 {
	if left < right {
		return left
	}
	return right
}

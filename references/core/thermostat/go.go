package main

import (
	"errors"
	"math"
)

var ErrInvalidArgument = errors.New("invalid argument")

// Thermostat returns for each reading whether the heater is on after it.
func Thermostat(readings []float64, low float64, high float64) ([]bool, error) {
	// Also false where one of the two is not a number.
	if !(low <= high) {
		return nil, ErrInvalidArgument
	}
	states := make([]bool, len(readings))
	isOn := false
	faults := 0
	for index, reading := range readings {
		if math.IsNaN(reading) {
			faults++
		} else {
			faults = 0
		}
		switch {
		case reading < low:
			isOn = true
		case reading > high || faults >= 3:
			isOn = false
		}
		states[index] = isOn
	}
	return states, nil
}

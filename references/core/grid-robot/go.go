package main

import (
	"errors"
	"strings"
)

var ErrInvalidArgument = errors.New("invalid argument")

const headings = "NESW"

type field = struct {
	First  int64
	Second int64
}

type state = struct {
	First  int64
	Second int64
	Third  string
	Fourth int64
}

var steps = []field{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}

// DriveRobot obeys the commands and returns position, heading and number of bumps.
func DriveRobot(width int64, height int64, start field, heading string, blocked map[field]struct{},
	commands string) (state, error) {
	isFree := func(at field) bool {
		_, isBlocked := blocked[at]
		return at.First >= 0 && at.First < width && at.Second >= 0 && at.Second < height && !isBlocked
	}
	direction := strings.Index(headings, heading)
	if !isFree(start) || len(heading) != 1 || direction < 0 || strings.Trim(commands, "LRFB") != "" {
		return state{}, ErrInvalidArgument
	}
	at := start
	var bumps int64
	for _, command := range commands {
		switch command {
		case 'L':
			direction = (direction + 3) % 4
		case 'R':
			direction = (direction + 1) % 4
		default:
			sign := int64(1)
			if command == 'B' {
				sign = -1
			}
			next := field{at.First + sign*steps[direction].First, at.Second + sign*steps[direction].Second}
			if isFree(next) {
				at = next
			} else {
				bumps++
			}
		}
	}
	return state{at.First, at.Second, headings[direction : direction+1], bumps}, nil
}

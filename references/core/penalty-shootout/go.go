package main

import "errors"

var ErrInvalidArgument = errors.New("invalid argument")

const regularKicks = 5

type decision = struct {
	First  string
	Second int64
}

// Shootout returns the winner and the number of kicks taken when it was decided.
func Shootout(kicks []bool) (decision, error) {
	var goals [2]int
	for index, scored := range kicks {
		if scored {
			goals[index%2]++
		}
		if winner := winner(index+1, goals[0], goals[1]); winner != "" {
			if index+1 < len(kicks) {
				return decision{}, ErrInvalidArgument
			}
			return decision{winner, int64(index + 1)}, nil
		}
	}
	return decision{"open", int64(len(kicks))}, nil
}

func winner(taken, goalsA, goalsB int) string {
	leftA := regularKicks - (taken+1)/2
	leftB := regularKicks - taken/2
	if leftB < 0 || leftA < 0 {
		if taken%2 == 1 {
			return ""
		}
		leftA, leftB = 0, 0
	}
	if goalsA > goalsB+leftB {
		return "A"
	}
	if goalsB > goalsA+leftA {
		return "B"
	}
	return ""
}

package main

import (
	"errors"
	"regexp"
	"strings"
)

var ErrInvalidArgument = errors.New("invalid argument")

var (
	number     = "(0|[1-9][0-9]*)"
	identifier = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
	version    = regexp.MustCompile(
		"^" + number + "[.]" + number + "[.]" + number + "(?:-(" + identifier + "(?:[.]" + identifier + ")*))?$")
	digits = regexp.MustCompile("^[0-9]+$")
)

// CompareVersions returns -1, 0 or 1 as the left version is older, equal or newer.
func CompareVersions(left string, right string) (int64, error) {
	leftParts := version.FindStringSubmatch(left)
	rightParts := version.FindStringSubmatch(right)
	if leftParts == nil || rightParts == nil {
		return 0, ErrInvalidArgument
	}
	for part := 1; part <= 3; part++ {
		if order := compareNumbers(leftParts[part], rightParts[part]); order != 0 {
			return order, nil
		}
	}
	leftRelease, rightRelease := leftParts[4], rightParts[4]
	switch {
	case leftRelease == rightRelease:
		return 0, nil
	case leftRelease == "":
		return 1, nil
	case rightRelease == "":
		return -1, nil
	}
	leftNames, rightNames := strings.Split(leftRelease, "."), strings.Split(rightRelease, ".")
	for index := 0; index < len(leftNames) && index < len(rightNames); index++ {
		if order := compareIdentifiers(leftNames[index], rightNames[index]); order != 0 {
			return order, nil
		}
	}
	return compare(len(leftNames) < len(rightNames), len(leftNames) > len(rightNames)), nil
}

func compare(isOlder, isNewer bool) int64 {
	if isOlder {
		return -1
	}
	if isNewer {
		return 1
	}
	return 0
}

// compareNumbers compares numbers of any size that have no leading zeros.
func compareNumbers(left, right string) int64 {
	if len(left) != len(right) {
		return compare(len(left) < len(right), true)
	}
	return int64(strings.Compare(left, right))
}

func compareIdentifiers(left, right string) int64 {
	isLeftNumeric, isRightNumeric := digits.MatchString(left), digits.MatchString(right)
	switch {
	case isLeftNumeric && isRightNumeric:
		return compareNumbers(left, right)
	case isLeftNumeric != isRightNumeric:
		return compare(isLeftNumeric, true)
	default:
		return int64(strings.Compare(left, right))
	}
}

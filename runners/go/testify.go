// Package assert stands in for the two functions of github.com/stretchr/testify/assert that HumanEval-X uses: the tests
// need nothing that is not here, and no module cache.
package assert

import (
	"bytes"
	"reflect"
	"testing"
)

// Assertions reports to one test.
type Assertions struct{ t *testing.T }

// New makes assertions for a test.
func New(t *testing.T) *Assertions { return &Assertions{t} }

// Equal fails the test, which goes on, unless both are of one type and deeply equal.
func (assertions *Assertions) Equal(expected, actual interface{}, _ ...interface{}) bool {
	if isEqual(expected, actual) {
		return true
	}
	assertions.t.Helper()
	assertions.t.Errorf("Not equal: expected %#v, actual %#v", expected, actual)
	return false
}

func isEqual(expected, actual interface{}) bool {
	if expected == nil || actual == nil {
		return expected == actual
	}
	left, isBytes := expected.([]byte)
	if !isBytes {
		return reflect.DeepEqual(expected, actual)
	}
	right, isBytes := actual.([]byte)
	if !isBytes {
		return false
	}
	if left == nil || right == nil {
		return left == nil && right == nil
	}
	return bytes.Equal(left, right)
}

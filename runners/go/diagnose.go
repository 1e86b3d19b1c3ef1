package evalharness

import (
	"errors"
	"reflect"
	"runtime"
)

// sourceFile is the candidate's source as the compiler was told.
const sourceFile = "solution.go"

func plainFacts(name, message string) []fact {
	return []fact{{name: "type", text: name}, {name: "message", text: message}, {name: "stage", text: "call"}}
}

// describeError tells of an error that a function returned: by the sentinel it is, else by its type.
func (self *driver) describeError(failure error) []fact {
	name := reflect.TypeOf(failure).String()
	for _, sentinel := range self.entry.Sentinels {
		if errors.Is(failure, sentinel.Value) {
			name = sentinel.Name
			break
		}
	}
	return append(plainFacts(name, failure.Error()), fact{name: "bases", list: []string{"error"}})
}

// describe tells of a panic; a fault of the harness goes on.
func (self *driver) describe(fault any) []fact {
	switch cause := fault.(type) {
	case malformed:
		panic(cause)
	case tooLarge:
		return plainFacts("HarnessResultTooLarge", "the result is too large")
	case mismatch:
		return append(plainFacts("HarnessSignatureMismatch", string(cause)), fact{name: "signature_mismatch", flag: true})
	}
	name, message := "panic", ""
	switch cause := fault.(type) {
	case runtime.Error:
		name, message = "runtime.Error", cause.Error()
	case error:
		message = messageOf(cause)
	case string:
		message = cause
	default:
		message = "a value of type " + reflect.TypeOf(fault).String()
	}
	facts := append(plainFacts(name, message), fact{name: "bases", list: []string{"panic"}})
	if line := panicLine(); line > 0 {
		facts = append(facts, fact{name: "line", line: line})
	}
	return facts
}

// messageOf asks an error of the program's for its message, and takes no answer for one.
func messageOf(failure error) (message string) {
	defer func() {
		if recover() != nil {
			message = ""
		}
	}()
	return failure.Error()
}

// panicLine returns the innermost line of the candidate's source on the stack of the panic.
func panicLine() int {
	counters := make([]uintptr, 64)
	frames := runtime.CallersFrames(counters[:runtime.Callers(2, counters)])
	for {
		frame, more := frames.Next()
		if frame.File == sourceFile {
			return frame.Line
		}
		if !more {
			return 0
		}
	}
}

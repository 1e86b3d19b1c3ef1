// Package evalharness answers the calls of descriptor 3 on descriptor 4; runners/WIRE.md is the specification.
//
// It is compiled once per toolchain and linked with each candidate. Reflection over the candidate's own functions
// says what their parameters are; the T frame, with which the calls begin, says what the task's types are, which
// tells a list from a tuple and a set from a map. fmt and everything like it stays out: linking it takes longer
// than compiling a candidate.
package evalharness

import (
	"os"
	"strconv"
	"unicode/utf8"
)

const (
	callsDescriptor   = 3
	resultsDescriptor = 4
	maximumDepth      = 200
	maximumBytes      = 16 << 20
	// What all results of a program may take: the frames that tell of its failures still fit behind them.
	resultBytes = maximumBytes - 1<<18
	// The harness's own fault, as opposed to anything a candidate does.
	faultCode = 70
)

// tooLarge ends the encoding of values that need more bytes than they may have.
type tooLarge struct{}

// malformed reports bytes that the format does not allow: the harness's own fault.
type malformed string

// output holds bytes up to a bound.
type output struct {
	bytes []byte
	room  int
}

func (out *output) add(piece string) {
	if len(piece) > out.room-len(out.bytes) {
		panic(tooLarge{})
	}
	out.bytes = append(out.bytes, piece...)
}

func (out *output) header(tag string, count int) {
	out.add(tag)
	out.add(strconv.Itoa(count))
	out.add(":")
}

func (out *output) body(tag string, body string) {
	out.header(tag, len(body))
	out.add(body)
}

func (out *output) integer(number int) {
	out.add("I")
	out.add(strconv.Itoa(number))
	out.add(";")
}

// fact is one entry of a diagnostic: text, texts, a line or a flag.
type fact struct {
	name string
	text string
	list []string
	line int
	flag bool
}

// diagnostic writes what is known of a failure.
func (out *output) diagnostic(facts []fact) {
	out.header("M", len(facts))
	for _, each := range facts {
		out.body("S", each.name)
		switch {
		case each.flag:
			out.add("T")
		case each.line > 0:
			out.integer(each.line)
		case each.list != nil:
			out.header("L", len(each.list))
			for _, item := range each.list {
				out.body("S", bounded(item))
			}
		default:
			out.body("S", bounded(each.text))
		}
	}
}

// bounded cuts a text at 2000 characters and replaces what is not UTF-8.
func bounded(text string) string {
	var result []rune
	for _, symbol := range text {
		if len(result) == 2000 {
			break
		}
		result = append(result, symbol)
	}
	return string(result)
}

// input reads tags, lengths and bodies in order.
type input struct {
	bytes string
	at    int
}

func (in *input) isAtEnd() bool {
	return in.at >= len(in.bytes)
}

func (in *input) take(count int) string {
	if count < 0 || count > len(in.bytes)-in.at {
		panic(malformed("a value runs past the end"))
	}
	in.at += count
	return in.bytes[in.at-count : in.at]
}

func (in *input) tag() byte {
	return in.take(1)[0]
}

func (in *input) expect(tag byte) {
	if in.tag() != tag {
		panic(malformed("expected a value with the tag " + string(rune(tag))))
	}
}

func (in *input) until(stop byte) string {
	from := in.at
	for in.tag() != stop {
	}
	return in.bytes[from : in.at-1]
}

func (in *input) count() int {
	count, err := strconv.Atoi(in.until(':'))
	if err != nil || count < 0 || count > len(in.bytes)-in.at {
		panic(malformed("a length runs past the end"))
	}
	return count
}

func (in *input) body() string {
	return in.take(in.count())
}

func (in *input) text() string {
	body := in.body()
	if !utf8.ValidString(body) {
		panic(malformed("text is not UTF-8"))
	}
	return body
}

func (in *input) integer() int {
	in.expect('I')
	number, err := strconv.Atoi(in.until(';'))
	if err != nil {
		panic(malformed("a number is not one"))
	}
	return number
}

// plain reads a description of types: string, bool, nil, []any and map[string]any.
func (in *input) plain() any {
	switch tag := in.tag(); tag {
	case 'S':
		return in.text()
	case 'T', 'F':
		return tag == 'T'
	case 'N':
		return nil
	case 'L':
		items := make([]any, in.count())
		for index := range items {
			items[index] = in.plain()
		}
		return items
	case 'M':
		entries := map[string]any{}
		for left := in.count(); left > 0; left-- {
			key, _ := in.plain().(string)
			entries[key] = in.plain()
		}
		return entries
	default:
		panic(malformed("a type is described by an unknown tag"))
	}
}

// readAll returns everything a descriptor holds.
func readAll(descriptor uintptr) (string, error) {
	file := os.NewFile(descriptor, "calls")
	defer file.Close()
	var all []byte
	buffer := make([]byte, 1<<16)
	for {
		count, err := file.Read(buffer)
		all = append(all, buffer[:count]...)
		if count == 0 || err != nil {
			if err != nil && err.Error() != "EOF" {
				return "", err
			}
			return string(all), nil
		}
	}
}

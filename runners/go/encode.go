package evalharness

import (
	"math"
	"reflect"
	"sort"
	"strconv"
	"unicode/utf8"
)

// encode writes a value: by the task's type where Go has one form for two things, else as what it is.
//
// A nil slice is an empty list and a nil map an empty map; a pointer is an optional value.
func encode(out *output, value reflect.Value, taskType any, depth int) {
	if constructor(taskType) == "optional" {
		taskType = part(taskType, 1)
	}
	if !value.IsValid() {
		out.add("N")
		return
	}
	kind := value.Kind()
	switch {
	case kind == reflect.Pointer || kind == reflect.Interface:
		if value.IsNil() {
			out.add("N")
		} else if depth > maximumDepth {
			out.body("X", "too deep")
		} else {
			encode(out, value.Elem(), taskType, depth+1)
		}
	case kind == reflect.Bool:
		if value.Bool() {
			out.add("T")
		} else {
			out.add("F")
		}
	case kind >= reflect.Int && kind <= reflect.Int64:
		out.add("I" + strconv.FormatInt(value.Int(), 10) + ";")
	case kind >= reflect.Uint && kind <= reflect.Uint64:
		out.add("I" + strconv.FormatUint(value.Uint(), 10) + ";")
	case kind == reflect.Float64 || kind == reflect.Float32:
		digits := strconv.FormatUint(math.Float64bits(value.Float()), 16)
		out.add("D" + "0000000000000000"[len(digits):] + digits)
	case kind == reflect.String:
		if text := value.String(); utf8.ValidString(text) {
			out.body("S", text)
		} else {
			out.body("X", "string")
		}
	case depth >= maximumDepth:
		out.body("X", "too deep")
	default:
		encodeContainer(out, value, taskType, depth+1)
	}
}

func encodeContainer(out *output, value reflect.Value, taskType any, depth int) {
	switch value.Kind() {
	case reflect.Slice, reflect.Array:
		if value.Type().Elem().Kind() == reflect.Uint8 && constructor(taskType) != "list" {
			encodeBytes(out, value)
			return
		}
		tag := "L"
		if constructor(taskType) == "tuple" {
			tag = "U"
		}
		out.header(tag, value.Len())
		for index := 0; index < value.Len(); index++ {
			encode(out, value.Index(index), elementType(taskType, index), depth)
		}
	case reflect.Map:
		encodeMap(out, value, taskType, depth)
	case reflect.Struct:
		encodeStruct(out, value, taskType, depth)
	default:
		out.body("X", opaqueName(value.Type()))
	}
}

func encodeBytes(out *output, value reflect.Value) {
	body := make([]byte, value.Len())
	for index := range body {
		body[index] = byte(value.Index(index).Uint())
	}
	out.body("B", string(body))
}

func encodeMap(out *output, value reflect.Value, taskType any, depth int) {
	element := value.Type().Elem()
	isUnit := element.Kind() == reflect.Struct && element.NumField() == 0
	isSet := isUnit && constructor(taskType) != "map"
	isSet = isSet || element.Kind() == reflect.Bool && constructor(taskType) == "set"
	keys := value.MapKeys()
	if isSet && !isUnit {
		// What a map of booleans says no to is not in the set.
		members := keys[:0]
		for _, key := range keys {
			if value.MapIndex(key).Bool() {
				members = append(members, key)
			}
		}
		keys = members
	}
	if isSet {
		out.header("E", len(keys))
	} else {
		out.header("M", len(keys))
	}
	// Go walks a map in another order each time; answers must not differ for that.
	entries := make([]string, len(keys))
	left := out.room - len(out.bytes)
	for index, key := range keys {
		entry := &output{room: left}
		encode(entry, key, part(taskType, 1), depth)
		if !isSet {
			encode(entry, value.MapIndex(key), part(taskType, 2), depth)
		}
		entries[index] = string(entry.bytes)
		left -= len(entry.bytes)
	}
	sort.Strings(entries)
	for _, entry := range entries {
		out.add(entry)
	}
}

func encodeStruct(out *output, value reflect.Value, taskType any, depth int) {
	shape := value.Type()
	isTuple := constructor(taskType) == "tuple" || shape.Name() == ""
	if isTuple {
		out.header("U", shape.NumField())
	} else {
		out.body("R", shape.Name())
		out.add(strconv.Itoa(shape.NumField()) + ":")
	}
	for index := 0; index < shape.NumField(); index++ {
		fieldType := part(taskType, index+1)
		if !isTuple {
			name := shape.Field(index).Name
			out.body("S", name)
			fieldType = recordField(shape.Name(), name)
		}
		encode(out, value.Field(index), fieldType, depth)
	}
}

func opaqueName(shape reflect.Type) string {
	name := shape.String()
	if len(name) > 50 {
		name = shape.Kind().String()
	}
	return name
}

// constructor returns "list", "set", … of a type that has parts, else the empty text.
func constructor(taskType any) string {
	name, _ := part(taskType, 0).(string)
	return name
}

func part(taskType any, index int) any {
	if parts, isList := taskType.([]any); isList && index < len(parts) {
		return parts[index]
	}
	return nil
}

func elementType(taskType any, index int) any {
	if constructor(taskType) == "tuple" {
		return part(taskType, index+1)
	}
	return part(taskType, 1)
}

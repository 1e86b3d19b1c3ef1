package evalharness

import (
	"math"
	"reflect"
	"strconv"
)

// mismatch reports a parameter that cannot take what the task passes.
type mismatch string

// decode makes an argument of the type that the program declares.
func decode(in *input, declared reflect.Type) reflect.Value {
	if declared.Kind() == reflect.Pointer {
		if in.at < len(in.bytes) && in.bytes[in.at] == 'N' {
			in.at++
			return reflect.Zero(declared)
		}
		pointer := reflect.New(declared.Elem())
		pointer.Elem().Set(decode(in, declared.Elem()))
		return pointer
	}
	if declared.Kind() == reflect.Interface && declared.NumMethod() == 0 {
		value := reflect.New(declared).Elem()
		if natural := naturalType(in); natural != nil {
			value.Set(decode(in, natural))
		} else {
			in.at++
		}
		return value
	}
	value := reflect.New(declared).Elem()
	switch tag := in.tag(); tag {
	case 'N':
		if !isNilable(declared.Kind()) {
			panic(mismatch("a parameter of type " + declared.String() + " cannot be nil"))
		}
	case 'T', 'F':
		demand(declared, declared.Kind() == reflect.Bool, "a bool")
		value.SetBool(tag == 'T')
	case 'I':
		decodeInteger(in.until(';'), value)
	case 'D':
		bits, err := strconv.ParseUint(in.take(16), 16, 64)
		if err != nil {
			panic(malformed("a float is not 16 digits"))
		}
		demand(declared, declared.Kind() == reflect.Float64 || declared.Kind() == reflect.Float32, "a float")
		value.SetFloat(math.Float64frombits(bits))
	case 'S':
		text := in.text()
		demand(declared, declared.Kind() == reflect.String, "a string")
		value.SetString(text)
	case 'B':
		body := in.body()
		isBytes := declared.Kind() == reflect.Slice && declared.Elem().Kind() == reflect.Uint8
		demand(declared, isBytes, "bytes")
		value.SetBytes([]byte(body))
	case 'L', 'U':
		decodeSequence(in, value)
	case 'E':
		decodeSet(in, value)
	case 'M':
		demand(declared, declared.Kind() == reflect.Map, "a map")
		value.Set(reflect.MakeMap(declared))
		for left := in.count(); left > 0; left-- {
			key := decode(in, declared.Key())
			value.SetMapIndex(key, decode(in, declared.Elem()))
		}
	case 'R':
		decodeRecord(in, value)
	default:
		panic(malformed("a value has an unknown tag"))
	}
	return value
}

func demand(declared reflect.Type, fits bool, what string) {
	if !fits {
		panic(mismatch("a parameter of type " + declared.String() + " cannot take " + what))
	}
}

func isNilable(kind reflect.Kind) bool {
	return kind == reflect.Slice || kind == reflect.Map || kind == reflect.Interface
}

func decodeInteger(digits string, value reflect.Value) {
	number, err := strconv.ParseInt(digits, 10, 64)
	kind := value.Kind()
	switch {
	case kind == reflect.Float64 || kind == reflect.Float32:
		demand(value.Type(), err == nil, "an integer of this size")
		value.SetFloat(float64(number))
	case kind >= reflect.Int && kind <= reflect.Int64:
		demand(value.Type(), err == nil && !value.OverflowInt(number), "an integer of this size")
		value.SetInt(number)
	case kind >= reflect.Uint && kind <= reflect.Uint64:
		positive, err := strconv.ParseUint(digits, 10, 64)
		demand(value.Type(), err == nil && !value.OverflowUint(positive), "a negative or large integer")
		value.SetUint(positive)
	default:
		demand(value.Type(), false, "an integer")
	}
}

func decodeSequence(in *input, value reflect.Value) {
	count := in.count()
	switch value.Kind() {
	case reflect.Slice:
		value.Set(reflect.MakeSlice(value.Type(), count, count))
		for index := 0; index < count; index++ {
			value.Index(index).Set(decode(in, value.Type().Elem()))
		}
	case reflect.Array:
		demand(value.Type(), value.Len() == count, "as many elements")
		for index := 0; index < count; index++ {
			value.Index(index).Set(decode(in, value.Type().Elem()))
		}
	case reflect.Struct:
		demand(value.Type(), value.NumField() == count, "as many elements")
		for index := 0; index < count; index++ {
			setField(value, index, decode(in, value.Type().Field(index).Type))
		}
	default:
		demand(value.Type(), false, "a list")
	}
}

// decodeSet makes a map to struct{} or bool, or a slice of the distinct elements.
func decodeSet(in *input, value reflect.Value) {
	if value.Kind() == reflect.Slice {
		decodeSequence(in, value)
		return
	}
	demand(value.Type(), value.Kind() == reflect.Map, "a set")
	value.Set(reflect.MakeMap(value.Type()))
	member := reflect.New(value.Type().Elem()).Elem()
	if member.Kind() == reflect.Bool {
		member.SetBool(true)
	}
	for left := in.count(); left > 0; left-- {
		value.SetMapIndex(decode(in, value.Type().Key()), member)
	}
}

func decodeRecord(in *input, value reflect.Value) {
	name := in.text()
	demand(value.Type(), value.Kind() == reflect.Struct, "a "+name)
	count := in.count()
	demand(value.Type(), value.NumField() == count, "the fields of a "+name)
	for left := count; left > 0; left-- {
		in.expect('S')
		field, found := value.Type().FieldByName(in.text())
		demand(value.Type(), found && len(field.Index) == 1, "the fields of a "+name)
		setField(value, field.Index[0], decode(in, field.Type))
	}
}

func setField(value reflect.Value, index int, part reflect.Value) {
	field := value.Field(index)
	demand(value.Type(), field.CanSet(), "fields that are not exported")
	field.Set(part)
}

// naturalType returns the type of the next value where the program declares any; nil for null.
func naturalType(in *input) reflect.Type {
	if in.isAtEnd() {
		panic(malformed("a value is missing"))
	}
	switch in.bytes[in.at] {
	case 'T', 'F':
		return reflect.TypeOf(false)
	case 'I':
		return reflect.TypeOf(int64(0))
	case 'D':
		return reflect.TypeOf(float64(0))
	case 'S':
		return reflect.TypeOf("")
	case 'B':
		return reflect.TypeOf([]byte(nil))
	case 'L', 'U':
		return reflect.TypeOf([]any(nil))
	case 'E':
		return reflect.TypeOf(map[any]struct{}(nil))
	case 'M':
		return reflect.TypeOf(map[any]any(nil))
	case 'N':
		return nil
	default:
		panic(mismatch("a parameter of type any cannot take a record"))
	}
}

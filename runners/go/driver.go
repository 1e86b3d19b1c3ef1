package evalharness

import (
	"os"
	"reflect"
	"runtime/debug"
	"strconv"
)

// Sentinel is an error value that the task names.
type Sentinel struct {
	Name  string
	Value error
}

// Entry is what the program offers to be called: functions and methods by name, a constructor by its type's name.
type Entry struct {
	Functions map[string]any
	Sentinels []Sentinel
}

// A stack that outgrows this ends the program; the default of a gigabyte would be the memory limit's to end.
const stackBytes = 64 << 20

// The task's types, and what is known of records: read by the encoder.
var recordTypes map[string]any

func recordField(record, field string) any {
	fields, _ := recordTypes[record].([]any)
	for _, each := range fields {
		if name, _ := part(each, 0).(string); name == field {
			return part(each, 1)
		}
	}
	return nil
}

type driver struct {
	entry   Entry
	task    map[string]any
	results *os.File
	objects map[int]reflect.Value
	room    int
}

// Run answers all calls and ends the process; the program is started as `program MEGABYTES MODE ENTRYPOINT`.
//
// It is called from the initialiser of the glue, so that the program's own main function, should it have one, never
// starts.
func Run(entry Entry) {
	defer func() {
		fault := recover()
		message := "unknown fault"
		if text, isText := fault.(malformed); isText {
			message = string(text)
		} else if err, isError := fault.(error); isError {
			message = err.Error()
		}
		os.Stderr.WriteString("driver: " + message + "\n")
		os.Exit(faultCode)
	}()
	debug.SetMaxStack(stackBytes)
	if len(os.Args) != 4 || os.Args[2] != "calls" {
		panic(malformed("unknown mode"))
	}
	if megabytes, err := strconv.Atoi(os.Args[1]); err == nil {
		debug.SetMemoryLimit(int64(megabytes) << 20)
	}
	calls, err := readAll(callsDescriptor)
	if err != nil {
		panic(err)
	}
	frames := &input{bytes: calls}
	frames.expect('T')
	task, _ := (&input{bytes: frames.body()}).plain().(map[string]any)
	recordTypes, _ = task["records"].(map[string]any)
	results := os.NewFile(resultsDescriptor, "results")
	self := &driver{entry, task, results, map[int]reflect.Value{}, resultBytes}
	self.send("L", "")
	count := 0
	for !frames.isAtEnd() && frames.bytes[frames.at] != 'Z' {
		kind := frames.tag()
		self.answer(kind, &input{bytes: frames.body()})
		count++
	}
	out := &output{room: maximumBytes}
	out.integer(count)
	self.send("Z", string(out.bytes))
	os.Exit(0)
}

func (self *driver) send(kind, payload string) {
	out := &output{room: maximumBytes + 64}
	out.body(kind, payload)
	if _, err := self.results.Write(out.bytes); err != nil {
		panic(err)
	}
}

func (self *driver) refuse(sequence int, facts []fact) {
	out := &output{room: maximumBytes}
	out.integer(sequence)
	out.diagnostic(facts)
	self.send("X", string(out.bytes))
}

func (self *driver) answer(kind byte, frame *input) {
	sequence := frame.integer()
	identity := 0
	if kind != 'C' {
		identity = frame.integer()
	}
	frame.expect('S')
	name := frame.text()
	var receiver []reflect.Value
	if kind == 'M' {
		object, isThere := self.objects[identity]
		if !isThere {
			self.refuse(sequence, plainFacts("HarnessSkipped", "the object was not constructed"))
			return
		}
		receiver = []reflect.Value{object}
	}
	function := reflect.ValueOf(self.entry.Functions[name])
	if function.Kind() != reflect.Func {
		facts := plainFacts("HarnessMissingEntry", "the entry point "+name+" is not a function")
		self.refuse(sequence, append(facts, fact{name: "missing_entry", text: name}))
		return
	}
	payload, facts := self.call(sequence, identity, kind, name, function, receiver, frame)
	if facts != nil {
		self.refuse(sequence, facts)
		return
	}
	self.room -= len(payload)
	self.send("R", payload)
}

// call makes one call; facts tell why there is no result.
func (self *driver) call(sequence, identity int, kind byte, name string, function reflect.Value,
	receiver []reflect.Value, frame *input) (payload string, facts []fact) {
	defer func() {
		if fault := recover(); fault != nil {
			facts = self.describe(fault)
		}
	}()
	arguments := decodeAll(frame, function.Type(), len(receiver))
	types, returns := self.types(kind, name)
	before := encodeAll(arguments, types, self.room)
	results := function.Call(append(receiver, arguments...))
	if count := len(results); count > 0 && isError(function.Type().Out(count-1)) {
		if failure := results[count-1]; !failure.IsNil() {
			return "", self.describeError(failure.Interface().(error))
		}
		results = results[:count-1]
	}
	out := &output{room: self.room}
	out.integer(sequence)
	switch {
	case kind == 'O':
		self.objects[identity] = receiverOf(results)
		out.add("N")
	case len(results) == 1:
		encode(out, results[0], returns, 0)
	case len(results) == 0:
		out.add("N")
	default:
		// Several results stand where a tuple is declared.
		out.header("U", len(results))
		for index, result := range results {
			encode(out, result, elementType(returns, index), 1)
		}
	}
	if after := encodeAll(arguments, types, self.room-len(out.bytes)); after == before {
		out.add("N")
	} else {
		out.add(after)
	}
	return string(out.bytes), nil
}

// receiverOf returns a pointer to what a constructor made, so that every method may be called on it.
func receiverOf(results []reflect.Value) reflect.Value {
	if len(results) != 1 {
		panic(mismatch("the constructor does not return one object"))
	}
	object := results[0]
	if object.Kind() == reflect.Pointer {
		return object
	}
	pointer := reflect.New(object.Type())
	pointer.Elem().Set(object)
	return pointer
}

func decodeAll(frame *input, function reflect.Type, skipped int) []reflect.Value {
	frame.expect('L')
	count := frame.count()
	if function.IsVariadic() || function.NumIn()-skipped != count {
		panic(mismatch("it takes another number of arguments"))
	}
	arguments := make([]reflect.Value, count)
	for index := range arguments {
		arguments[index] = decode(frame, function.In(index+skipped))
	}
	return arguments
}

// encodeAll encodes arguments where a call could change any of them.
func encodeAll(arguments []reflect.Value, types []any, room int) (encoded string) {
	isChangeable := false
	for _, argument := range arguments {
		kind := argument.Kind()
		isChangeable = isChangeable || kind == reflect.Slice || kind == reflect.Map || kind == reflect.Pointer
	}
	if !isChangeable {
		return ""
	}
	defer func() {
		if fault := recover(); fault != nil {
			encoded = "L1:X9:too large"
		}
	}()
	out := &output{room: room}
	out.header("L", len(arguments))
	for index, argument := range arguments {
		var taskType any
		if index < len(types) {
			taskType = part(types[index], 1)
		}
		encode(out, argument, taskType, 1)
	}
	return string(out.bytes)
}

// types returns the task's parameters, pairs of name and type, and the type of the result.
func (self *driver) types(kind byte, name string) (parameters []any, returns any) {
	signature := self.task
	if kind == 'M' {
		methods, _ := self.task["methods"].(map[string]any)
		signature, _ = methods[name].(map[string]any)
	}
	parameters, _ = signature["parameters"].([]any)
	return parameters, signature["returns"]
}

func isError(result reflect.Type) bool {
	return result == reflect.TypeOf((*error)(nil)).Elem()
}

// How values of a program's types are read and written.
//
// The types of the standard library have conformances; tuples and the task's records are taken apart by the fields that
// the runtime knows of them. Everything else is not plain data. `customMirror` and the like are never asked.

@_spi(Reflection) import Swift

protocol Readable {
    static func read(_ reader: inout Reader) -> Self
    /// A list of such values; bytes are one.
    static func readList(_ reader: inout Reader) -> [Self]
}

protocol Writable {
    func write(_ writer: inout Writer)
    static func writeList(_ list: [Self], _ writer: inout Writer)
}

extension Readable {
    static func readList(_ reader: inout Reader) -> [Self] {
        (0..<reader.items()).map { _ in read(&reader) }
    }
}

extension Writable {
    static func writeList(_ list: [Self], _ writer: inout Writer) { writeItems("L", list, &writer) }
}

private func writeItems<T>(_ tag: String, _ items: some Collection<T>, _ writer: inout Writer) {
    writer.nested { writer in
        writer.head(tag, items.count)
        for item in items { writeValue(item, &writer) }
    }
}

/// Writes an element of a set or key of a map. Tuples cannot stand there, so that an array stands for one.
private func writeKey<T>(_ key: T, _ writer: inout Writer) {
    guard let items = T.self as? any Items.Type else { return writeValue(key, &writer) }
    func write<I: Items>(_ type: I.Type) { unsafeBitCast(key, to: I.self).write(as: "U", &writer) }
    write(items)
}

private protocol Items {
    func write(as tag: String, _ writer: inout Writer)
}

// MARK: - Any type

/// The records of the task, as the program declares them.
nonisolated(unsafe) var records: [ObjectIdentifier: String] = [:]

/// Reads a value of any type that the task's types may have.
func readValue<T>(_ type: T.Type, _ reader: inout Reader) -> T {
    if let readable = type as? any Readable.Type {
        func read<R: Readable>(_ type: R.Type) -> T {
            // R is T; a cast would see through optionals.
            unsafeBitCast(R.read(&reader), to: T.self)
        }
        return read(readable)
    }
    if isTuple(type) {
        var left = reader.items()
        return assembled(type) { _, read in
            left -= 1
            if left < 0 { mismatch(type) }
            read(&reader)
        } finish: { if left != 0 { mismatch(type) } }
    }
    if records[ObjectIdentifier(type)] != nil {
        reader.expect("R", "a record")
        _ = reader.take(reader.count())
        var fields: [String: Reader] = [:]
        for _ in 0..<reader.count() { fields[reader.text()] = reader.skip() }
        return assembled(type) { name, read in
            guard var field = fields.removeValue(forKey: name) else { mismatch(type) }
            read(&field)
        } finish: { if !fields.isEmpty { mismatch(type) } }
    }
    mismatch(type)
}

func writeValue<T>(_ value: T, _ writer: inout Writer) {
    if let writable = T.self as? any Writable.Type {
        func write<W: Writable>(_ type: W.Type) { unsafeBitCast(value, to: W.self).write(&writer) }
        return write(writable)
    }
    let fields = fields(of: T.self)
    if T.self == Void.self { return writer.raw("N") }
    guard isTuple(T.self) || records[ObjectIdentifier(T.self)] != nil else {
        return writer.opaque("\(T.self)")
    }
    writer.nested { writer in
        if let name = records[ObjectIdentifier(T.self)] {
            writer.raw("R\(name.utf8.count):\(name)\(fields.count):")
        } else {
            writer.head("U", fields.count)
        }
        withUnsafeBytes(of: value) { bytes in
            for field in fields {
                if !isTuple(T.self) { writer.text(field.name) }
                func write<F>(_ type: F.Type) {
                    writeValue(bytes.baseAddress!.advanced(by: field.offset).assumingMemoryBound(to: F.self).pointee, &writer)
                }
                _openExistential(field.type, do: write)
            }
        }
    }
}

/// Ends the process, as a caller could not even have been compiled.
private func mismatch(_ type: Any.Type) -> Never {
    fatalError("the argument does not fit the parameter's type \(type)")
}

private struct Field {
    var name: String
    var offset: Int
    var type: Any.Type
}

private func fields(of type: Any.Type) -> [Field] {
    var fields: [Field] = []
    _ = _forEachField(of: type) { name, offset, type, _ in
        fields.append(Field(name: String(cString: name), offset: offset, type: type))
        return true
    }
    return fields
}

private func isTuple(_ type: Any.Type) -> Bool {
    // The first word of a type's description is its kind.
    unsafeBitCast(type, to: UnsafePointer<Int>.self).pointee == 0x301
}

/// Makes a tuple or structure of its fields, which `each` reads in order.
private func assembled<T>(
    _ type: T.Type, each: (String, (inout Reader) -> Void) -> Void, finish: () -> Void
) -> T {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: 1)
    defer { memory.deallocate() }
    for field in fields(of: type) {
        func initialize<F>(_ type: F.Type) {
            each(field.name) { reader in
                let place = UnsafeMutableRawPointer(memory).advanced(by: field.offset)
                place.initializeMemory(as: F.self, to: readValue(F.self, &reader))
            }
        }
        _openExistential(field.type, do: initialize)
    }
    finish()
    return memory.move()
}

// MARK: - Scalars

extension FixedWidthInteger {
    static func readInteger(_ reader: inout Reader) -> Self {
        let digits = reader.integer()
        guard let number = Self(digits) else { fatalError("the argument \(digits) does not fit in \(Self.self)") }
        return number
    }
}

extension Readable where Self: FixedWidthInteger {
    static func read(_ reader: inout Reader) -> Self { readInteger(&reader) }
}

extension Writable where Self: FixedWidthInteger {
    func write(_ writer: inout Writer) { writer.raw("I\(String(self));") }
}

extension Int: Readable, Writable {}
extension Int8: Readable, Writable {}
extension Int16: Readable, Writable {}
extension Int32: Readable, Writable {}
extension Int64: Readable, Writable {}
extension UInt: Readable, Writable {}
extension UInt16: Readable, Writable {}
extension UInt32: Readable, Writable {}
extension UInt64: Readable, Writable {}

extension UInt8: Readable, Writable {
    static func readList(_ reader: inout Reader) -> [UInt8] { Array(reader.body()) }

    static func writeList(_ list: [UInt8], _ writer: inout Writer) {
        writer.head("B", list.count)
        writer.raw(list)
    }
}

extension Double: Readable, Writable {
    static func read(_ reader: inout Reader) -> Double { reader.real() }
    func write(_ writer: inout Writer) { writer.real(self) }
}

extension Float: Readable, Writable {
    static func read(_ reader: inout Reader) -> Float { Float(reader.real()) }
    func write(_ writer: inout Writer) { writer.real(Double(self)) }
}

extension Bool: Readable, Writable {
    static func read(_ reader: inout Reader) -> Bool {
        let isTrue = reader.next == UInt8(ascii: "T")
        reader.expect("TF", "a truth value")
        return isTrue
    }

    func write(_ writer: inout Writer) { writer.raw(self ? "T" : "F") }
}

extension String: Readable, Writable {
    static func read(_ reader: inout Reader) -> String { reader.text() }
    func write(_ writer: inout Writer) { writer.text(self) }
}

/// The elements of tuples of several types, where tuples cannot stand.
extension AnyHashable: Readable, Writable {
    static func read(_ reader: inout Reader) -> AnyHashable {
        switch Character(Unicode.Scalar(reader.next)) {
        case "I": AnyHashable(Int.read(&reader))
        case "D": AnyHashable(Double.read(&reader))
        case "T", "F": AnyHashable(Bool.read(&reader))
        case "S": AnyHashable(String.read(&reader))
        case "B": AnyHashable([UInt8].read(&reader))
        case "N": AnyHashable(Int?.read(&reader))
        default: AnyHashable([AnyHashable].read(&reader))
        }
    }

    func write(_ writer: inout Writer) {
        func write<T>(_ value: T) { writeValue(value, &writer) }
        _openExistential(base, do: write)
    }
}

// MARK: - Containers

extension Optional: Readable, Writable {
    static func read(_ reader: inout Reader) -> Wrapped? {
        if reader.next != UInt8(ascii: "N") { return .some(readValue(Wrapped.self, &reader)) }
        _ = reader.tag()
        return nil
    }

    func write(_ writer: inout Writer) {
        switch self {
        case .some(let value): writeValue(value, &writer)
        case nil: writer.raw("N")
        }
    }
}

extension Array: Readable, Writable {
    static func read(_ reader: inout Reader) -> [Element] {
        if let readable = Element.self as? any Readable.Type {
            func read<R: Readable>(_ type: R.Type) -> [Element] {
                unsafeBitCast(R.readList(&reader), to: [Element].self)
            }
            return read(readable)
        }
        return (0..<reader.items()).map { _ in readValue(Element.self, &reader) }
    }

    func write(_ writer: inout Writer) {
        if let writable = Element.self as? any Writable.Type {
            func write<W: Writable>(_ type: W.Type) { W.writeList(unsafeBitCast(self, to: [W].self), &writer) }
            return write(writable)
        }
        writeItems("L", self, &writer)
    }
}

extension Array: Items {
    fileprivate func write(as tag: String, _ writer: inout Writer) { writeItems(tag, self, &writer) }
}

extension Set: Readable, Writable {
    static func read(_ reader: inout Reader) -> Set<Element> {
        Set((0..<reader.items()).map { _ in readValue(Element.self, &reader) })
    }

    func write(_ writer: inout Writer) {
        writer.nested { writer in
            writer.head("E", count)
            for item in self { writeKey(item, &writer) }
        }
    }
}

extension Dictionary: Readable, Writable {
    static func read(_ reader: inout Reader) -> [Key: Value] {
        reader.expect("M", "a map")
        var map: [Key: Value] = [:]
        for _ in 0..<reader.count() {
            let key = readValue(Key.self, &reader)
            map[key] = .some(readValue(Value.self, &reader))
        }
        return map
    }

    func write(_ writer: inout Writer) {
        writer.nested { writer in
            writer.head("M", count)
            for (key, value) in self {
                writeKey(key, &writer)
                writeValue(value, &writer)
            }
        }
    }
}

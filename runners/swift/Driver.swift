// Calls functions and objects of a program whose types are only known to the compiler.
//
// The glue makes each call in the program's own module: the compiler finds out the types of the arguments from the
// parameters that the program declares.

import Glibc

@_silgen_name("swift_EnumCaseName") private func enumCaseName<T>(_ value: T) -> UnsafePointer<CChar>?

public final class Call {
    fileprivate let arguments: [Reader]
    /// Encodings of the arguments that the call can change, after it, by position.
    fileprivate var changed: [Int: [UInt8]] = [:]
    fileprivate var result = Writer()

    fileprivate init(arguments: [Reader]) { self.arguments = arguments }

    public func argument<T>(_ index: Int) -> T {
        var reader = arguments[index]
        return readValue(T.self, &reader)
    }

    /// Lends an argument that the function changes in place.
    public func changing<T, R>(_ index: Int, _ function: (inout T) throws -> R) rethrows -> R {
        var value: T = argument(index)
        let before = encoded(value)
        let result = try function(&value)
        let after = encoded(value)
        if before != after { changed[index] = after }
        return result
    }

    private func encoded<T>(_ value: T) -> [UInt8] {
        var writer = Writer()
        writeValue(value, &writer)
        return writer.bytes
    }

    public func finish<T>(_ value: T) { writeValue(value, &result) }

    fileprivate func writeChangedArguments() {
        if changed.isEmpty { return result.raw("N") }
        result.head("L", arguments.count)
        for (index, argument) in arguments.enumerated() {
            if let bytes = changed[index] { result.raw(bytes) } else { result.raw(argument.encoding) }
        }
    }
}

/// Keeps an object, or a structure whose methods change it.
private final class Holder<Object> {
    var object: Object
    init(_ object: Object) { self.object = object }
}

public final class Driver {
    private var functions: [String: (Call) throws -> Void] = [:]
    private var methods: [String: (AnyObject, Call) throws -> Void] = [:]
    private var constructor: ((Call) throws -> AnyObject)?
    private var objects: [Int: AnyObject] = [:]

    private init() {}

    /// Answers all calls and ends the process.
    public static func run(_ register: (Driver) -> Void) -> Never {
        let driver = Driver()
        register(driver)
        driver.answerAll()
        _exit(0)
    }

    public func record<T>(_ type: T.Type, _ name: String) { records[ObjectIdentifier(type)] = name }

    public func function(_ name: String, _ body: @escaping (Call) throws -> Void) { functions[name] = body }

    public func constructor<Object>(_ body: @escaping (Call) throws -> Object) {
        constructor = { Holder(try body($0)) }
    }

    public func method<Object>(_ name: String, _ body: @escaping (inout Object, Call) throws -> Void) {
        methods[name] = { holder, call in try body(&unsafeDowncast(holder, to: Holder<Object>.self).object, call) }
    }

    private func answerAll() {
        let calls = receive()
        var frames = Reader(bytes: calls, at: 0, end: calls.count)
        send("L", [])
        var answered = 0
        while frames.hasMore {
            let letter = Character(Unicode.Scalar(frames.tag()))
            let payload = frames.take(frames.count())
            if letter == "Z" { break }
            guard "COM".contains(letter) else { continue }
            answer(letter, Reader(bytes: calls, at: payload.lowerBound, end: payload.upperBound))
            answered += 1
        }
        send("Z", "I\(answered);".utf8)
    }

    private func answer(_ letter: Character, _ payload: Reader) {
        var payload = payload
        let head = payload.skip().encoding
        let id = letter == "C" ? 0 : Int(payload.integer()) ?? 0
        let name = payload.text()
        let call = Call(arguments: (0..<payload.items()).map { _ in payload.skip() })
        call.result.raw(head)
        do {
            switch letter {
            case "C":
                guard let body = functions[name] else { return refuse(head, "HarnessMissingEntry", name) }
                try body(call)
            case "O":
                guard let body = constructor else { return refuse(head, "HarnessMissingEntry", name) }
                objects[id] = try body(call)
                call.result.raw("N")
            default:
                guard let object = objects[id] else { return refuse(head, "HarnessSkipped", name) }
                guard let body = methods[name] else { return refuse(head, "HarnessMissingEntry", name) }
                try body(object, call)
            }
        } catch {
            send("X", head + raised(error))
            return
        }
        call.writeChangedArguments()
        if call.result.isTooLarge {
            return refuse(head, "HarnessResultTooLarge", "the result takes more than 16 MiB")
        }
        send("R", call.result.bytes)
    }

    private func refuse(_ head: ArraySlice<UInt8>, _ type: String, _ message: String) {
        send("X", head + diagnostic(type, message))
    }

    /// An error by the name of its case, or else of its type.
    private func raised(_ error: any Error) -> [UInt8] {
        let type = "\(Swift.type(of: error as Any))"
        let name = enumCaseName(error).map { String(cString: $0) }
        return diagnostic(name ?? type, "\(error)", bases: name == nil ? [] : [type])
    }
}

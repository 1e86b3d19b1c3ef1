import HarnessCore

/// What an honest driver writes before the first answer.
let opening: [[UInt8]] = [a(), l()]

func a() -> [UInt8] { WireFormat.encode(frame: "A", []) }

func l() -> [UInt8] { WireFormat.encode(frame: "L", []) }

func r(_ sequence: Int64, _ value: Value, after: [Value]? = nil) -> [UInt8] {
    WireFormat.encode(frame: "R", [.int(sequence), value, after.map(Value.list) ?? .null])
}

func x(_ sequence: Int64, _ type: String, _ bases: [String] = []) -> [UInt8] {
    WireFormat.encode(frame: "X", [.int(sequence), diagnostic(type, bases)])
}

func z(_ count: Int64) -> [UInt8] { WireFormat.encode(frame: "Z", [.int(count)]) }

func v(_ outcome: String, calls: Int64 = 1, _ fields: [(String, Value)] = []) -> [UInt8] {
    WireFormat.encode(frame: "V", [map([("outcome", .text(outcome)), ("calls", .int(calls))] + fields)])
}

func diagnostic(
    _ type: String,
    _ bases: [String] = [],
    stage: String = "call",
    _ fields: [(String, Value)] = []
) -> Value {
    let classes = (type.hasSuffix("Error") || type == "SystemExit" ? [type] : []) + bases
    return map(
        [
            ("type", .text(type)), ("bases", .list(classes.map(Value.text))), ("message", .text("oops")),
            ("stage", .text(stage)), ("line", .int(3)),
        ] + fields
    )
}

func map(_ fields: [(String, Value)]) -> Value {
    .map(fields.map { Value.MapEntry(key: .text($0.0), value: $0.1) })
}

func report(
    _ frames: [[UInt8]],
    _ termination: RunReport.Termination = .exited(code: 0),
    limit: ResourceLimitKind? = nil,
    isStopped: Bool = false,
    cpuMicroseconds: Int = 1234,
    wallMicroseconds: Int = 5678
) -> RunReport {
    RunReport(
        termination: termination,
        limitHit: limit,
        isStopped: isStopped,
        usage: ResourceUsage(cpuMicroseconds: cpuMicroseconds, wallMicroseconds: wallMicroseconds),
        results: frames.flatMap(\.self),
        isolation: .full
    )
}

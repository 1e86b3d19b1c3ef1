/// Writes events as lines of CloudEvents JSON into one buffer; made for millions of them.
struct EventLineWriter {
    private(set) var bytes: [UInt8] = []
    private var serial: UInt64

    /// `serial` begins the events' ids.
    init(serial: UInt64 = 0) { self.serial = serial }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends one event and returns the range of its line, without the line's end.
    ///
    /// `common` holds the payload's fields that a session's events share, as JSON without braces; `own` the others,
    /// each beginning with a comma.
    @discardableResult
    mutating func append(_ kind: EventKind, at time: Int64, common: [UInt8], own: String) -> Range<Int> {
        serial += 1
        let start = bytes.count
        bytes.append(contentsOf: #"{"specversion":"1.0","id":"e"#.utf8)
        Self.appendHexadecimal(serial, to: &bytes)
        bytes.append(contentsOf: #"","source":"/editor","type":""#.utf8)
        bytes.append(contentsOf: kind.type.utf8)
        bytes.append(contentsOf: #"","time":""#.utf8)
        bytes.append(contentsOf: EventTime.text(time).utf8)
        bytes.append(contentsOf: #"","data":{"#.utf8)
        bytes.append(contentsOf: common)
        bytes.append(contentsOf: own.utf8)
        bytes.append(contentsOf: "}}".utf8)
        let end = bytes.count
        bytes.append(0x0A)
        return start..<end
    }

    /// Appends bytes as they are.
    mutating func append(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

    /// Takes the last line out again, with its end.
    mutating func removeLast(_ line: Range<Int>) -> [UInt8] {
        let taken = Array(bytes[line])
        bytes.removeLast(bytes.count - line.lowerBound)
        return taken
    }

    static func appendHexadecimal(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }
}

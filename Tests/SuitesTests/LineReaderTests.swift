import Foundation
import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct LineReaderTests {
    private func lines(
        _ content: some Sequence<UInt8>,
        name: String = "file.jsonl",
        maximumLineBytes: Int = 1 << 20,
        maximumBytes: Int = 1 << 30
    ) throws -> [String] {
        let reader = try LineReader(
            file: try TemporaryFolder.write(content, to: name),
            maximumLineBytes: maximumLineBytes,
            maximumBytes: maximumBytes
        )
        var lines: [String] = []
        while let line = try reader.next() {
            switch line {
            case .content(let bytes):
                lines.append("\(reader.lineNumber) \(String(decoding: bytes, as: UTF8.self))")
            case .tooLong(let byteCount): lines.append("\(reader.lineNumber) has \(byteCount) bytes")
            }
        }
        return lines
    }

    private func refusal(
        _ content: some Sequence<UInt8>,
        name: String = "file.jsonl.gz",
        maximumBytes: Int = 1 << 30
    ) throws -> HarnessError {
        try #require(throws: HarnessError.self) {
            try lines(content, name: name, maximumBytes: maximumBytes)
        }
    }

    @Test(arguments: [
        ("", []), ("\n", ["1 "]), ("a", ["1 a"]), ("a\n", ["1 a"]), ("a\n\nb", ["1 a", "2 ", "3 b"]),
        ("a\r\nb\r\n", ["1 a\r", "2 b\r"]), ("x\u{2028}y\n", ["1 x\u{2028}y"]),
    ])
    func `A line ends at a line feed or with the file`(content: String, expected: [String]) throws {
        #expect(try lines(content.utf8) == expected)
    }

    @Test func `Lines that cross the buffer stay whole`() throws {
        let texts = (0..<200).map { String(repeating: "\($0 % 10)", count: $0 * 37) }

        let read = try lines(texts.joined(separator: "\n").utf8)

        #expect(read == texts.enumerated().map { "\($0.offset + 1) \($0.element)" })
    }

    @Test func `A line beyond the limit is skipped and counted`() throws {
        let content = "aa\n" + String(repeating: "b", count: 300_000) + "\ncc\ndddd"

        #expect(
            try lines(content.utf8, maximumLineBytes: 3) == [
                "1 aa", "2 has 300000 bytes", "3 cc", "4 has 4 bytes",
            ]
        )
    }

    @Test func `A packed file is told by its first bytes, whatever its name`() throws {
        let packed = Gzip.pack(Array("a\nb\n".utf8))

        #expect(try lines(packed, name: "file.jsonl.gz") == ["1 a", "2 b"])
        #expect(try lines(packed, name: "file.jsonl") == ["1 a", "2 b"])
    }

    @Test func `Data that gzip compressed is unpacked`() throws {
        // printf '{"task_id": "T/0", "completion": "a"}\n{"task_id": "T/0", "completion": "b"}\n' | gzip -9n
        let base64 = "H4sIAAAAAAACA6tWKkkszo7PTFGyUlAK0TdQ0lFQSs7PLchJLcnMzwMJJirVclUTVJUEVAUAY74qM0wAAAA="
        let packed = try #require(Data(base64Encoded: base64))

        #expect(
            try lines(packed) == [
                "1 {\"task_id\": \"T/0\", \"completion\": \"a\"}",
                "2 {\"task_id\": \"T/0\", \"completion\": \"b\"}",
            ]
        )
    }

    @Test func `Members in a row and padding with zeros are one stream`() throws {
        let packed = Gzip.pack(Array("a\nb".utf8)) + Gzip.pack([]) + Gzip.pack(Array("c\n".utf8)) + [0, 0, 0]

        #expect(try lines(packed) == ["1 a", "2 bc"])
    }

    @Test func `A large packed file comes out as it went in`() throws {
        let texts = (0..<20_000).map { "line \($0)" }

        let read = try lines(Gzip.pack(Array(texts.joined(separator: "\n").utf8)))

        #expect(read.count == 20_000)
        #expect(read.last == "20000 line 19999")
    }

    @Test(arguments: [11, 15, 20, 27])
    func `A packed file that was cut off is refused`(length: Int) throws {
        let packed = Gzip.pack(Array("a\nbcdef\n".utf8))

        let error = try refusal(packed.prefix(length))

        #expect(error.message == "the gzip data is cut off")
        #expect(error.location?.contains("file.jsonl.gz:") == true)
    }

    @Test func `A packed file with a wrong byte is refused`() throws {
        var packed = Gzip.pack(Array("a\nbcdef\n".utf8))
        packed[17] ^= 1

        #expect(try refusal(packed).message == "the gzip data is damaged")
    }

    @Test func `What follows the packed data must be packed too`() throws {
        #expect(try refusal(Gzip.pack([1]) + [0, 7]).message == "the gzip data is damaged")
        #expect(try refusal(Gzip.pack([1]) + Array("hello".utf8)).message == "the gzip data is damaged")
    }

    @Test func `A file that unpacks beyond the bound is refused`() throws {
        let bomb = Gzip.pack([UInt8](repeating: UInt8(ascii: " "), count: 200_000))

        let error = try refusal(bomb, maximumBytes: 100_000)

        #expect(error.message == "holds more than 100000 bytes when unpacked")
        #expect(error.code == .badData)
    }

    @Test func `A name that promises gzip must keep its word`() throws {
        #expect(try refusal("{}\n".utf8).message == "is not packed by gzip, though its name says so")
    }

    @Test func `A file that is not there is missing input`() throws {
        let file = try TemporaryFolder.url().appendingPathComponent("none.jsonl")

        let error = try #require(throws: HarnessError.self) {
            try LineReader(file: file, maximumLineBytes: 1)
        }

        #expect(error.code == .noInput)
        #expect(error.message == "cannot be opened: No such file or directory")
    }

    @Test func `A folder or a device is no file`() throws {
        for file in [try TemporaryFolder.url(), URL(fileURLWithPath: "/dev/zero")] {
            let error = try #require(throws: HarnessError.self) {
                try LineReader(file: file, maximumLineBytes: 1)
            }

            #expect(error.message == "is not a file")
        }
    }
}

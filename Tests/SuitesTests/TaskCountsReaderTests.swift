import Foundation
import HarnessCore
import Suites
import Testing

@Suite(.temporaryFolder) struct TaskCountsReaderTests {
    private func read(_ text: String, name: String = "counts.csv") throws -> [TaskCounts] {
        try TaskCountsReader.counts(at: try TemporaryFolder.write(text, to: name))
    }

    @Test func `CSV is read by its header, with quotes, a byte order mark and Windows line ends`() throws {
        let counts = try read(
            "\u{FEFF}n,Task,c,difficulty,note\r\n10,\"a,\"\"b\"\"\",3,easy,x\r\n\r\n5,t,5,,\r\n"
        )

        #expect(counts.map(\.taskID) == ["a,\"b\"", "t"])
        #expect(counts.map(\.samples) == [10, 5])
        #expect(counts.map(\.passed) == [3, 5])
        #expect(counts.map(\.difficulty) == ["easy", nil])
        #expect(counts.allSatisfy { $0.language == .python && $0.cluster == nil })
    }

    @Test func `JSON Lines may call the task task_id and name a cluster`() throws {
        let counts = try read(
            #"{"task_id": "Go/1", "n": 20, "c": 0, "language": "go", "cluster": "one", "extra": [1, 2]}"#
                + "\n",
            name: "counts.jsonl"
        )

        #expect(counts.count == 1)
        #expect(counts[0].language.rawValue == "go")
        #expect(counts[0].cluster == "one")
    }

    @Test(arguments: [
        #"{"task": "t", "n": NaN, "c": 0}"#, #"{"task": "t", "n": "5", "c": 0}"#,
        #"{"task": 5, "n": 5, "c": 0}"#,
        #"{"task": "t", "n": 5}"#, #"{"task": "t", "n": 5, "c": 6}"#, #"["t", 5, 1]"#,
    ])
    func `faulty JSON Lines are refused with their line`(line: String) throws {
        let error = try #require(throws: HarnessError.self) { try read(line, name: "counts.jsonl") }

        #expect(error.code == .badData)
        #expect(error.location?.hasSuffix("counts.jsonl:1") == true)
    }

    @Test func `one task in two languages is two lines`() throws {
        #expect(try read("task,n,c,language\nt,1,1,go\nt,1,0,rust\n").count == 2)
    }

    static let faults: [(text: String, line: Int?, fragment: String)] = [
        ("task,n,c\nt,5,6\n", 2, "no more samples can pass"),
        ("task,n,c\nt,5\n", 2, "2 cells under a header of 3"),
        ("task,n,c\nt,-1,0\n", 2, "whole number"),
        ("task,n,c\nt,1.5,1\n", 2, "whole number"),
        ("task,n,c\nt,99999999999999999999,1\n", 2, "whole number"),
        ("task,samples,c\nt,5,1\n", 2, "missing field \"n\""),
        ("n,c\n5,1\n", 2, "missing field \"task\""),
        ("task,n,c\nt,5,1\nt,5,2\n", 3, "line 2"),
        ("task,n,c\n\"t,5,1\n", 2, "quoted cell"),
        ("task,n,c\n", nil, "no tasks"),
        ("", nil, "no tasks"),
        ("task,n,c\n" + String(repeating: "x", count: 70_000) + ",1,1\n", 2, "longer than"),
    ]

    @Test(arguments: faults.indices)
    func `faulty counts are refused with their line`(index: Int) throws {
        let fault = Self.faults[index]

        let error = try #require(throws: HarnessError.self) { try read(fault.text) }

        #expect(error.code == .badData)
        #expect(error.message.contains(fault.fragment), "\(error.message)")
        if let line = fault.line { #expect(error.location?.hasSuffix("counts.csv:\(line)") == true) }
    }
}

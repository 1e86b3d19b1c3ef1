import Foundation
import HarnessCore
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Every export format: it parses, holds the table, never changes, and lets no foreign text act.
@Suite(.timeLimit(.minutes(5)))
struct ExportTests {
    static let formats = [
        "csv", "jsonl", "markdown", "html", "latex", "junit", "sarif", "inspect", "hf-leaderboard",
    ]

    /// Text that would act in some format if it were let.
    static let hostile =
        "=cmd|' /C calc'!A0 <script>alert(1)</script> \\input{x} \u{1B}[2J \u{202E} \u{0} ]]> | `x` @org"

    private static let filled = Result { try fill() }

    private static func scratch() throws -> ScratchStore { try ScratchStore(copyOf: filled.get()) }

    private static func fill() throws -> ScratchStore {
        let scratch = try ScratchStore()
        let ended = Date(timeIntervalSince1970: 1_770_000_000)
        try scratch.add(
            .init(
                id: "r-one000",
                model: Self.hostile,
                tasks: 6,
                samples: 2,
                passed: { $0 % 3 },
                infrastructure: 1,
                message: Self.hostile,
                taskName: { $0 == 0 ? Self.hostile.replacing("\u{0}", with: "") : "task-\($0)" },
                ended: ended
            )
        )
        return scratch
    }

    @Test(arguments: formats)
    func `the same run gives the same bytes, on standard output and in a file`(format: String) async throws {
        let scratch = try Self.scratch()
        let command = ["export", "latest", "--format", format]

        let first = try await scratch.run(command)
        let second = try await scratch.run(command)
        let filed = try await scratch.run(command + ["-o", "out"])

        #expect(first.code == 0, "\(first.complaint)")
        #expect(!first.output.isEmpty)
        #expect(second.output == first.output)
        #expect(filed.code == 0)
        #expect(filed.output.isEmpty)
        #expect(try String(contentsOf: scratch.folder.file("out"), encoding: .utf8) == first.output)
    }

    @Test(arguments: formats, ["run", "task", "sample"])
    func `foreign text is shown and never acts`(format: String, level: String) async throws {
        let scratch = try Self.scratch()

        let outcome = try await scratch.run(["export", "latest", "--format", format, "--level", level])

        if outcome.code == 64 { return }  // a format without this level
        #expect(outcome.code == 0)
        let text = outcome.output
        for scalar in text.unicodeScalars {
            let isLayout = scalar == "\n" || scalar == "\r"
            #expect(isLayout || scalar.value >= 0x20, "a control character")
            #expect(scalar != "\u{202E}", "text that runs backwards")
        }
        switch format {
        case "csv":
            for cell in text.split(whereSeparator: { $0 == "," || $0 == "\r\n" }) {
                #expect(!cell.hasPrefix("=") && !cell.hasPrefix("\"="))
            }
        case "markdown", "html", "junit": #expect(!text.contains("<script"))
        case "latex": #expect(!text.contains("\\input"))
        default: break
        }
    }

    @Test func `the table of rates is in every format`() async throws {
        let scratch = try Self.scratch()
        // Tasks 0 to 5 pass 0, 1, 2, 0, 1, 2 of two; the first has one sample of ours left out: mean 0.5.
        let expected = [
            "csv": ",0.5,", "jsonl": #""value":0.5"#, "markdown": "| 50.0 ", "html": ">50.0 [",
            "latex": "& 50.0 ",
            "junit": #"name="pass@1.python" value="0.500000""#, "sarif": #""value":0.5"#,
            "inspect": #""value":0.5"#, "hf-leaderboard": "value: 0.5\n",
        ]

        for format in Self.formats {
            let outcome = try await scratch.run(["export", "latest", "--format", format])
            #expect(outcome.output.contains(try #require(expected[format])), "\(format)")
        }
    }

    @Test func `JSON formats parse, whole or line by line`() async throws {
        let scratch = try Self.scratch()
        for format in ["sarif", "inspect"] {
            let outcome = try await scratch.run(["export", "latest", "--format", format])
            #expect(try outcome.json().count >= 3, "\(format)")
        }
        let lines = try await scratch.run(["export", "latest", "--format", "jsonl", "--level", "sample"])
        let objects = try lines.output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.count == 12)
        #expect(objects.allSatisfy { $0["completion"] is String && $0["prompt"] is String })
    }

    @Test func `JUnit is well-formed and counts tasks, ours apart`() async throws {
        let scratch = try Self.scratch()
        let outcome = try await scratch.run(["export", "latest", "--format", "junit"])

        let parser = XMLParser(data: Data(outcome.output.utf8))
        let counter = ElementCounter()
        parser.delegate = counter
        #expect(parser.parse())
        #expect(counter.counts["testcase"] == 6)
        #expect(counter.counts["failure"] == 4)
        #expect(outcome.output.contains(#"tests="6" failures="4" errors="0" skipped="0""#))
    }

    @Test func `an Inspect log has its fields in Inspect's order and its name in a folder`() async throws {
        let scratch = try Self.scratch()
        let outcome = try await scratch.run(["export", "latest", "--format", "inspect", "-o", "logs/"])

        #expect(outcome.code == 0, "\(outcome.complaint)")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.file("logs").path)
        #expect(names == ["2026-02-02T02-40-00Z_core_r-one000.json"])
        let text = try String(contentsOf: scratch.folder.file("logs/" + names[0]), encoding: .utf8)
        var rest = text[...]
        for field in ["version", "status", "eval", "plan", "results", "stats", "samples"] {
            let place = try #require(rest.range(of: "\"\(field)\":"), "\(field) in its order")
            rest = rest[place.upperBound...]
        }
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect((object["samples"] as? [Any])?.count == 11, "our own error is no sample")
    }

    private final class ElementCounter: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]

        func parser(
            _ parser: XMLParser,
            didStartElement element: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            counts[element, default: 0] += 1
        }
    }
}

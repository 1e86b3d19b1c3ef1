import Foundation
import Testing

/// Compares lines with a reviewed file beside the tests.
///
/// With UPDATE_SNAPSHOTS=1 the file is written instead, for review; the test then fails, so that nobody takes
/// a run that wrote its own expectation for a proof.
func expectSnapshot(
    _ lines: [String],
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "Snapshots/\(name).txt"
    )
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("wrote \(file.lastPathComponent): review it", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, sourceLocation: sourceLocation)
}

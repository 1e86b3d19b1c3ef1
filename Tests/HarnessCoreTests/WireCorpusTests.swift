import Foundation
import TestSupport
import Testing

@testable import HarnessCore

/// What the fuzzer of the wire decoder has found, given to it again.
struct WireCorpusTests {
    @Test func `every input is read or refused, and what is read survives being written`() throws {
        let corpus = Checkout.root.appending(path: "Tests/Launcher/Fuzz/corpus/wire")
        let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
        var accepted = 0

        for name in names {
            let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: name)))
            for frame in WireFormat.leadingFrames(in: bytes).frames {
                guard let values = try? frame.values() else { continue }
                accepted += 1
                let kind = Character(Unicode.Scalar(frame.kind))
                let again = try #require(
                    try WireFormat.frames(in: WireFormat.encode(frame: kind, values)).first
                )
                #expect(try again.values() == values, "\(name)")
            }
        }

        #expect(names.count > 15)
        #expect(accepted > 10)
    }
}

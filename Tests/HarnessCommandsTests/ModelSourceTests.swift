import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import HarnessCommands

@Suite struct ModelSourceTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func find(_ definition: String) throws -> ModelSource {
        try home.write(definition, to: "models/mine/model.yaml")
        let configuration = Configuration(files: [], environment: [:], folder: home.url)
        return try ModelSource.find("mine", configuration: configuration, home: home.url)
    }

    @Test func `a model says where its samples are, and its version stays as written`() throws {
        let model = try find("name: mine\nversion: 1.10\nsamples: sets/a.jsonl\n")

        #expect(model.version == "1.10")
        #expect(model.samples.path == home.file("models/mine/sets/a.jsonl").path)
        #expect(try find("").samples.path == home.file("models/mine/samples.jsonl").path)
    }

    @Test func `an unknown key is refused with its line and the key that was meant`() throws {
        let error = #expect(throws: HarnessError.self) { try find("name: mine\nsmaples: other.jsonl\n") }

        #expect(error?.code == .badConfiguration)
        #expect(error?.message == "unknown key \"smaples\"")
        #expect(error?.location?.hasSuffix("model.yaml:2") == true)
        #expect(error?.remedy?.hasPrefix("did you mean \"samples\"?") == true)
    }

    @Test(arguments: ["- a list", "samples: [a, b]", "samples: {a: b}", "name: [", "name: a\nname: b"])
    func `a definition of another form is refused`(definition: String) {
        let error = #expect(throws: HarnessError.self) { try find(definition) }

        #expect(error?.code == .badConfiguration)
    }
}

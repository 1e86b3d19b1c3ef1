import HarnessCore
import Testing

@testable import Runners

/// Definitions that are wrong in one place.
@Suite
struct DefinitionErrorTests {
    @Test(arguments: [
        ("display_name: Toy", "display_nme: Toy", "unknown key \"display_nme\""),
        ("memory_mb: 300", "memory_mbs: 300", "limits.compile.memory_mbs: unknown key \"memory_mbs\""),
        ("memory_mb: 300", "memory_mb: many", "limits.compile.memory_mb"),
        ("memory_mb: 300", "memory_mb: -1", "out of range"),
        ("artifact: program", "artifact: ../program", "artifact must be a plain file name"),
        ("file: main.toy", "file: solution.toy", "glue: the file must be"),
        ("float: real", "floot: real", "types.floot: is no type"),
        ("  float: real\n", "", "has no pattern for float"),
        ("list: { plain: ", "list: { plane: ", "unknown key \"plane\""),
        ("not_found: {", "not_there: {", "unknown key \"not_there\""),
        ("names: [Missing]", "names: []", "\"names\" is empty"),
        ("function: camel", "function: kebab", "naming.function"),
        ("{{prompt}} for", "{{promt}} for", "prompt.function: {{promt}} is no name that has a value here"),
        ("{{/prose}}", "{{/pose}}", "prompt.function: {{/pose}} closes no open section"),
        ("\\\\w+)", "\\\\w+", "no regular expression"),
        ("unless_defined: name", "unless_defined: member", "no group \"member\""),
        ("hallucination.undefined-name", "hallucination.unheard-of", "is no failure mode"),
        ("address_space: unlimited", "address_space: endless", "address_space"),
        ("run: [\"{artifact}\"", "cold_arguments: [\"{artifact}\"", "compile: needs run"),
        ("harness_files: [driver.toy]", "harness_files: [driver.toy, toy.pch]", "names a file twice"),
        ("harness_files: [driver.toy]", "harness_files: [../../etc/passwd]", "harness_files"),
        ("probe_command: [", "probe: [", "\"{folder}"),
    ])
    func `is refused with what is wrong and where`(part: String, other: String, message: String) throws {
        let error = try ToyLanguage.refusal(replacing: part, with: other)

        // The last row is not wrong: either way of probing will do.
        guard !part.hasPrefix("probe_command") else { return #expect(error == nil) }
        #expect(error?.code == .badConfiguration)
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
        #expect(error?.location?.contains("toy/runner.yaml") == true)
    }

    @Test
    func `the place of a wrong value is its line`() throws {
        let error = try ToyLanguage.refusal(replacing: "memory_mb: 300", with: "memory_mbs: 300")

        let lines = ToyLanguage.definition.split(separator: "\n")
        let line = try #require(lines.firstIndex { $0.contains("memory_mb: 300") }) + 1
        #expect(error?.location?.hasSuffix("runner.yaml:\(line)") == true)
    }
}

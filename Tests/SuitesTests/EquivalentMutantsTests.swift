import HarnessCore
import Suites
import TestSupport
import Testing

struct EquivalentMutantsTests {
    private func load(_ text: String) throws -> EquivalentMutants? {
        let folder = try TestSupport.TemporaryFolder()
        try folder.write(text, to: "task/\(EquivalentMutants.fileName)")
        return try EquivalentMutants.load(task: "task", referencesFolder: folder.url)
    }

    @Test func `a list holds mutants and reasons for one reference`() throws {
        let list = try load(
            """
            reference: 0123456789abcdef
            equivalent:
              - mutant: "1:2 ROR < → <="
                reason: the two are never equal
            """
        )

        #expect(list?.reference == "0123456789abcdef")
        #expect(list?.reasons == ["1:2 ROR < → <=": "the two are never equal"])
    }

    @Test func `a task without a list has none`() throws {
        let folder = try TestSupport.TemporaryFolder()

        #expect(try EquivalentMutants.load(task: "task", referencesFolder: folder.url) == nil)
    }

    @Test(arguments: [
        ("equivalent: []", "reference"),
        ("reference: x\nequivalent:\n  - { mutant: a }", "reason"),
        ("reference: x\nequivalent:\n  - { mutant: a, reason: b, why: c }", "why"),
        ("reference: x\nequivalent:\n  - { mutant: a, reason: b }\n  - { mutant: a, reason: c }", "twice"),
    ])
    func `a list that cannot be is refused with its place`(text: String, rule: String) {
        #expect {
            try load(text)
        } throws: { error in
            guard let error = error as? HarnessError else { return false }
            return error.message.contains(rule)
                && error.location?.contains(EquivalentMutants.fileName) == true
        }
    }

    @Test func `the mark of a reference changes with every byte`() {
        #expect(EquivalentMutants.mark(of: "a") == "ca978112ca1bbdca")
        #expect(EquivalentMutants.mark(of: "a\n") != EquivalentMutants.mark(of: "a"))
    }
}

import Foundation
package import HarnessCore

extension Runner {
    /// Plans how the mutants of a program are made, in a box like everything that reads programs.
    ///
    /// The program's standard output is read by `Mutant.list(_:)`; nil where the language has no mutants.
    /// - Throws: `noInput` where the runner's file cannot be read, `badConfiguration` for an unknown placeholder.
    package func mutation(
        of program: String,
        toolchain: Toolchain
    ) throws(HarnessError) -> ExecutionRequest? {
        guard let step = definition.mutants else { return nil }
        let script = try Self.contents(of: folder.appending(path: step.file))
        let limits = ResourceLimits(cpuMilliseconds: 60_000, wallMilliseconds: 300_000, outputBytes: 64 << 20)
        return ExecutionRequest(
            files: [
                ExecutionRequest.BoxFile(name: step.file, content: Array(script)),
                ExecutionRequest.BoxFile(name: definition.sourceFile, content: Array(program.utf8)),
            ],
            start: .cold(command: try command(step.command, toolchain, limits: limits)),
            limits: limits
        )
    }
}

/// A program with one small fault, made from one that is right.
package struct Mutant: Sendable, Hashable, Decodable {
    /// Place, operator and change, on one line: `12:5 ROR < → <=`; no two of a program are equal.
    package var name: String
    /// The mutation operator, as the literature abbreviates it.
    package var `operator`: String
    /// Line of the program, from 1.
    package var line: Int
    package var program: String

    package init(name: String, operator: String, line: Int, program: String) {
        self.name = name
        self.operator = `operator`
        self.line = line
        self.program = program
    }

    /// Reads one mutant a line.
    ///
    /// - Throws: `internalFault` for anything else: the runner's own file wrote it.
    package static func list(_ output: [UInt8]) throws(HarnessError) -> [Mutant] {
        do {
            return try output.split(separator: UInt8(ascii: "\n"))
                .map { try JSONDecoder().decode(Mutant.self, from: Data($0)) }
        } catch {
            throw HarnessError(.internalFault, "the mutants of a program cannot be read: \(error)")
        }
    }
}

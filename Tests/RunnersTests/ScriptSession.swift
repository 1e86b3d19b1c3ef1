import Foundation
import HarnessCore

@testable import Runners

/// Runs the driver of an interpreted language as it is, without a sandbox.
struct ScriptSession {
    let runner: Runner
    let toolchain: Toolchain

    private static let mustWork =
        ProcessInfo.processInfo.environment["EVALHARNESS_LANGUAGES_MUST_WORK"] == "1"

    /// Returns nil where the language is not installed and need not be.
    init?(_ language: String) async throws {
        runner = try Runner(folder: DriverSession.runnersFolder.appending(path: language))
        do throws(HarnessError) {
            toolchain = try await runner.toolchain()
        } catch {
            if Self.mustWork || error.code != .unavailable { throw error }
            return nil
        }
    }

    /// Calls the function that a program defines, once for each list of arguments.
    func answers(
        of program: String,
        to function: CaseTest.Function,
        _ calls: [[Value]]
    ) async throws -> DriverSession.Output {
        let types = TypesFrame.encode(
            CaseTest(signature: .function(function), cases: [], usesWideIntegers: true)
        )
        let frames = calls.enumerated().map { index, arguments in
            WireFormat.encode(
                frame: "C",
                [.int(Int64(index)), .text(function.name), .list(arguments)]
            )
        }
        let box = try Box([
            runner.definition.sourceFile: Array(program.utf8), "calls": types + frames.flatMap(\.self),
        ])
        defer { box.remove() }
        let script = "exec \"$@\" 3< calls 4> results > out 2> err"
        let exitCode = try await box.run(
            "/bin/sh",
            ["-c", script, "sh"] + command + ["calls", function.name],
            runner
        )
        return try box.output(exitCode: exitCode)
    }

    private var command: [String] {
        runner.definition.run.map {
            $0.replacing("{executable}", with: toolchain.executable)
                .replacing("{harness}", with: runner.folder.path)
        }
    }
}

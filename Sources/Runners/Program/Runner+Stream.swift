import Foundation
package import HarnessCore

extension Runner {
    /// Whether whole programs that read standard input can be run.
    package var runsStreams: Bool { streams != nil }

    /// What a language says of stand-alone programs with tests holds for those without, where nothing else is said.
    private var streams: (compile: CompileStep?, run: [String])? {
        if let stream = definition.stream, !stream.run.isEmpty { return (stream.compile, stream.run) }
        return definition.program.map { ($0.compile, $0.run) }
    }

    /// An output without the lines that the runtime itself writes.
    package func withoutNoise(_ output: [UInt8]) -> [UInt8] {
        let patterns = (definition.stream?.noise ?? []).compactMap(ExpressionText.compiled)
        guard !patterns.isEmpty, let text = String(validating: output, as: UTF8.self) else { return output }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            let line = String(line)
            let whole = NSRange(line.startIndex..., in: line)
            return !patterns.contains { $0.firstMatch(in: line, range: whole) != nil }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// Plans how a whole program is compiled and run; its input is added for each case.
    ///
    /// - Throws: `badConfiguration` where the runner declares no such programs or a placeholder has no value.
    package func streamPlan(
        program text: String,
        limits: ResourceLimits,
        toolchain: Toolchain
    ) throws(HarnessError) -> ExecutionPlan {
        guard let streams else {
            throw HarnessError(
                .badConfiguration,
                "\(displayName) runs no programs that read standard input",
                at: folder.appending(path: Self.definitionFile).path,
                remedy: "declare them under \"stream:\"; runners/README.md explains it"
            )
        }
        let source = ExecutionRequest.BoxFile(name: definition.sourceFile, content: Array(text.utf8))
        let bounds = runLimits(limits)
        var values = ["mode": definition.stream?.mode ?? StreamDefinition.defaultMode]
        if let step = streams.compile { values["artifact"] = "/box/\(step.artifact)" }
        var run = ExecutionRequest(
            files: [],
            start: .cold(command: try command(streams.run, toolchain, limits: bounds, values)),
            readsCallsAsInput: true,
            limits: bounds,
            needsProcessFileSystem: definition.needsProcessFileSystem,
            boundsAddressSpace: definition.addressSpace == .bounded
        )
        guard let step = streams.compile else {
            run.files.append(source)
            return .calls(run)
        }
        let compile = try compilation(of: [source], step, toolchain, values)
        return .compiled(
            CompilePlan(compile: compile.request, key: compile.key, run: run, artifact: step.artifact)
        )
    }
}

package import HarnessCore

/// What has to be executed to judge one program.
package enum ExecutionPlan: Sendable, Hashable {
    /// One driver that answers the calls it is given.
    case calls(ExecutionRequest)
    /// A compiler first; what it makes then answers the calls.
    case compiled(CompilePlan)
    /// A candidate that serves calls, and the examiner that makes them.
    case examined(candidate: ExecutionRequest, examiner: ExecutionRequest)
    /// Candidate and test in one process: whatever it reports could be forged.
    case shared(ExecutionRequest)
}

/// A compilation and the run of its artefact.
package struct CompilePlan: Sendable, Hashable {
    package var compile: ExecutionRequest
    /// The name of the artefact among all that could be made: equal keys promise equal artefacts.
    package var key: ContentHash
    /// The run, to which the artefact has yet to be added.
    private var runWithoutArtifact: ExecutionRequest
    private var artifact: String

    init(compile: ExecutionRequest, key: ContentHash, run: ExecutionRequest, artifact: String) {
        self.compile = compile
        self.key = key
        runWithoutArtifact = run
        self.artifact = artifact
    }

    /// The execution of what the compiler made.
    package func run(artifact content: [UInt8]) -> ExecutionRequest {
        var request = runWithoutArtifact
        let file = ExecutionRequest.BoxFile(name: artifact, content: content, isExecutable: true)
        request.files.append(file)
        return request
    }
}

package import HarnessCore

extension Runner {
    /// Something that has to be made once before programs of the language can be compiled or run.
    package struct Prebuild: Sendable, Hashable {
        /// File name in the harness's folder.
        package var name: String
        /// Its identity: equal keys promise equal files.
        package var key: ContentHash
        package var request: ExecutionRequest
    }

    /// What has to be made once for this toolchain, in order: later ones may use earlier ones.
    package func prebuilds(for toolchain: Toolchain) throws(HarnessError) -> [Prebuild] {
        var prebuilds: [Prebuild] = []
        for step in definition.prebuild {
            let limits = Self.prebuildLimits
            let words = try command(step.command, toolchain, limits: limits)
            let key = ContentHash(
                ofParts: ["prebuild-1", step.name, digest.hexadecimal, toolchain.digest.hexadecimal] + words
            )
            let request = ExecutionRequest(
                files: [],
                start: .cold(command: words),
                limits: limits,
                needsProcessFileSystem: true,
                boundsAddressSpace: false
            )
            prebuilds.append(Prebuild(name: step.name, key: key, request: request))
        }
        return prebuilds
    }

    private static let prebuildLimits = ResourceLimits(
        cpuMilliseconds: 300_000,
        wallMilliseconds: 600_000,
        memoryBytes: 4 << 30,
        resultBytes: 256 << 20,
        fileBytes: 1 << 30,
        processes: 256,
        openFiles: 1024
    )

    /// How many bytes of a compiler's messages are kept.
    private static let messageBytes = 256 << 10

    /// The compilation of some files, and the name of what comes of it.
    func compilation(
        of files: [ExecutionRequest.BoxFile],
        _ step: CompileStep,
        _ toolchain: Toolchain,
        _ values: [String: String] = [:]
    ) throws(HarnessError) -> (request: ExecutionRequest, key: ContentHash) {
        let bounds = definition.limits.compile
        let limits = ResourceLimits(
            cpuMilliseconds: Int((bounds.cpuSeconds ?? 30) * 1000),
            wallMilliseconds: Int((bounds.wallSeconds ?? 90) * 1000),
            memoryBytes: (bounds.memoryMegabytes ?? 2048) << 20,
            outputBytes: Self.messageBytes,
            resultBytes: (bounds.artifactMegabytes ?? 64) << 20,
            fileBytes: (bounds.fileMegabytes ?? 256) << 20,
            processes: bounds.processes ?? 64,
            openFiles: bounds.openFiles ?? 256
        )
        let words = try command(step.command, toolchain, limits: limits, values)
        let request = ExecutionRequest(
            files: files,
            start: .cold(command: words),
            limits: limits,
            // Compilers find their libraries by their own path, which /proc tells them.
            needsProcessFileSystem: true,
            boundsAddressSpace: false
        )
        let numbers = [limits.cpuMilliseconds, limits.memoryBytes, limits.fileBytes, limits.processes]
        let contents = files.flatMap { [$0.name, ContentHash(of: $0.content).hexadecimal] }
        let key = ContentHash(
            ofParts: ["compile-1", digest.hexadecimal, toolchain.digest.hexadecimal]
                + words + numbers.map(String.init) + contents
        )
        return (request, key)
    }
}

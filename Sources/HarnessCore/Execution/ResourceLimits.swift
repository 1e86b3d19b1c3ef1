/// What one sandboxed execution may use; each limit is reported and classified on its own.
package struct ResourceLimits: Sendable, Hashable, Codable {
    /// CPU time of the whole process tree, milliseconds.
    ///
    /// Default is 10 s.
    package var cpuMilliseconds: Int
    /// Elapsed time, milliseconds: a generous second fence for programs that wait.
    ///
    /// Default is 30 s.
    package var wallMilliseconds: Int
    /// Memory of the whole process tree, bytes.
    ///
    /// Default is 512 MiB.
    package var memoryBytes: Int
    /// Captured bytes of each of standard output and standard error.
    ///
    /// Default is 1 MiB.
    package var outputBytes: Int
    /// Bytes of encoded results.
    ///
    /// Default is 16 MiB.
    package var resultBytes: Int
    /// Bytes in files the program writes, all together.
    ///
    /// Default is 64 MiB.
    package var fileBytes: Int
    /// Processes and threads at one time.
    ///
    /// Default is 32.
    package var processes: Int
    /// Open file descriptors of one process.
    ///
    /// Default is 128.
    package var openFiles: Int

    package init(
        cpuMilliseconds: Int = 10_000,
        wallMilliseconds: Int = 30_000,
        memoryBytes: Int = 512 << 20,
        outputBytes: Int = 1 << 20,
        resultBytes: Int = 16 << 20,
        fileBytes: Int = 64 << 20,
        processes: Int = 32,
        openFiles: Int = 128
    ) {
        self.cpuMilliseconds = cpuMilliseconds
        self.wallMilliseconds = wallMilliseconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.resultBytes = resultBytes
        self.fileBytes = fileBytes
        self.processes = processes
        self.openFiles = openFiles
    }
}

/// Limits that a task sets for itself, or a user for a whole run; nil keeps what holds without them.
package struct LimitOverrides: Sendable, Hashable, Codable {
    package var cpuMilliseconds: Int?
    package var wallMilliseconds: Int?
    package var memoryBytes: Int?

    package init(cpuMilliseconds: Int? = nil, wallMilliseconds: Int? = nil, memoryBytes: Int? = nil) {
        self.cpuMilliseconds = cpuMilliseconds
        self.wallMilliseconds = wallMilliseconds
        self.memoryBytes = memoryBytes
    }

    package func applied(to limits: ResourceLimits) -> ResourceLimits {
        var result = limits
        if let cpuMilliseconds { result.cpuMilliseconds = cpuMilliseconds }
        if let wallMilliseconds { result.wallMilliseconds = wallMilliseconds }
        if let memoryBytes { result.memoryBytes = memoryBytes }
        return result
    }

    /// Returns what is left of these where somebody with more say has set limits: those that they did not set.
    package func yielding(to stronger: LimitOverrides) -> LimitOverrides {
        LimitOverrides(
            cpuMilliseconds: stronger.cpuMilliseconds == nil ? cpuMilliseconds : nil,
            wallMilliseconds: stronger.wallMilliseconds == nil ? wallMilliseconds : nil,
            memoryBytes: stronger.memoryBytes == nil ? memoryBytes : nil
        )
    }
}

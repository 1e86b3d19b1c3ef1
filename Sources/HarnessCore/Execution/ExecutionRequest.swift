/// One program to run in a box of its own.
package struct ExecutionRequest: Sendable, Hashable {
    /// Written to the box's working folder before the program starts.
    package var files: [BoxFile]
    package var start: Start
    /// Bytes the program can read from descriptor 3: the calls, for a driver.
    ///
    /// Not used where the execution is one of an examined pair: there descriptor 3 is the channel between
    /// the candidate and its examiner.
    package var calls: [UInt8]
    /// Whether the calls are the program's standard input, and descriptor 3 is empty.
    ///
    /// Default is no: standard input is then empty.
    package var readsCallsAsInput: Bool
    package var limits: ResourceLimits
    /// Whether the language needs `/proc`; it then sees its own processes only.
    package var needsProcessFileSystem: Bool
    /// Whether the address space is bounded with the memory.
    ///
    /// Default is yes; runtimes that reserve much and use little need no. Memory in use stays bounded.
    package var boundsAddressSpace: Bool
    /// Where a program that is running already can do the same work: how it is started, and the work.
    ///
    /// Only for trusted programs, such as examiners: a candidate always gets a process of its own.
    package var session: Session?

    package init(
        files: [BoxFile],
        start: Start,
        calls: [UInt8] = [],
        readsCallsAsInput: Bool = false,
        limits: ResourceLimits,
        needsProcessFileSystem: Bool = false,
        boundsAddressSpace: Bool = true,
        session: Session? = nil
    ) {
        self.files = files
        self.start = start
        self.calls = calls
        self.readsCallsAsInput = readsCallsAsInput
        self.limits = limits
        self.needsProcessFileSystem = needsProcessFileSystem
        self.boundsAddressSpace = boundsAddressSpace
        self.session = session
    }

    /// Work for a program that stays: its descriptor 3 leads to the harness.
    package struct Session: Sendable, Hashable {
        package var start: Start
        /// One wire frame, sent with the descriptor of the work's own channel; one frame is the answer.
        package var job: [UInt8]

        package init(start: Start, job: [UInt8]) {
            self.start = start
            self.job = job
        }
    }

    package struct BoxFile: Sendable, Hashable {
        /// One path component: letters, digits, `.`, `_` and `-`, not starting with a dot or a dash.
        package var name: String
        package var content: [UInt8]
        /// Whether the program may execute it.
        package var isExecutable: Bool

        package init(name: String, content: [UInt8], isExecutable: Bool = false) {
            self.name = name
            self.content = content
            self.isExecutable = isExecutable
        }
    }

    package enum Start: Sendable, Hashable {
        /// Forks the slot's ready interpreter; it receives these arguments.
        case warm(arguments: [String])
        /// Executes this command: an absolute path inside the sandbox and its arguments.
        case cold(command: [String])
    }
}

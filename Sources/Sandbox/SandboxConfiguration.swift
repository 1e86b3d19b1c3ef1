package import Foundation
package import HarnessCore

/// What a sandbox pool is made of.
package struct SandboxConfiguration: Sendable {
    /// The launcher program.
    package var launcher: URL
    /// The program that proves the level from inside a box.
    ///
    /// Default is the launcher itself.
    package var probe: URL
    /// The library that a zygote loads; placed beside the driver files inside the sandbox.
    package var guestLibrary: URL
    /// Executions that run side by side, at least 1.
    package var slots: Int
    /// Absolute paths shown read-only at their own place; all else of the host stays out of view.
    package var readOnlyPaths: [String]
    /// Files placed, flat and read-only, under `/harness`.
    package var harnessFiles: [URL]
    /// Large files to show there too, by their name there, without copying them.
    package var largeFiles: [String: URL]
    /// Whether executions may ask for a `/proc` of their own processes.
    package var offersProcessFileSystem: Bool
    /// The whole environment of every program.
    package var environment: [String: String]
    /// Starts the fork server; nil or empty makes every start a cold one.
    package var zygoteCommand: [String]?
    /// Starts one driver cold; the arguments of a warm start are appended where there is no zygote.
    package var coldCommandPrefix: [String]
    /// Whether the slots' launchers for examiners start with the pool, and not when one is first asked for.
    ///
    /// Default is false.
    package var preparesExaminers: Bool
    /// The level below which the pool refuses to start.
    ///
    /// Default is nil: the strictest level that holds is taken.
    package var requiredLevel: IsolationLevel?
    /// Whether a machine on which nothing can be confined may run programs all the same.
    ///
    /// Default is false.
    package var allowUnsafe: Bool
    /// The strictest level that is tried; tests lower it.
    ///
    /// Default is `full`.
    package var strictestLevel: IsolationLevel

    package init(
        launcher: URL,
        probe: URL? = nil,
        guestLibrary: URL,
        slots: Int,
        readOnlyPaths: [String],
        harnessFiles: [URL],
        largeFiles: [String: URL] = [:],
        offersProcessFileSystem: Bool = false,
        environment: [String: String],
        zygoteCommand: [String]? = nil,
        coldCommandPrefix: [String] = [],
        preparesExaminers: Bool = false,
        requiredLevel: IsolationLevel? = nil,
        allowUnsafe: Bool = false,
        strictestLevel: IsolationLevel = .full
    ) {
        self.launcher = launcher
        self.probe = probe ?? launcher
        self.guestLibrary = guestLibrary
        self.slots = slots
        self.readOnlyPaths = readOnlyPaths
        self.harnessFiles = harnessFiles
        self.largeFiles = largeFiles
        self.offersProcessFileSystem = offersProcessFileSystem
        self.environment = environment
        self.zygoteCommand = zygoteCommand
        self.coldCommandPrefix = coldCommandPrefix
        self.preparesExaminers = preparesExaminers
        self.requiredLevel = requiredLevel
        self.allowUnsafe = allowUnsafe
        self.strictestLevel = strictestLevel
    }
}

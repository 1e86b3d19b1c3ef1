package import Foundation

/// What a language asks of the sandbox it runs in.
package struct SandboxNeeds: Sendable, Hashable {
    /// Absolute paths to show read-only at their own place; a symbolic link stands for what it names.
    package var readOnlyPaths: [String]
    /// Files to place, flat, in the harness's read-only folder inside the sandbox.
    package var harnessFiles: [URL]
    /// The whole environment of every program.
    package var environment: [String: String]
    /// Starts the fork server; empty where the language has none.
    package var zygoteCommand: [String]
    /// Starts one driver; the arguments of an execution follow.
    package var coldCommandPrefix: [String]
    /// Whether some execution sees a `/proc` of its own processes.
    package var needsProcessFileSystem: Bool
}

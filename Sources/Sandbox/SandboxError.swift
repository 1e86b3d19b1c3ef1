import Foundation

/// A fault of the sandbox itself; never something a candidate did.
package struct SandboxError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable {
        /// The launcher is missing or cannot be started.
        case launcherMissing
        /// The launcher said that a step of its set-up failed.
        case setupFailed
        /// The launcher ended or its wire broke in the middle of an execution.
        case launcherLost
        /// One execution could not be carried out.
        case executionFailed
        /// A probe found open what the level promises to be closed.
        case probeFailed
    }

    package var code: Code
    /// What was tried, on what.
    package var message: String
    /// The system's error number, 0 where there is none.
    package var underlying: Int32

    package init(_ code: Code, _ message: String, underlying: Int32 = 0) {
        self.code = code
        self.message = message
        self.underlying = underlying
    }

    package var description: String {
        underlying == 0 ? message : "\(message): \(String(cString: strerror(underlying)))"
    }
}

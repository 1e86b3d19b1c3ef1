import Foundation
import HarnessCore
import Reporting
import Synchronization

/// The two streams of the command line: results on one, everything else on the other.
final class Console: Sendable {
    /// How results are laid out.
    let style: TextStyle
    /// Whether progress may redraw its lines.
    let isInteractive: Bool
    let wantsJSON: Bool
    let verbosity: Verbosity
    /// How notices are laid out.
    let noticeStyle: TextStyle
    private let hasPrintedResult = Mutex(false)

    enum Verbosity: Int, Comparable, Sendable {
        case quiet
        case normal
        case verbose

        static func < (left: Verbosity, right: Verbosity) -> Bool { left.rawValue < right.rawValue }
    }

    /// What the user asked of the console.
    struct Settings: Sendable {
        var color = GlobalOptions.ColorChoice.auto
        var wantsJSON = false
        var verbosity = Verbosity.normal
    }

    init(_ options: Settings, environment: [String: String]) {
        let isOutputTerminal = isatty(STDOUT_FILENO) == 1
        let isErrorTerminal = isatty(STDERR_FILENO) == 1
        let isDumb = environment["TERM"] == "dumb"
        func isColoured(_ isTerminal: Bool) -> Bool {
            switch options.color {
            case .always: true
            case .never: false
            case .auto:
                if let forced = environment["FORCE_COLOR"], !forced.isEmpty, forced != "0" {
                    true
                } else {
                    // no-color.org: any value but the empty one.
                    isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
                }
            }
        }
        let columns = environment["COLUMNS"].flatMap(Int.init) ?? 80
        style = TextStyle(
            columns: min(columns, 200),
            isColoured: isColoured(isOutputTerminal),
            isAligned: isOutputTerminal || environment["COLUMNS"] != nil
        )
        noticeStyle = TextStyle(columns: min(columns, 200), isColoured: isColoured(isErrorTerminal))
        isInteractive = isErrorTerminal && !isDumb && (environment["CI"] ?? "").isEmpty
        wantsJSON = options.wantsJSON
        verbosity = options.verbosity
    }

    /// Writes a command's result.
    ///
    /// - Throws: `ClosedPipe` where the reader has gone, `writeFailed` for any other failure.
    func show(_ report: some Report) throws {
        hasPrintedResult.withLock { $0 = true }
        let text = wantsJSON ? report.json.serialized : report.lines(style).joined(separator: "\n")
        try write(text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a result piece by piece, as it is.
    ///
    /// - Throws: as `show`, and what the body throws.
    func stream(_ body: ((String) throws -> Void) throws -> Void) throws {
        hasPrintedResult.withLock { $0 = true }
        try body { try write($0, to: STDOUT_FILENO) }
    }

    /// Tells something on the way, unless the user wants quiet.
    func note(_ text: String) {
        guard verbosity >= .normal else { return }
        writeNotice(text + "\n")
    }

    /// Tells something only who asks for it wants to know.
    func detail(_ text: String) {
        guard verbosity >= .verbose else { return }
        writeNotice(noticeStyle.coloured(text, .dim) + "\n")
    }

    /// Tells of something that may be wrong, even where the user wants quiet.
    func warn(_ text: String) {
        writeNotice(noticeStyle.coloured("warning:", .yellow) + " \(text)\n")
    }

    /// Names the commands that are useful now.
    func suggestNext(_ commands: String...) {
        note("\nnext: " + commands.joined(separator: "   ·   "))
    }

    /// Tells of a fault; with `--json` also as the one object on standard output.
    func report(_ error: HarnessError) {
        let text = printableLines(error.description).joined(separator: "\n")
        let styled =
            text.hasPrefix("error:") ? noticeStyle.coloured("error:", .red) + text.dropFirst(6) : text
        writeNotice(styled + "\n")
        guard wantsJSON, !hasPrintedResult.withLock({ $0 }) else { return }
        // The exit code tells of the fault; a closed pipe here adds nothing to it.
        try? write(ErrorReport(error).json.serialized + "\n", to: STDOUT_FILENO)
    }

    /// Tells of arguments that were not understood, in the words of the parser.
    func reportUsage(_ text: String, summary: String) {
        writeNotice(printableLines(text).joined(separator: "\n") + "\n")
        guard wantsJSON else { return }
        try? write(ErrorReport(HarnessError(.usage, summary)).json.serialized + "\n", to: STDOUT_FILENO)
    }

    /// Writes help or a version; tells whether it could be written, or nobody wanted to read it.
    func print(_ text: String) -> Bool {
        do {
            try write(text + "\n", to: STDOUT_FILENO)
            return true
        } catch {
            return error is ClosedPipe
        }
    }

    /// Writes to standard error as it is; what cannot be told there cannot be told at all.
    func writeNotice(_ text: String) {
        try? write(text, to: STDERR_FILENO)
    }

    private func write(_ text: String, to descriptor: Int32) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                bytes = bytes.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&poller, 1, -1)
            case EPIPE: throw ClosedPipe()
            default:
                let reason = String(cString: strerror(errno))
                throw HarnessError(
                    .writeFailed,
                    "the result cannot be written: \(reason)",
                    at: "standard output",
                    remedy:
                        "what was evaluated is in the store; \"evalharness runs show latest\" prints it again"
                )
            }
        }
    }
}

/// The reader of standard output has gone: not an error, and nothing more to say.
struct ClosedPipe: Error {}

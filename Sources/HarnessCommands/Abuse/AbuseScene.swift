import Foundation
import HarnessCore

/// What a candidate could reach if it were not confined: files, sockets and a process of the harness's own user.
///
/// Everything here is open to every user of the machine, so that only the confinement can be what keeps a
/// program from it. None of it is worth anything.
final class AbuseScene {
    let folder: URL
    /// A port of 127.0.0.1 on which the scene listens.
    let port: Int
    /// What stands in the file `secret`; nobody confined may ever say it.
    let canary = UUID().uuidString
    /// A process of this user that does nothing.
    let process: Int
    private let sleeper: Process
    private let listeners: [Int32]
    private let before: [String: Sentinel]

    /// What a file is from outside.
    private struct Sentinel: Equatable {
        var content: Data?
        var mode: mode_t
        var user: uid_t
        var modified: Int
    }

    /// - Throws: `unavailable` where this machine does not let a file, a socket or a process be made.
    init() throws(HarnessError) {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "abuse-scene-\(UUID().uuidString)"
        )
        self.folder = folder
        sleeper = Process()
        do {
            for (path, mode) in [(folder.path, 0o755), (folder.appending(path: "open").path, 0o777)] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            }
            let secret = folder.appending(path: "secret").path
            try Data("canary \(canary)\n".utf8).write(to: URL(filePath: secret))
            try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: secret)
            sleeper.executableURL = URL(filePath: "/bin/sleep")
            sleeper.arguments = ["3600"]
            sleeper.standardInput = FileHandle.nullDevice
            // Inherited, it would hold up whoever reads what this program says.
            sleeper.standardOutput = FileHandle.nullDevice
            sleeper.standardError = FileHandle.nullDevice
            try sleeper.run()
        } catch {
            throw HarnessError(.unavailable, "the scene cannot be set: \(error)", at: folder.path)
        }
        process = Int(sleeper.processIdentifier)
        let path = Self.listen(on: folder.appending(path: "socket").path, isAbstract: false)
        let abstract = Self.listen(on: folder.path, isAbstract: true)
        let (internet, port) = Self.listen()
        self.port = port
        listeners = [path, abstract, internet]
        before = Self.sentinels(folder)
        guard listeners.allSatisfy({ $0 >= 0 }) else {
            throw HarnessError(.unavailable, "the scene cannot listen", at: folder.path)
        }
    }

    /// What a program has changed or reached; empty where it has not.
    func traces() -> [String] {
        var traces: [String] = []
        let now = Self.sentinels(folder)
        for name in Set(before.keys).union(now.keys).sorted() where before[name] != now[name] {
            traces.append("changed: \(name)")
        }
        for listener in listeners {
            let guest = accept(listener, nil, nil)
            guard guest >= 0 else { continue }
            close(guest)
            traces.append("connected to a socket of the host")
        }
        if !sleeper.isRunning { traces.append("ended a process of the host") }
        return traces
    }

    /// Removes everything.
    func strike() {
        // It inherits what this program's threads block, SIGTERM among it.
        kill(sleeper.processIdentifier, SIGKILL)
        for listener in listeners { close(listener) }
        try? FileManager.default.removeItem(at: folder)
    }

    private static func sentinels(_ folder: URL) -> [String: Sentinel] {
        var found: [String: Sentinel] = [:]
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for name in names + ["."] {
            let path = folder.appending(path: name).path
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            let isFile = status.st_mode & S_IFMT == S_IFREG
            found[name] = Sentinel(
                content: isFile ? FileManager.default.contents(atPath: path) : nil,
                mode: status.st_mode,
                user: status.st_uid,
                modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
            )
        }
        return found
    }

    private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)

    private static func listen(on path: String, isAbstract: Bool) -> Int32 {
        let name = (isAbstract ? [0] : []) + Array(path.utf8)
        var address = sockaddr_un()
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let listener = socket(AF_UNIX, kind, 0)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) } == 0
        }
        guard isBound, Glibc.listen(listener, 16) == 0 else { return -1 }
        return isAbstract || chmod(path, 0o777) == 0 ? listener : -1
    }

    private static func listen() -> (listener: Int32, port: Int) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket(AF_INET, kind, 0)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && Glibc.listen(listener, 16) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        return isBound ? (listener, Int(UInt16(bigEndian: address.sin_port))) : (-1, 0)
    }
}

import Foundation
import HarnessCore

/// What a program left behind, looked at from outside the sandbox.
///
/// Believes nothing that a program says: processes, mounts, control groups, files, ports and descriptors are read
/// from the kernel, of this process's own descendants. So a witness needs a process in which nothing else runs.
struct AbuseWitness {
    /// Where a program with rights on the host would leave something; every name has this in it.
    static let mark = "evalharness-abuse"

    private let folders = [
        "/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/usr", "/etc", NSHomeDirectory(), ".",
    ]
    private let own = ProcessInfo.processInfo.processIdentifier
    private var before = Observation()

    /// What is there at one moment.
    private struct Observation {
        /// Direct children: a keeper each, besides the scene's process.
        var keepers = 0
        /// Processes behind a filter that stay between programs: a fork server may be one.
        var confined = 0
        var descriptors = 0
        var memory = 0
        var mounts: Set<String> = []
        var ports: Set<String> = []
        /// Files with the mark, and what lies in boxes that are folders of the host.
        var files: Set<String> = []
        /// System V objects of the host.
        var objects: Set<String> = []
    }

    /// Remembers what is there before a program runs.
    mutating func look() { before = observe() }

    /// What is there now that was not, or that nobody may leave; `examiners` may stay and are not left behind.
    func remains(examiners: Int = 0) -> [String] {
        var remains: [String] = []
        let tree = ProcessTable().descendants(of: own)
        let confined = tree.filter(\.isConfined).count
        // Each launcher may keep a fork server and the confined process its box's programs are forked from, which
        // comes with the first of them; an examiner that stays brings a launcher of its own.
        let allowed = max(before.confined, 2 * before.keepers) + 2 * examiners
        if confined > allowed { remains.append("\(confined - allowed) processes") }
        let now = observe()
        // Each launcher has a keeper, itself, a zygote and a box that rests; the scene has one process.
        if tree.count - confined > now.keepers * 4 + 1 {
            remains.append("\(tree.count) of the harness's own processes")
        }
        let lost = ProcessTable().orphans.filter { !before.mounts.contains("orphan \($0)") }
        if !lost.isEmpty { remains.append("processes outside the sandbox: \(lost)") }
        remains += now.mounts.subtracting(before.mounts).filter { !$0.hasPrefix("orphan") }.map {
            "mount \($0)"
        }
        remains += now.ports.subtracting(before.ports).map { "port \($0)" }
        remains += now.objects.subtracting(before.objects).map { "System V object \($0)" }
        remains += ControlGroups.inner(of: own).map { "control group \($0)" }
        remains += now.files.subtracting(before.files).map { "file \($0)" }
        let launched = max(0, now.keepers - before.keepers)
        // A launcher is a socket and what its process is watched by; an examiner that stays has a channel.
        let descriptors = now.descriptors - before.descriptors - 3 * launched - examiners
        if descriptors > 0 { remains.append("\(descriptors) descriptors") }
        if now.memory > before.memory + 96 << 20 { remains.append("\(now.memory >> 20) MiB of memory") }
        for process in tree where !process.isConfined && process.memory > 128 << 20 {
            remains.append("\(process.memory >> 20) MiB of memory in \(process.name)")
        }
        return remains.sorted()
    }

    /// What is left once the sandbox has ended; nothing is allowed then.
    func remainsAtEnd() -> [String] {
        let tree = ProcessTable().descendants(of: own).filter { $0.name != "sleep" }
        let groups = ControlGroups.named(of: own)
        return (tree.isEmpty ? [] : ["\(tree.count) processes"]) + groups.map { "control group \($0)" }
            + Self.workFolders().map { "folder \($0)" }
    }

    private func observe() -> Observation {
        let table = ProcessTable()
        let tree = table.descendants(of: own)
        let mounts = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 0
        return Observation(
            keepers: tree.count { $0.parent == own },
            confined: tree.count(where: \.isConfined),
            descriptors: descriptors,
            memory: table.processes.first { $0.id == own }?.memory ?? 0,
            mounts: Set(
                mounts.split(separator: "\n").filter {
                    $0.contains(" /box ") || $0.contains("evalharness-\(own)")
                }
                .map(String.init) + table.orphans.map { "orphan \($0)" }
            ),
            ports: Self.listening(),
            files: files(),
            objects: Self.objects()
        )
    }

    private func files() -> Set<String> {
        var found = folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
                .filter { $0.contains(Self.mark) }.map { "\(folder)/\($0)" }
        }
        // Without namespaces a box is a folder of the host.
        for folder in Self.workFolders() {
            for slot in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let box = "\(folder)/\(slot)/box"
                found += ((try? FileManager.default.contentsOfDirectory(atPath: box)) ?? []).map {
                    "\(box)/\($0)"
                }
            }
        }
        return Set(found)
    }

    private static func workFolders() -> [String] {
        let top = FileManager.default.temporaryDirectory.path
        let own = "evalharness-\(ProcessInfo.processInfo.processIdentifier)-"
        return ((try? FileManager.default.contentsOfDirectory(atPath: top)) ?? [])
            .filter { $0.hasPrefix(own) }.map { "\(top)/\($0)" }
    }

    /// Kind, key and number of each.
    private static func objects() -> Set<String> {
        var found: Set<String> = []
        for kind in ["shm", "sem", "msg"] {
            let table = (try? String(contentsOfFile: "/proc/sysvipc/\(kind)", encoding: .utf8)) ?? ""
            for line in table.split(separator: "\n").dropFirst() {
                found.insert(
                    ([kind] + line.split(separator: " ").prefix(2).map(String.init)).joined(separator: " ")
                )
            }
        }
        return found
    }

    /// Listening sockets of the sandbox's users: 61000 and up as root, else this one.
    private static func listening() -> Set<String> {
        let user = geteuid()
        var found: Set<String> = []
        for path in ["/proc/net/tcp", "/proc/net/tcp6"] {
            for line in ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
                .dropFirst()
            {
                let fields = line.split(separator: " ")
                guard fields.count > 7, fields[3] == "0A", let owner = UInt32(fields[7]) else { continue }
                if user == 0 ? (61000..<62100).contains(owner) : owner == user {
                    found.insert(String(fields[1]))
                }
            }
        }
        return found
    }
}

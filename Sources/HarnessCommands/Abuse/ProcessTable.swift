import Foundation

/// The machine's processes, as the kernel tells them to everybody.
struct ProcessTable {
    let processes: [Entry]

    struct Entry {
        var id: Int32
        var parent: Int32
        var name: String
        /// Resident, bytes.
        var memory: Int
        /// Whether a system call filter is around it: a candidate or an examiner, never the harness's own.
        var isConfined: Bool
        var isZombie: Bool
    }

    init() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        processes = names.compactMap(Int32.init).compactMap(Self.entry)
    }

    func descendants(of process: Int32) -> [Entry] {
        var found: [Entry] = []
        var parents: Set<Int32> = [process]
        while !parents.isEmpty {
            let children = processes.filter { parents.contains($0.parent) && !$0.isZombie }
            found += children
            parents = Set(children.map(\.id))
        }
        return found
    }

    /// Confined processes that nobody of the harness is above any more.
    var orphans: [Int32] { processes.filter { $0.parent == 1 && $0.isConfined && !$0.isZombie }.map(\.id) }

    private static func entry(_ id: Int32) -> Entry? {
        guard let status = FileManager.default.contents(atPath: "/proc/\(id)/status") else { return nil }
        var fields: [Substring: Substring] = [:]
        for line in String(decoding: status, as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon]] = line[line.index(after: colon)...].drop { $0 == "\t" || $0 == " " }
        }
        guard let parent = fields["PPid"].flatMap({ Int32($0) }) else { return nil }
        let kilobytes = fields["VmRSS"]?.prefix { $0.isNumber }
        return Entry(
            id: id,
            parent: parent,
            name: String(fields["Name"] ?? ""),
            memory: (kilobytes.flatMap { Int($0) } ?? 0) << 10,
            isConfined: fields["Seccomp"] == "2" && fields["NoNewPrivs"] == "1",
            isZombie: fields["State"]?.hasPrefix("Z") == true
        )
    }
}

/// The control groups that the launchers of a process make.
enum ControlGroups {
    /// Groups below the launchers' own, which nobody should have made.
    static func inner(of process: Int32) -> [String] {
        named(of: process).flatMap { group in
            ((try? FileManager.default.contentsOfDirectory(atPath: group)) ?? [])
                .map { "\(group)/\($0)" }
                .filter { path in
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                        && isFolder.boolValue
                }
        }
    }

    /// The launchers' own groups, in every hierarchy.
    static func named(of process: Int32) -> [String] {
        parents().flatMap { parent in
            ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [])
                .filter { $0.hasPrefix("evalharness-\(process)-") }.map { "\(parent)/\($0)" }
        }
    }

    /// The groups this process is in: the launchers make theirs below or beside it.
    private static func parents() -> Set<String> {
        let mounts = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
        let groups = (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
        let paths = Set(
            groups.split(separator: "\n").compactMap { $0.split(separator: ":", maxSplits: 2).last }
        )
        var found: Set<String> = []
        for line in mounts.split(separator: "\n") where line.contains(" - cgroup") {
            let fields = line.split(separator: " ")
            guard fields.count > 4 else { continue }
            for path in paths.map(String.init) + ["/"] {
                let root = String(fields[3])
                let inside = path.hasPrefix(root) && root != "/" ? String(path.dropFirst(root.count)) : path
                var folder = URL(filePath: String(fields[4]) + inside).standardizedFileURL
                found.insert(folder.path)
                folder.deleteLastPathComponent()
                found.insert(folder.path)
            }
        }
        return found
    }
}

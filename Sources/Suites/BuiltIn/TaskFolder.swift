import Foundation
import HarnessCore

/// The folder of a suite in the built-in form, and the folder of its references.
struct TaskFolder {
    /// A reference longer than this is a mistake.
    static let maximumReferenceBytes = 1 << 20

    var tasks: URL
    var references: URL

    func load() throws(HarnessError) -> [EvalTask] {
        var faults = FaultList()
        var loaded: [EvalTask] = []
        var places: [String: String] = [:]
        for (file, category) in try taskFiles(&faults) {
            let id = file.deletingPathExtension().lastPathComponent
            do throws(HarnessError) {
                if let first = places.updateValue(file.relativePath, forKey: id) {
                    throw HarnessError(
                        .badData,
                        "the id \(Quoting.quoted(id)) stands twice, first in \(first)",
                        at: file.relativePath,
                        remedy: "rename one of the files and its id"
                    )
                }
                var task = try TaskFileReader.task(at: file, category: category)
                task.references = try references(of: id)
                loaded.append(task)
            } catch {
                faults.add(error)
            }
        }
        try addStrayReferences(to: &faults, tasks: Set(places.keys))
        try faults.throwIfAny(in: tasks.relativePath)
        guard !loaded.isEmpty else {
            throw HarnessError(
                .badData,
                "the suite has no tasks",
                at: tasks.relativePath,
                remedy: "put task files into it as <category>/<id>.yaml"
            )
        }
        return loaded
    }

    private func taskFiles(
        _ faults: inout FaultList
    ) throws(HarnessError) -> [(file: URL, category: EvalTask.Category)] {
        var files: [(file: URL, category: EvalTask.Category)] = []
        for entry in try FolderEntry.entries(of: tasks) {
            guard entry.isFolder else {
                if ["yaml", "yml"].contains(entry.url.pathExtension) {
                    faults.add(
                        HarnessError(
                            .badData,
                            "the task file is in no category",
                            at: entry.url.relativePath,
                            remedy: "move it into the folder of its category"
                        )
                    )
                }
                continue
            }
            guard let category = EvalTask.Category(rawValue: entry.name) else {
                let names = EvalTask.Category.allCases.map(\.rawValue)
                faults.add(
                    HarnessError(
                        .badData,
                        "unknown category \(Quoting.quoted(entry.name))",
                        at: entry.url.relativePath,
                        remedy: Suggestion.remedy(for: entry.name, among: names)
                            ?? "the categories are \(names.joined(separator: ", "))"
                    )
                )
                continue
            }
            for file in try FolderEntry.entries(of: entry.url) {
                guard file.url.pathExtension == "yaml", !file.isFolder else {
                    faults.add(
                        HarnessError(
                            .badData,
                            "is not a task file",
                            at: file.url.relativePath,
                            remedy: "a category holds files named <id>.yaml and nothing else"
                        )
                    )
                    continue
                }
                files.append((file.url, category))
            }
        }
        return files
    }

    private func references(of id: String) throws(HarnessError) -> [Language: String] {
        let folder = references.appendingPathComponent(id)
        let python = folder.appendingPathComponent("python.py")
        guard FileManager.default.fileExists(atPath: python.path) else {
            throw HarnessError(
                .badData,
                "the task \(Quoting.quoted(id)) has no reference solution",
                at: python.relativePath,
                remedy: "write a solution that passes all its cases into this file"
            )
        }
        var references: [Language: String] = [:]
        for entry in try FolderEntry.entries(of: folder) where entry.name != EquivalentMutants.fileName {
            let language = Language(rawValue: entry.url.deletingPathExtension().lastPathComponent)
            guard !entry.isFolder, references[language] == nil else {
                throw HarnessError(
                    .badData,
                    "is not a reference solution, or the second one of its language",
                    at: entry.url.relativePath,
                    remedy: "a task's references are files named <language>.<ext>"
                )
            }
            references[language] = try text(of: entry)
        }
        return references
    }

    private func text(of entry: FolderEntry) throws(HarnessError) -> String {
        let path = entry.url.relativePath
        let file = try InputFile(path: entry.url.path, shownPath: path)
        guard let content = file.contents(maximumBytes: Self.maximumReferenceBytes) else {
            throw HarnessError(
                .badData,
                "the file cannot be read or has more than \(Self.maximumReferenceBytes) bytes",
                at: path
            )
        }
        try TextCheck.validate(content, at: path)
        guard content.contains(where: { $0 > 0x20 }) else {
            throw HarnessError(.badData, "the reference solution is empty", at: path, remedy: "write it")
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Folders of references that no task owns: most often a task was renamed.
    private func addStrayReferences(to faults: inout FaultList, tasks: Set<String>) throws(HarnessError) {
        for entry in try FolderEntry.entries(of: references)
        where entry.isFolder && !tasks.contains(entry.name) {
            faults.add(
                HarnessError(
                    .badData,
                    "there is no task \(Quoting.quoted(entry.name)) for these references",
                    at: entry.url.relativePath,
                    remedy: Suggestion.remedy(for: entry.name, among: tasks.sorted()) ?? "remove the folder"
                )
            )
        }
    }
}

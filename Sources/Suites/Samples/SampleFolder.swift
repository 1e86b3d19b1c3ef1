import Foundation
import HarnessCore

/// Reads samples from a folder of programs: `HumanEval_0/0.py`, `merge-intervals/3.py`.
struct SampleFolder {
    var folder: URL
    var suite: TaskSuite
    var maximumBytes: Int

    /// How a file's extension names its language.
    private static let languages = [
        "py": "python", "swift": "swift", "rs": "rust", "java": "java", "js": "javascript",
        "ts": "typescript",
        "cpp": "cpp", "c": "c", "go": "go", "cs": "csharp", "php": "php", "rb": "ruby", "pl": "perl",
        "sh": "shell", "lua": "lua", "r": "r",
    ]

    func load() throws(HarnessError) -> [Sample] {
        var faults = FaultList()
        let folders = taskFolders()
        var samples: [String: [Sample]] = [:]
        try visit(folder, name: "", folders: folders, samples: &samples, faults: &faults)
        try faults.throwIfAny(in: folder.relativePath)
        guard !samples.isEmpty else {
            throw HarnessError(
                .badData,
                "the folder has no samples",
                at: folder.relativePath,
                remedy: "put programs into it as <task-id>/<n>.py"
            )
        }
        return suite.tasks.flatMap { (samples[$0.id] ?? []).sorted { $0.index < $1.index } }
    }

    /// Every folder name a task may have; nil where two tasks claim the same.
    private func taskFolders() -> [String: String?] {
        var folders: [String: String?] = [:]
        for task in suite.tasks {
            for name in Set([task.id, task.id.split(separator: "/").joined(separator: "_")]) {
                folders[name] = .some(folders.keys.contains(name) ? nil : task.id)
            }
        }
        return folders
    }

    private func visit(
        _ directory: URL,
        name: String,
        folders: [String: String?],
        samples: inout [String: [Sample]],
        faults: inout FaultList
    ) throws(HarnessError) {
        for entry in try FolderEntry.entries(of: directory) {
            do throws(HarnessError) {
                switch entry.kind {
                case .folder:
                    let inner = name.isEmpty ? entry.name : "\(name)/\(entry.name)"
                    try check(folder: inner, folders: folders, at: entry.url)
                    try visit(entry.url, name: inner, folders: folders, samples: &samples, faults: &faults)
                case .file:
                    let sample = try sample(entry, folder: name, folders: folders)
                    let others = samples[sample.taskID] ?? []
                    guard
                        !others.contains(where: { $0.index == sample.index && $0.language == sample.language }
                        )
                    else {
                        throw HarnessError(
                            .badData,
                            "sample \(sample.index) of \(Quoting.quoted(sample.taskID)) stands twice",
                            at: entry.url.relativePath,
                            remedy: "give every sample of a task a number of its own"
                        )
                    }
                    samples[sample.taskID, default: []].append(sample)
                case .link, .other:
                    throw HarnessError(
                        .badData,
                        entry.kind == .link ? "is a symbolic link" : "is neither a file nor a folder",
                        at: entry.url.relativePath,
                        remedy: "copy the file itself here: links are not followed"
                    )
                }
            } catch {
                faults.add(error)
            }
        }
    }

    /// Refuses folders that can hold no sample, so that nothing is passed over in silence.
    private func check(folder name: String, folders: [String: String?], at url: URL) throws(HarnessError) {
        switch folders[name] {
        case .some(.some): return
        case .some(.none):
            throw HarnessError(
                .badData,
                "the folder \(Quoting.quoted(name)) may mean more than one task",
                at: url.relativePath,
                remedy: "use a file of JSON lines instead"
            )
        case .none:
            if folders.keys.contains(where: { $0.hasPrefix("\(name)/") }) { return }
            throw HarnessError(
                .badData,
                "unknown task id \(Quoting.quoted(name))",
                at: url.relativePath,
                remedy: Suggestion.remedy(for: name, among: folders.keys.sorted())
                    ?? "the suite \(suite.name) has no such task; is this the right suite?"
            )
        }
    }

    private func sample(
        _ entry: FolderEntry,
        folder name: String,
        folders: [String: String?]
    ) throws(HarnessError) -> Sample {
        let location = entry.url.relativePath
        guard let taskID = folders[name] ?? nil else {
            throw HarnessError(
                .badData,
                "the file is not in the folder of a task",
                at: location,
                remedy: "put it into <task-id>/<n>.py"
            )
        }
        let stem = entry.url.deletingPathExtension().lastPathComponent
        guard let language = Self.languages[entry.url.pathExtension], let index = Int(stem),
            "\(index)" == stem,
            (0...Int(Int32.max)).contains(index)
        else {
            throw HarnessError(
                .badData,
                "\(Quoting.quoted(entry.name)) is not the name of a sample",
                at: location,
                remedy: "name it by its number and its language, such as 0.py"
            )
        }
        let file = try InputFile(path: entry.url.path, shownPath: location, followsLinks: false)
        guard let content = file.contents(maximumBytes: maximumBytes) else {
            throw HarnessError(
                .badData,
                "the file cannot be read or has more than \(maximumBytes) bytes",
                at: location,
                remedy: "shorten this sample or leave it out"
            )
        }
        try TextCheck.validate(content, at: location)
        return Sample(
            taskID: taskID,
            index: index,
            language: Language(rawValue: language),
            text: String(decoding: content, as: UTF8.self),
            form: .solution
        )
    }
}

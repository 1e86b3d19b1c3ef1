package import Foundation
package import HarnessCore

/// Reads generated solutions: sample files of HumanEval and EvalPlus, or a folder of programs.
package enum SampleReader {
    /// How much a sample may weigh when nobody says otherwise: 10 MiB.
    package static let defaultMaximumSampleBytes = 10 << 20

    /// Reads every sample of a file of JSON lines (plain or packed by gzip) or of a folder.
    ///
    /// A line holds `task_id` and `completion` or `solution` (the solution wins), and may hold
    /// `completion_id`, `language` and `label`. Samples keep the order of the file; the index of a sample is
    /// its `completion_id` where every line has one, else its position among the samples of its task.
    ///
    /// A document of MultiPL-E, or a folder of one for each task, is read as `StoredPrograms` says.
    ///
    /// A folder holds `<task-id>/<n>.py`, with `/` in a task id as a folder of its own or as `_`; its samples
    /// come in the order of the suite's tasks and of their numbers.
    ///
    /// - Parameters:
    ///   - url: The file or folder.
    ///   - suite: The tasks the samples answer.
    ///   - maximumSampleBytes: The size of a line or program from which it is refused unread.
    /// - Returns: The samples, at least one.
    /// - Throws: `badData` naming line, value, rule and remedy, for up to ten faulty lines or files at once;
    ///   `noInput` where nothing can be opened.
    package static func samples(
        at url: URL,
        for suite: TaskSuite,
        maximumSampleBytes: Int = defaultMaximumSampleBytes
    ) throws(HarnessError) -> [Sample] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        if !isFolder.boolValue, StoredPrograms.isDocument(url) {
            return try StoredPrograms.samples(at: url, for: suite)
        }
        if isFolder.boolValue, let documents = StoredPrograms.documents(in: url) {
            var samples: [Sample] = []
            for file in documents { samples += try StoredPrograms.samples(at: file, for: suite) }
            return samples
        }
        return isFolder.boolValue
            ? try SampleFolder(folder: url, suite: suite, maximumBytes: maximumSampleBytes).load()
            : try SampleFile(file: url, suite: suite, maximumBytes: maximumSampleBytes).load()
    }
}

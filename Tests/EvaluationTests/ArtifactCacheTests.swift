import Evaluation
import Foundation
import HarnessCore
import TestSupport
import Testing

struct ArtifactCacheTests {
    private let folder: TemporaryFolder
    private let cache: ArtifactCache
    private let key = ContentHash(of: "program")

    init() throws {
        folder = try TemporaryFolder()
        cache = ArtifactCache(folder: folder.file("compiled"))
    }

    private func files() throws -> [URL] {
        let all = FileManager.default.enumerator(
            at: folder.url,
            includingPropertiesForKeys: [.isRegularFileKey]
        )
        return (all?.compactMap { $0 as? URL } ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
    }

    @Test(arguments: [
        ArtifactCache.Entry.artifact([0, 255, 10]), .artifact([]),
        .refused(code: 1, standardOutput: [1], standardError: Array("error: π".utf8)),
    ])
    func `what is kept is found again, by this process and the next`(entry: ArtifactCache.Entry) {
        cache.keep(entry, for: key)

        #expect(cache.entry(for: key) == entry)
        #expect(ArtifactCache(folder: folder.file("compiled")).entry(for: key) == entry)
        #expect(cache.entry(for: ContentHash(of: "other")) == nil)
    }

    @Test(arguments: [0, 10, 60, 100])
    func `an entry that was cut or changed is as good as none`(length: Int) throws {
        cache.keep(.artifact(Array(repeating: 7, count: 100)), for: key)
        let file = try #require(try files().first)
        var bytes = try Data(contentsOf: file)

        if length == 100 { bytes[bytes.count - 1] ^= 1 } else { bytes = bytes.prefix(length) }
        try bytes.write(to: file)

        #expect(cache.entry(for: key) == nil)
        #expect(try files().isEmpty)
    }

    @Test func `an entry under another's name is as good as none`() throws {
        cache.keep(.artifact([1]), for: key)
        let other = ContentHash(of: "other")
        let place = folder.file("compiled/\(other.hexadecimal.prefix(2))/\(other.hexadecimal)")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(at: try #require(try files().first), to: place)

        #expect(cache.entry(for: other) == nil)
    }

    @Test func `above its bound the entries that were not used for longest go`() throws {
        let small = ArtifactCache(folder: folder.file("compiled"), maximumBytes: 3000)
        let keys = (0..<6).map { ContentHash(of: "\($0)") }
        for (age, key) in keys.enumerated() {
            small.keep(.artifact(Array(repeating: 1, count: 600)), for: key)
            let file = folder.file("compiled/\(key.hexadecimal.prefix(2))/\(key.hexadecimal)")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(age))],
                ofItemAtPath: file.path
            )
        }

        let removed = small.prune()

        #expect(removed == 2)
        #expect(keys.map { small.entry(for: $0) != nil } == [false, false, true, true, true, true])
    }

    @Test func `a folder that cannot be written costs nothing but time`() {
        let cache = ArtifactCache(folder: URL(filePath: "/dev/null/cache"))

        cache.keep(.artifact([1]), for: key)

        #expect(cache.entry(for: key) == nil)
        #expect(cache.prune() == 0)
    }

    @Test func `writers at the same time leave one whole entry`() async throws {
        let (cache, key) = (cache, key)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { cache.keep(.artifact(Array(repeating: 9, count: 50_000)), for: key) }
            }
        }

        #expect(cache.entry(for: key) == .artifact(Array(repeating: 9, count: 50_000)))
        #expect(try files().count == 1)
    }
}

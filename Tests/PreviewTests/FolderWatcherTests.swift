import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// A watcher at work on a folder, and how often it told of a change.
private final class Watching: Sendable {
    /// Who tells: the kernel, or looking at all files, as on a network share.
    enum Manner: CaseIterable { case events, polling }

    private let state = Mutex((told: 0, hindrances: [FolderWatcher.Hindrance]()))
    private let task = Mutex<Task<Void, any Error>?>(nil)

    /// - Parameter onChange: called in each call of the watcher, with the number of the call.
    init(_ folder: TemporaryFolder, _ manner: Manner, onChange: @escaping @Sendable (Int) throws -> Void = { _ in }) {
        let local = "1 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        let share = "2 1 0:9 / \(folder.path) rw - nfs4 server:/ rw\n"
        let watcher = FolderWatcher(
            [
                .file(folder.path("album.yml")), .folder(folder.path("content")),
                .folder(folder.path("content/root"), includesHidden: true), .folder(folder.path("themes")),
            ], mounts: Mounts(mountinfo: local + (manner == .events ? "" : share)), interval: .milliseconds(20)
        ) { hindrance in self.state.withLock { $0.hindrances.append(hindrance) } }
        let running = Task {
            try await watcher.run {
                let call = self.state.withLock { state in
                    state.told += 1
                    return state.told
                }
                #expect(throws: Never.self) { try onChange(call) }
            }
        }
        task.withLock { $0 = running }
    }

    var told: Int { state.withLock { $0.told } }
    var hindrances: [FolderWatcher.Hindrance] { state.withLock { $0.hindrances } }

    /// Waits until it told at least `count` times, up to half a minute.
    func hasTold(_ count: Int) async throws -> Bool {
        for _ in 0..<6000 where told < count { try await Task.sleep(for: .milliseconds(5)) }
        return told >= count
    }

    /// Waits until what happened so far was told; how often.
    func toldInTheEnd() async throws -> Int {
        try await Task.sleep(for: .milliseconds(600))
        return told
    }

    deinit { stop() }

    func stop() { task.withLock { $0?.cancel() } }
}

@Suite(.timeLimit(.minutes(5))) struct FolderWatcherTests {
    @Test(arguments: Watching.Manner.allCases) private func whatIsNoSourceIsNotTold(manner: Watching.Manner)
        async throws
    {
        let folder = try TemporaryFolder(["content/a.md": "a", "other/x": "x", "album.yml": "t"])
        let watching = Watching(folder, manner)
        defer { watching.stop() }
        try folder.write("b", to: "other/x")
        try folder.write("b", to: "beside.yml")
        try folder.write("b", to: "content/.a.md.swp")
        try folder.write("b", to: "content/.git/index")
        #expect(try await watching.toldInTheEnd() == 0)
        #expect(
            watching.hindrances
                == (manner == .events ? [] : [.remote(path: folder.path("album.yml"), type: "nfs4")]))
    }

    @Test(
        arguments: Watching.Manner.allCases,
        ["album.yml", "content/vocabularies/a.yml", "content/root/.well-known/a.txt", "themes/album/theme.yml"])
    private func aFileThatComesChangesAndGoesIsTold(manner: Watching.Manner, path: String) async throws {
        let folder = try TemporaryFolder()
        let watching = Watching(folder, manner)
        defer { watching.stop() }
        try folder.write("a", to: path)
        #expect(try await watching.hasTold(1))
        let first = try await watching.toldInTheEnd()
        try folder.write("b", to: path)
        #expect(try await watching.hasTold(first + 1))
        let second = try await watching.toldInTheEnd()
        try folder.remove(path)
        #expect(try await watching.hasTold(second + 1))
    }

    @Test(arguments: Watching.Manner.allCases)
    private func foldersThatComeAndMoveAreWatched(manner: Watching.Manner) async throws {
        let folder = try TemporaryFolder(["content/a.md": "a", "elsewhere/x/y/b.md": "b"])
        let watching = Watching(folder, manner)
        defer { watching.stop() }
        func expectTold(_ change: () throws -> Void) async throws {
            let before = try await watching.toldInTheEnd()
            try change()
            #expect(try await watching.hasTold(before + 1))
        }
        try await expectTold { try folder.write("c", to: "content/p/q/c.md") }
        try await expectTold { try folder.write("d", to: "content/p/q/c.md") }
        try await expectTold { #expect(rename(folder.path("elsewhere/x"), folder.path("content/p/x")) == 0) }
        try await expectTold { try folder.write("d", to: "content/p/x/y/b.md") }
        try await expectTold { #expect(rename(folder.path("content/p"), folder.path("content/r")) == 0) }
        try await expectTold { try folder.write("e", to: "content/r/x/y/b.md") }
        try await expectTold { #expect(rename(folder.path("content/r"), folder.path("elsewhere/r")) == 0) }
        let before = watching.told
        try folder.write("f", to: "elsewhere/r/x/y/b.md")
        #expect(try await watching.toldInTheEnd() == before)
    }

    @Test func sourcesMayBeLinks() async throws {
        let folder = try TemporaryFolder(["place/album.yml": "t", "place/content/a.md": "a"])
        try folder.link("album.yml", to: "place/album.yml")
        try folder.link("content", to: "place/content")
        let watching = Watching(folder, .events)
        defer { watching.stop() }
        try folder.write("b", to: "place/content/a.md")
        #expect(try await watching.hasTold(1))
        let first = try await watching.toldInTheEnd()
        try folder.write("u", to: "place/album.yml")
        #expect(try await watching.hasTold(first + 1))
    }

    @Test(arguments: Watching.Manner.allCases)
    private func equalSizeAndDateAreNotEqualFiles(manner: Watching.Manner) async throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        let date: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
        let path = folder.path("content/a.md")
        try FileManager.default.setAttributes(date, ofItemAtPath: path)
        let watching = Watching(folder, manner)
        defer { watching.stop() }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data("b".utf8))
        try handle.close()
        try FileManager.default.setAttributes(date, ofItemAtPath: path)
        #expect(try await watching.hasTold(1))
    }

    @Test(arguments: Watching.Manner.allCases)
    private func changesThatNeverPauseAreTold(manner: Watching.Manner) async throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        let watching = Watching(folder, manner)
        defer { watching.stop() }
        var number = 0
        while watching.told < 3, number < 30_000 {
            number += 1
            try folder.write("\(number)", to: "content/a.md")
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(watching.told >= 3)
    }

    @Test(arguments: Watching.Manner.allCases)
    private func aSaveDuringABuildLeadsToAnother(manner: Watching.Manner) async throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        let watching = Watching(folder, manner) { call in
            // The build has read the files, and goes on.
            if call == 1 { try folder.write("c", to: "content/a.md") }
        }
        defer { watching.stop() }
        try folder.write("b", to: "content/a.md")
        #expect(try await watching.hasTold(2))
        #expect(try await watching.toldInTheEnd() == 2)
    }

    // MARK: Editors

    @Test func aSaveInSeveralStepsIsToldOnce() async throws {
        let folder = try TemporaryFolder(["content/a.md": "a", "content/b.md": "b"])
        let watching = Watching(folder, .events)
        defer { watching.stop() }
        // A busy machine may pause within a save for longer than the watcher waits: then it is two, and is tried again.
        func expectTold(once save: () async throws -> Void) async throws {
            for _ in 0..<20 {
                let before = watching.told
                try await save()
                #expect(try await watching.hasTold(before + 1))
                if try await watching.toldInTheEnd() == before + 1 { return }
            }
            Issue.record("told more than once each time")
        }
        // As Vim does it.
        try await expectTold {
            try folder.write("", to: "content/4913")
            try folder.remove("content/4913")
            #expect(rename(folder.path("content/a.md"), folder.path("content/a.md~")) == 0)
            try await Task.sleep(for: .milliseconds(10))
            let file = try #require(fopen(folder.path("content/a.md"), "w"))
            try await Task.sleep(for: .milliseconds(10))
            fclose(file)
            try folder.remove("content/a.md~")
        }
        // By a new file, as GNOME's and KDE's editors do it.
        try await expectTold {
            try folder.write("c", to: "content/.goutputstream-X")
            #expect(rename(folder.path("content/.goutputstream-X"), folder.path("content/a.md")) == 0)
        }
        // In pieces.
        try await expectTold {
            let file = try #require(fopen(folder.path("content/a.md"), "w"))
            for _ in 0..<5 {
                fputs("text", file)
                fflush(file)
                try await Task.sleep(for: .milliseconds(10))
            }
            fclose(file)
        }
        // All files at once.
        try await expectTold {
            for name in ["a", "b"] { try folder.write("x", to: "content/\(name).md") }
        }
        try await expectTold { try folder.remove("content/b.md") }
    }
}

@Suite struct FolderEventsTests {
    @Test func noticesThatTheKernelLostCountAsAChange() throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        let events = try FolderEvents([.folder(folder.path("content"))])
        var burst = SaveBurst()
        try events.add([.init(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: "")], to: &burst)
        #expect(!burst.isEmpty)
    }
}

@Suite struct SaveBurstTests {
    private func patience(_ events: SaveBurst.Event...) -> Duration {
        var burst = SaveBurst()
        for event in events { burst.add(event) }
        return burst.patience
    }

    @Test func whatIsCompleteIsToldSoonAndWhatIsNotLater() {
        let (soon, later) = (patience(.finished("a")), patience(.gone("a")))
        #expect(soon < later)
        #expect(patience(.begun("a")) == later)
        #expect(patience(.begun("a"), .finished("a")) == soon)
        #expect(patience(.gone("a"), .finished("a")) == soon)
        #expect(patience(.gone("a"), .finished("b")) == later)
    }

    @Test func whatIsNotKnownIsNotWaitedFor() {
        #expect(patience(.unknown) == patience(.finished("a")))
        #expect(patience(.gone("a"), .unknown) == patience(.gone("a")))
    }

    @Test func whatCameAndWentWasNeverMeantToStay() {
        let soon = patience(.finished("a"))
        #expect(patience(.begun("t"), .finished("t"), .gone("t")) == soon)
        #expect(patience(.begun("t"), .gone("t")) == soon)
        #expect(patience(.gone("a"), .finished("a~"), .begun("a"), .finished("a"), .gone("a~")) == soon)
        #expect(patience(.finished("a"), .gone("a"), .gone("a")) == patience(.gone("a")))
    }
}

@Suite struct MountsTests {
    private let mounts = Mounts(
        mountinfo: """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 22 0:40 / /mnt/school rw shared:2 master:1 - nfs4 server:/school rw
            31 30 8:2 / /mnt/school/local rw - ext4 /dev/sdb1 rw
            32 22 0:41 / /home/a\\040b rw - fuse.sshfs a@b:/ rw
            33 22 0:42 / /usb rw - cifs //x rw
            34 22 8:3 / /usb rw - fuseblk /dev/sdc1 rw
            a line of some later kernel
            """)

    @Test(arguments: [
        ("/home/site", nil), ("/mnt/school", "nfs4"), ("/mnt/school/a", "nfs4"), ("/mnt/schools", nil),
        ("/mnt/school/local/a", nil), ("/home/a b/c", "fuse.sshfs"), ("/usb/a", nil),
    ])
    func theInnermostAndLatestFileSystemCounts(path: String, type: String?) {
        #expect(mounts.remoteType(of: path) == type)
    }

    @Test func thisMachineTellsItsFileSystems() {
        #expect(Mounts.ofThisMachine().remoteType(of: "/proc") == nil)
    }
}

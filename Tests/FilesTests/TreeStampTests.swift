import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct TreeStampTests {
    /// Writes over a file where it stands, with the times that it had.
    private func overwrite(_ path: String, _ text: String) throws {
        let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }

    @Test func aChangeThatNoTimeTellsOfIsSeenInTheBytes() throws {
        let folder = try TemporaryFolder()
        try folder.write("один", to: "site/a.md")
        let look = DiskClock.now
        func stamp() -> TreeStamp { TreeStamp(of: folder.path("site"), readingTouchedAt: look) }
        let before = stamp()
        #expect(stamp() == before)
        // A clock that stands still is the worst: only what the file says differs.
        try overwrite(folder.path("site/a.md"), "двое")
        #expect(stamp() != before)
    }

    @Test func bytesOfFilesThatWereAtRestAreNotRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("один", to: "site/a.md")
        // A look long after the last touch relies on times alone.
        let look = DiskClock.now + 60_000_000_000
        let relying = TreeStamp(of: folder.path("site"), readingTouchedAt: look)
        #expect(relying.stamp == TreeStamp(of: folder.path("site")).stamp)
        #expect(TreeStamp(of: folder.path("site"), readingTouchedAt: DiskClock.now).stamp != relying.stamp)
    }

    @Test func aLinkMakesItBlind() throws {
        let folder = try TemporaryFolder()
        try folder.write("один", to: "site/a.md")
        try FileManager.default.createSymbolicLink(atPath: folder.path("site/b.md"), withDestinationPath: "a.md")
        #expect(TreeStamp(of: folder.path("site"), readingTouchedAt: DiskClock.now).isBlind)
    }
}

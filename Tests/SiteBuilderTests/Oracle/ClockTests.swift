import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A clock that jumps: files that come from the future or from long ago are not believed for that.
@Suite struct ClockTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    /// What the clock said when files were written.
    enum Moment: Int, CaseIterable {
        case beforeAll = -1_000_000_000
        case begin = 0
        case past = 1_000_000_000
        case future = 3_000_000_000
        /// Beyond what 64 bits of nanoseconds hold.
        case farFuture = 13_000_000_000

        /// Few where few builds may be made.
        static var tried: [Moment] { isLong ? allCases : [.begin, .future, .farFuture] }

        var time: FileTime { FileTime(seconds: rawValue) }
    }

    @Test(arguments: Moment.tried)
    func filesOfAnotherTimeAreReadAsEver(moment: Moment) throws {
        var site = try TurnedSite()
        for folder in ["content", "themes", OracleSite.cache, "public"] {
            try Self.set(moment, below: folder, of: site)
            try site.expectAsFromNothing("\(folder) of \(moment)")
            try site.turn()
            try Self.set(moment, below: folder, of: site)
            try site.expectAsFromNothing("\(folder) of \(moment), turned")
        }
    }

    private static func set(_ moment: Moment, below folder: String, of site: TurnedSite) throws {
        for file in try site.folder.files(below: folder) {
            try site.folder.setTime(moment.time, of: folder + "/" + file)
        }
    }

    /// As after a build by a clock that was ahead and is set right: all that is done now seems to be older than it.
    @Test(arguments: Moment.tried)
    func aChangedPageIsNoticedWhateverTheTimeOfTheManifest(moment: Moment) throws {
        var site = try TurnedSite()
        for path in ["public/practices/p2.html", "public/index.html", "public/manifest.json"] {
            try site.folder.setTime(moment.time, of: "public/manifest.json")
            let time = try site.folder.time(of: path)
            var bytes = try site.folder.bytes(path)
            let place = bytes.count / 2
            bytes[place] = bytes[place] == 0x61 ? 0x62 : 0x61
            if path != "public/manifest.json" { try site.folder.write(bytes, to: path) }
            try site.folder.setTime(time, of: path)
            try site.expectAsFromNothing("\(path) with the manifest of \(moment)")
            try site.turn()
            try site.expectAsFromNothing("\(path) with the manifest of \(moment), turned")
        }
    }

    @Test func aSiteOfAnEarlierDayInPlaceOfTheLastIsNotTakenForIt() throws {
        var site = try TurnedSite()
        let manager = FileManager.default
        try manager.copyItem(atPath: site.folder.path("public"), toPath: site.folder.path("earlier"))
        try site.turn()
        try site.expectAsFromNothing("turned")
        try site.folder.remove("public")
        try manager.copyItem(atPath: site.folder.path("earlier"), toPath: site.folder.path("public"))
        try site.expectAsFromNothing("the earlier site")
        try site.folder.remove("public")
        try site.expectAsFromNothing("no site")
    }

    /// Files that were written at leisure are not read again; what is done to them behind the back of their size and
    /// time is seen all the same.
    @Test(arguments: [21, 22] as [UInt64])
    func bytesOfEqualSizeAndTimeAreSeen(seed: UInt64) async throws {
        var site = try OracleSite(seed: seed)
        for _ in 0..<(Self.isLong ? 20 : 1) {
            try await Task.sleep(for: .milliseconds(2100))
            try site.expectAsFromNothing(after: [], Edition())
            try site.expectAsFromNothing(after: site.edited.make(.nothing), Edition())
            #expect(site.lastMade == 0)
            let edits: [SiteEdit] = [.exchanged, .sameSize, .sameSizeElsewhere, .sameSize]
            try site.expectAsFromNothing(after: edits.flatMap { try site.edited.make($0) }, Edition())
            try site.expectAsFromNothing(after: site.edited.make(.reverted), Edition())
        }
    }
}

import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A build that is killed, and two at once: what is published is whole at any moment, and the next build gives what one
/// from nothing gives.
///
/// `ALBUM_LONG_TESTS` kills three hundred builds.
@Suite(.serialized) struct KilledBuildTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    /// When a build is killed.
    private enum Moment: CaseIterable {
        /// Anywhere from its start to its usual end.
        case anywhere
        /// While it writes the new folder.
        case writing
        /// As soon as the new folder stands in the place of the old one: nothing is kept yet of how it was made.
        case published
    }

    @Test func aKilledBuildLeavesAWholeSiteAndTheNextIsAsFromNothing() throws {
        let site = try BusySite(states: 3)
        try site.expectWhole("at first")
        var numbers = SystemRandomNumberGenerator()
        let begin = Date()
        try site.turn(to: 1)
        try site.expectWhole("measured")
        let usual = Date().timeIntervalSince(begin)
        var killed = 0
        for round in 0..<(Self.isLong ? 300 : 40) {
            let moment = Moment.allCases[round % 3]
            try site.turn(to: Int.random(in: 0..<3, using: &numbers))
            let standing = try site.tree()
            if try kill(site, at: moment, usual, &numbers) { killed += 1 }
            let note = "killed \(moment), round \(round)"
            let found = try site.tree()
            #expect(found == standing || found == site.trees[site.state], "\(note)")
            // Several killed builds behind each other, so that what they leave adds up.
            if round % 4 == 3 { try site.expectWhole(note) }
        }
        try site.expectWhole("at last")
        #expect(killed > (Self.isLong ? 150 : 20), "\(killed) were killed at work")
    }

    /// Starts a build and kills it; whether it was at work still.
    private func kill(
        _ site: BusySite, at moment: Moment, _ usual: TimeInterval, _ numbers: inout SystemRandomNumberGenerator
    ) throws -> Bool {
        let before = Self.place(of: site.folder.path("site/public"))
        let program = try site.start()
        switch moment {
        case .anywhere: usleep(UInt32(Double.random(in: 0...usual, using: &numbers) * 1e6))
        case .writing:
            while program.isRunning, try !Self.isBeingWritten(site) { usleep(200) }
            usleep(UInt32(Double.random(in: 0...usual / 3, using: &numbers) * 1e6))
        case .published:
            while program.isRunning, Self.place(of: site.folder.path("site/public")) == before { usleep(50) }
        }
        return program.killNow()
    }

    private static func isBeingWritten(_ site: BusySite) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: site.folder.path("site"))
            .contains { $0.hasPrefix(".public.album-new-") }
    }

    /// Which folder of the disk stands at a path.
    private static func place(of path: String) -> UInt64? {
        var status = stat()
        return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    @Test func twoBuildsAtOnceBothEndWithTheWholeSite() throws {
        let site = try BusySite(states: 2)
        for round in 0..<(Self.isLong ? 60 : 5) {
            try site.turn(to: round % 2)
            // The first round finds neither a site nor a cache, the others both.
            let first = try site.start()
            usleep(UInt32.random(in: 0...(round % 4 == 0 ? 1_000 : 400_000)))
            let second = try site.start()
            for program in [first, second] {
                let status = try program.status()
                let told = try program.messages()
                #expect(status == 0, "round \(round): \(told)")
            }
            #expect(try site.tree() == site.trees[site.state], "round \(round)")
            try site.expectNothingBeside("round \(round)")
        }
        try site.expectWhole("after all")
    }
}

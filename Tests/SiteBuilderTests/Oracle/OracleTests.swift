import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A build after an edit gives what a build from nothing gives, in every byte and in every diagnostic, and so does a
/// site of which nothing is written; and it makes no more pages than the edit asks for.
///
/// The site is edited at random and built again in its folder; beside it the same sources are built into memory by one
/// thread, with nothing that an earlier build has left. `ALBUM_LONG_TESTS` makes ten times as many edits.
@Suite struct OracleTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    /// Edits of one run; the runs differ in their seeds.
    private static let edits = isLong ? 500 : 50

    /// What nobody sees who looks at size and time alone.
    private static let unseen: [SiteEdit] = [.nothing, .sameSize, .sameSizeElsewhere, .exchanged]

    @Test(arguments: [1, 3, 4, 6] as [UInt64])
    func anEditedSiteIsBuiltAsFromNothing(seed: UInt64) async throws {
        var site = try OracleSite(seed: seed)
        var numbers = SeededNumbers(seed: seed &+ 77)
        var count = 0
        while count < Self.edits {
            var burst = try Self.burst(&site, &numbers, &count)
            guard !burst.isEmpty else { continue }
            // Some time without an edit: the disk would show another one now, and less is looked at.
            if Int.random(in: 0..<20, using: &numbers) == 0 {
                try await Task.sleep(for: .milliseconds(2100))
                try site.expectAsFromNothing(after: burst, Edition())
                burst = try site.edited.make(Self.unseen.randomElement(using: &numbers) ?? .nothing)
            }
            let edition = Edition(
                isLenient: Int.random(in: 0..<4, using: &numbers) == 0,
                hasDrafts: Int.random(in: 0..<6, using: &numbers) == 0)
            let isQuick = Int.random(in: 0..<(Self.isLong ? 2 : 6), using: &numbers) > 0
            try site.expectAsFromNothing(after: burst, edition, isQuick: isQuick)
        }
        // Much was published, much of that after one edit: else all this would show nothing.
        let tally = site.tally
        if Self.isLong { print("seed \(seed): \(count) edits, \(tally)") }
        #expect(tally.published > Self.edits / 8 && tally.single > Self.edits / 50, "\(tally)")
    }

    /// Mostly one edit between two builds, sometimes six, which is the more often the fewer builds there may be.
    private static func burst(
        _ site: inout OracleSite, _ numbers: inout SeededNumbers, _ count: inout Int
    ) throws -> [SiteChange] {
        var burst: [SiteChange] = []
        for _ in 0..<(Int.random(in: 0..<(isLong ? 8 : 4), using: &numbers) == 0 ? 6 : 1) {
            let changes = try edit(&site, &numbers)
            if !changes.isEmpty { count += 1 }
            burst += changes
        }
        return burst
    }

    /// Makes an edit at random; one who cannot publish soon goes back, or nothing would ever be published.
    private static func edit(_ site: inout OracleSite, _ numbers: inout SeededNumbers) throws -> [SiteChange] {
        let goesBack = site.isRefused && Bool.random(using: &numbers)
        guard let edit = goesBack ? .reverted : SiteEdit.allCases.randomElement(using: &numbers) else { return [] }
        return try site.edited.make(edit)
    }

    /// One edit of each kind, and the way back.
    @Test func everyEditIsSeenAndMakesNoMoreThanItReaches() throws {
        let lenient = Edition(isLenient: true)
        var site = try OracleSite(seed: 5)
        try site.expectAsFromNothing(after: [], lenient, isQuick: true)
        let first = site.seen
        for edit in SiteEdit.allCases where edit != .reverted {
            let changes = try site.edited.make(edit)
            #expect(!changes.isEmpty, "\(edit)")
            try site.expectAsFromNothing(after: changes, lenient, isQuick: true)
            // Of a file that is not of a material a letter may be changed that nobody sees.
            if edit != .sameSizeElsewhere {
                #expect((site.seen == first) == (edit == .nothing), "\(edit) changes nothing")
            }
            let back = try site.edited.make(.reverted)
            try site.expectAsFromNothing(after: back, lenient, isQuick: true, cold: first)
            try site.edited.remember()
        }
    }
}

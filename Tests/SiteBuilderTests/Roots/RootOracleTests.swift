import Files
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import SiteBuilder

/// A site with roots after an edit is what a build from nothing gives, and an edit in one root makes no page of another
/// that does not show it.
@Suite struct RootOracleTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    @Test(arguments: [1, 2] as [UInt64])
    func anEditedCountryIsBuiltAsFromNothing(seed: UInt64) throws {
        var country = try EditedCountry(seed: seed)
        var numbers = SeededNumbers(seed: seed &+ 31)
        var published = 0
        let count = Self.isLong ? 300 : 24
        for step in 0..<count {
            let edits = (0..<(step % 7 == 6 ? 4 : 1)).compactMap { _ in RootEdit.allCases.randomElement(using: &numbers)
            }
            for edit in step % 11 == 10 ? [.reverted] : edits { _ = try country.make(edit) }
            let isLenient = Int.random(in: 0..<3, using: &numbers) > 0
            if try expectAsFromNothing(country.site, after: edits, isLenient: isLenient) { published += 1 }
        }
        #expect(published > count / 3)
    }

    /// Each edit, and the way back.
    @Test func everyEditIsSeen() throws {
        var country = try EditedCountry(seed: 9)
        let first = try OracleSite.cold(country.site, Edition(isLenient: true))
        _ = try expectAsFromNothing(country.site, after: [], isLenient: true, cold: first)
        for edit in RootEdit.allCases where edit != .reverted {
            var isMade = false
            for _ in 0..<5 where !isMade { isMade = try country.make(edit, in: "perm") }
            #expect(isMade, "\(edit)")
            _ = try expectAsFromNothing(country.site, after: [edit], isLenient: true)
            _ = try country.make(.reverted)
            _ = try expectAsFromNothing(country.site, after: [edit, .reverted], isLenient: true, cold: first)
        }
    }

    /// Pages that are made without being others than before belong to the root that was edited, or to all.
    @Test(arguments: [
        RootEdit.body, .title, .date, .directions, .municipality, .row, .added, .removed, .draft, .placeAhead,
        .placeAdded, .placeNamed,
    ])
    func anEditInARootMakesNoPageOfAnotherWithoutNeed(edit: RootEdit) throws {
        var country = try EditedCountry(seed: 4)
        _ = try made(country.site)
        let before = try country.site.output()
        #expect(try country.make(edit, in: "perm"))
        let made = try made(country.site)
        let after = try country.site.output()
        let needless = made.filter { before[$0] == after[$0] && $0.hasSuffix(".html") }
        let others = needless.filter { page in
            ["tula", "omsk"].contains { page.hasPrefix("\($0)/") || page.contains("/\($0).") }
        }
        // A place names its namesakes, and asks for all that is known of each.
        let namesakes = edit == .placeNamed ? ["municipalities/tula.leninsky-mr.html"] : []
        #expect(Set(others).subtracting(namesakes).isEmpty, "\(edit): \(others.sorted())")
    }

    /// The figures that `ARCHITECTURE.md` states: what a region's edit costs a country.
    @Test func anEditInARootMakesThePagesThatShowIt() throws {
        var country = try EditedCountry(seed: 4)
        _ = try made(country.site)
        #expect(try country.make(.body, in: "perm"))
        #expect(try made(country.site).filter { $0.hasSuffix(".html") }.count == 1)
        let path = "regions/perm/content/practices/marafon.md"
        let text = try country.site.folder.text(path)
        try country.site.folder.write(text.replacing("summary: Игра", with: "summary: Другая игра"), to: path)
        let pages = try made(country.site).filter { $0.hasSuffix(".html") }
        #expect(
            pages.filter {
                $0.hasPrefix("tula/") || $0.hasPrefix("omsk/") || $0.contains("/tula") || $0.contains("/omsk")
            }
            .isEmpty, "\(pages.sorted())")
        #expect(pages.contains("perm/practices/marafon.html") && pages.contains("regions/perm.html"))
    }

    // MARK: Builds

    /// Builds with what the builds before have kept and from nothing; whether it was published.
    private func expectAsFromNothing(
        _ site: SampleSite, after edits: [RootEdit], isLenient: Bool, cold known: OracleSite.Seen? = nil
    ) throws -> Bool {
        let edition = Edition(isLenient: isLenient)
        let cold = try known ?? OracleSite.cold(site, edition)
        var request = try site.request()
        edition.apply(to: &request)
        request.store = BuildStore.open(site.folder.path(OracleSite.cache))
        let warm = try SiteBuild.run(request)
        #expect(warm.text == cold.told, "\(edits)")
        #expect((warm.summary == nil) == (cold.files == nil), "\(edits)")
        guard let files = cold.files, warm.summary != nil else { return false }
        let output = try site.output()
        let different = Set(output.keys).union(files.keys).filter { output[$0] != files[$0] }
        #expect(different.isEmpty, "\(edits): \(different.sorted().prefix(5))")
        return true
    }

    /// Builds what is not as it was; the paths of the files that were written.
    private func made(_ site: SampleSite) throws -> Set<String> {
        var request = try site.request()
        request.isLenient = true
        request.store = BuildStore.open(site.folder.path(OracleSite.cache))
        let log = WriteLog()
        _ = try SiteBuild.run(request) { output throws(FileError) in
            LoggedOutput(sink: try OutputTransaction(replacing: output, keepsSpare: true), log: log)
        }
        return log.paths
    }
}

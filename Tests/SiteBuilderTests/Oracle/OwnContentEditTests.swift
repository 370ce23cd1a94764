import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// Edits of the repository's own content, where much is asked that small sites have not.
@Suite struct OwnContentEditTests {
    /// A copy of the site that may be edited.
    static func copy() throws -> SampleSite {
        let site = try SampleSite()
        for name in ["album.yml", "content", "themes"] {
            if site.folder.contains(name) { try site.folder.remove(name) }
            try FileManager.default.copyItem(
                atPath: SampleSite.repository.appendingPathComponent(name).path, toPath: site.folder.path(name))
        }
        return site
    }

    /// Text in place of another one in a file that is there; the whole of a new file where there is no old text.
    typealias Edit = (path: String, old: String?, new: String)

    static func make(_ edits: [Edit], in site: SampleSite) throws {
        for (path, old, new) in edits {
            guard let old else {
                try site.folder.write(new, to: path)
                continue
            }
            let text = try site.folder.text(path)
            try #require(text.contains(old), "\(path)")
            try site.folder.write(text.replacing(old, with: new, maxReplacements: 1), to: path)
        }
    }

    /// Edits files between two builds, and demands of the second what a build from nothing gives.
    ///
    /// - Parameter before: edits before the first build.
    static func expectAsFromNothing(
        isLenient: Bool = false, before: [Edit] = [], after edits: [Edit]
    ) throws {
        let site = try copy()
        try make(before, in: site)
        func build() throws -> BuildReport {
            try site.build {
                $0.store = BuildStore.open(site.folder.path(".album-cache"))
                $0.isLenient = isLenient
            }
        }
        let first = try build()
        try #require(first.summary != nil, "\(first.text)")
        try make(edits, in: site)
        let report = try build()
        #expect(report.summary != nil, "\(report.text)")
        let output = MemoryOutput()
        var request = try site.request(jobs: 2)
        request.isLenient = isLenient
        _ = try SiteBuild.run(request) { _ throws(FileError) in output }
        let warm = try site.output()
        let different = output.files.filter { warm[$0.key.text] != $0.value }.map(\.key.text)
        #expect(different.isEmpty, "\(different.sorted().prefix(5))")
    }

    @Test func whatBindsARegionIsShownInTheRegionThatItNames() throws {
        try Self.expectAsFromNothing(after: [
            ("content/documents/order-02-2066.md", "region: Челябинская область", "region: Свердловская область")
        ])
    }

    /// The new entry has the position that the old one had.
    @Test func anEntryInAnothersPlaceIsAnother() throws {
        let entry = "  - id: minobr-chelyabinsk\n"
        let new = """
              - id: novoe
                name: Новое ведомство
                type: министерство
                group: Организации Челябинской области

            """
        try Self.expectAsFromNothing(after: [
            ("content/vocabularies/organisations.yml", entry, new + entry),
            (
                "content/documents/order-02-2066.md", "issuer: Минобрнауки Челябинской области",
                "issuer: Новое ведомство"
            ),
        ])
    }

    /// Choices of filters stand in the order of a list that is no axis.
    @Test func levelsInAnotherOrderMoveTheChoicesOfFilters() throws {
        let list = "content/vocabularies/levels.yml"
        let text = try String(
            contentsOf: SampleSite.repository.appendingPathComponent(list), encoding: .utf8)
        let entries = text.components(separatedBy: "\n  - id: ")
        let (first, second) = ("\n  - id: \(entries[1])", "\n  - id: \(entries[2])")
        try Self.expectAsFromNothing(after: [(list, first + second, second + first)])
    }

    /// What a form may add to, and where the site is, stand on pages that name neither.
    @Test func aListThatGrowsNoMoreAndASiteElsewhereChangeTheirPages() throws {
        try Self.expectAsFromNothing(after: [
            ("content/vocabularies/practice-formats.yml", "grows: да\n", ""),
            ("album.yml", "\ntitle:", "\nurl: https://album.example.org/\ntitle:"),
        ])
    }

    /// Colours go by the place in the list, on pages too that name no other entry of it.
    @Test func aDirectionAheadOfOthersMovesTheirColours() throws {
        try Self.expectAsFromNothing(after: [
            (
                "content/vocabularies/directions.yml", "  - id: znanie\n",
                "  - id: novoe\n    name: Новое\n  - id: znanie\n"
            )
        ])
    }

    /// What it was called before, who took over, and where its page stood.
    @Test func aMunicipalityOfAnotherPastShowsIt() throws {
        try Self.expectAsFromNothing(after: [
            (
                "content/vocabularies/municipalities.yml", "id: asha-mr,",
                "id: asha-mr, was: [asha-raion, {name: Ашинский район, to: 2004}], valid: {to: 2020}, successor: zlatoust-go,"
            )
        ])
    }

    /// A full list of an entry had an address of its own.
    @Test func aDirectionOfAnotherIDLeavesItsAddresses() throws {
        try Self.expectAsFromNothing(after: [
            ("content/vocabularies/directions.yml", "id: znanie\n", "id: znaniia\n    was: [znanie]\n")
        ])
    }

    /// A citation is held against the names of the office that issued a document.
    @Test func anOfficeOfAnotherNameIsCitedByIt() throws {
        try Self.expectAsFromNothing(after: [
            (
                "content/vocabularies/organisations.yml", "full: Министерство образования и науки Челябинской области",
                "full: Ведомство образования области"
            )
        ])
    }

    @Test func anAliasThatIsTheNameIsShownAllTheSame() throws {
        try Self.expectAsFromNothing(after: [
            (
                "content/vocabularies/directions.yml", "aliases: [Профессиональная ориентация]",
                "aliases: [Профессиональная ориентация, Профориентация]"
            )
        ])
    }

    /// The first of two entries of one name explains it, in texts too whose marks wait for what they may cite.
    @Test func entriesOfOneNameInAnotherOrder() throws {
        func entries(_ ids: (String, String)) -> String {
            let expansions = ["odin": "один смысл слова", "dva": "другой смысл слова"]
            return [ids.0, ids.1].map { id in
                "  - id: \(id)\n    name: АБВГД\n    expansion: \(expansions[id] ?? "")\n"
            }.joined()
        }
        let glossary = "content/vocabularies/glossary.yml"
        let (old, new) = (entries(("odin", "dva")), entries(("dva", "odin")))
        try Self.expectAsFromNothing(
            before: [
                (glossary, "entries:\n", "entries:\n" + old),
                ("content/events/session-2017-05.md", "Тема сессии", "Так решил АБВГД. Тема сессии"),
            ], after: [(glossary, old, new)])
    }

    private static let practice = "content/practices/asha-msoko.md"

    private static func material(_ lines: String) -> String {
        "---\ntitle: Другая\nsummary: Другая практика.\ndate: 2018\n\(lines)---\n\nТекст.\n"
    }

    @Test func aMaterialAtAFormerAddressOfAnother() throws {
        try Self.expectAsFromNothing(
            isLenient: true, before: [(Self.practice, "date: 2016-2018\n", "date: 2016-2018\naliases: [staraia]\n")],
            after: [("content/practices/staraia.md", nil, Self.material(""))])
    }

    @Test func aMaterialAtTheAddressOfAnEdition() throws {
        try Self.expectAsFromNothing(
            isLenient: true, after: [("content/albums/team-album.print.md", nil, Self.material(""))])
    }

    /// What is written says more than what its absence means, though it is the same.
    @Test func aDefaultThatIsWrittenOut() throws {
        try Self.expectAsFromNothing(after: [
            ("content/documents/order-48.md", "---\ntitle:", "---\nstatus: не проверено, действует ли\ntitle:")
        ])
    }

    /// An abbreviation within a citation is not marked: the page never asked for its entry.
    @Test func anAbbreviationThatMovesOutOfACitation() throws {
        let glossary = "content/vocabularies/glossary.yml"
        let entry = "  - id: odin\n    name: АБВГД\n    expansion: один смысл слова\n"
        try Self.expectAsFromNothing(
            before: [
                (glossary, "entries:\n", "entries:\n" + entry),
                (
                    "content/events/session-2017-05.md",
                    "приказ Министерства образования и науки Челябинской области от",
                    "приказ АБВГД от"
                ), ("content/events/session-2017-05.md", "Тема сессии", "Так решил ЕЖЗИК. Тема сессии"),
            ], after: [(glossary, "name: АБВГД", "name: ЕЖЗИК")])
    }
}

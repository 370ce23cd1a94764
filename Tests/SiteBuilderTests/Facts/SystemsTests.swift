import Foundation
import Search
import TestSupport
import Testing

@testable import SiteBuilder

/// The twenty systems that people run on slides today, one by one: what of each is on the built site.
///
/// ```
/// 9 ⇥ Отбор в актив ⇥ events/rma-contest-2023.html ⇥ data/events/rma-contest-2023.csv ⇥
///   ⇥ chart@events/rma-contest-2023.html ⇥ как попасть в актив / критерии отбора методистов / 629 заявок
/// ```
/// Columns of `systems.tsv`: number ⇥ name ⇥ its pages ⇥ exported tables ⇥ the page through which it stands on the axes,
/// where none of its own does ⇥ views at pages ⇥ three queries, parted by « / ». Cells of several are parted by spaces.
@Suite struct SystemsTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    @Test func allTwentyAreListedWithThreeQueriesEach() throws {
        let systems = try AlbumSystem.all()
        #expect(systems.map(\.number) == Array(1...20))
        #expect(systems.filter { Set($0.queries).count != 3 }.map(\.number) == [])
        #expect(systems.filter { $0.pages.isEmpty }.map(\.number) == [])
        #expect(Set(systems.flatMap(\.views).map(\.view)) == Set(AlbumSystem.View.allCases))
    }

    @Test func eachHasItsPagesAndItsTablesAsData() throws {
        var missing: [String] = []
        for system in try AlbumSystem.all() {
            missing += (system.pages + system.axes).filter { site.files[$0] == nil }.map { "\(system.number): \($0)" }
            for table in system.tables {
                let rows = (site.files[table].map(CSVRows.read) ?? []).filter { $0 != [""] }
                if rows.count < 2 { missing.append("\(system.number): \(table) has \(rows.count) rows") }
            }
        }
        #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
    }

    /// A page of a direction and a page of a municipality list it, or the page that leads to it.
    @Test func eachIsReachedFromBothAxes() throws {
        let directions = try targets(of: ["directions/", "rma-directions/"])
        let municipalities = try targets(of: ["municipalities/"])
        for system in try AlbumSystem.all() {
            let named = Set(system.pages + system.axes)
            #expect(!directions.isDisjoint(with: named), "\(system.number) is on no page of a direction")
            #expect(!municipalities.isDisjoint(with: named), "\(system.number) is on no page of a municipality")
            for axis in system.axes where !system.pages.contains(axis) {
                #expect(try targets(of: [axis]).contains(system.pages[0]), "\(system.number): \(axis) leads elsewhere")
            }
        }
    }

    /// What stands in the main part of the pages that begin so leads to these pages.
    private func targets(of prefixes: [String]) throws -> Set<String> {
        var targets: Set<String> = []
        for (path, bytes) in site.files(".html") where prefixes.contains(where: { path.hasPrefix($0) }) {
            let html = String(decoding: bytes, as: UTF8.self)
            let main = try #require(html.range(of: "<main").map { html[$0.lowerBound...] }, "\(path) has no main part")
            for match in main.prefix(upTo: main.range(of: "</main>")?.lowerBound ?? main.endIndex)
                .matches(of: /href="([^"]*)"/)
            {
                guard let (file, _) = OwnSite.target(of: String(match.1), on: path) else { continue }
                targets.insert(file)
            }
        }
        return targets
    }

    @Test func eachIsDrawnWhereItHasNumbersOrTime() throws {
        var missing: [String] = []
        for system in try AlbumSystem.all() {
            for (view, page) in system.views {
                let html = site.files[page].map { String(decoding: $0, as: UTF8.self) } ?? ""
                if !html.contains(view.mark) { missing.append("\(system.number): \(view.rawValue) on \(page)") }
            }
        }
        #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
    }

    @Test func eachQueryFindsItsSystemAmongTheFirstThree() throws {
        let engine = try SearchEngine { site.files[$0] }
        var missed: [String] = []
        for system in try AlbumSystem.all() {
            for query in system.queries {
                let found = engine.search(query, limit: 3).results.map(\.url)
                if Set(found).isDisjoint(with: system.pages) {
                    missed.append("\(system.number), «\(query)»: \(found.joined(separator: " "))")
                }
            }
        }
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }

    /// Questions that readers asked and the search once answered with something else.
    @Test(arguments: [
        ("альбом для школы", "albums/team-album.html"),
        ("межмуниципальная группа 3", "groups/mmpg-3-2023.html"),
        ("самооценка муниципалитета", "assessments/municipal-mechanisms-2023.html"),
        ("итоги 500+", "pages/project-500-results.html"),
        ("оценивание проектов учеников", "practices/shturm-otsenochnye-protsedury.html"),
        ("как попасть в актив", "events/rma-contest-2023.html"),
        ("ГТО", "indicators/regional-indicators.html"),
        ("музей", "indicators/regional-indicators.html"),
        ("олимпиада", "indicators/municipal-crosswalk.html"),
        ("бланк дорожной карты", "pages/roadmap-blank.html"),
        ("СОШ № 67 Магнитогорск", "organisations/sosh-67-magnitogorsk.html"),
    ])
    func aCommonQuestionFindsItsPageAmongTheFirstThree(query: String, page: String) throws {
        let found = try SearchEngine { site.files[$0] }.search(query, limit: 3).results.map(\.url)
        #expect(found.contains(page))
    }
}

/// A line of `systems.tsv`.
private struct AlbumSystem {
    /// What shows the numbers or the time of a table.
    enum View: String, CaseIterable {
        case chart, timeline, worksheet, chapters
        case scoreSheet = "score-sheet"

        /// What a page has where the view is.
        var mark: String {
            switch self {
            case .chart: "class=\"drawing chart\""
            case .timeline: "<figure class=\"timeline\""
            case .worksheet: "class=\"fill worksheet"
            case .chapters: "class=\"chapter-number\""
            case .scoreSheet: "class=\"fill score-sheet"
            }
        }
    }

    let number: Int
    /// The first is the main one.
    let pages: [String]
    let tables: [String]
    let axes: [String]
    let views: [(view: View, page: String)]
    let queries: [String]

    static func all() throws -> [AlbumSystem] {
        let file = SampleSite.tests.appendingPathComponent("Facts/systems.tsv")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(columns.count == 7, "a line has \(columns.count) columns: \(line)")
            return AlbumSystem(
                number: try #require(Int(columns[0])), pages: items(columns[2]), tables: items(columns[3]),
                axes: items(columns[4]), views: try items(columns[5]).map(view),
                queries: columns[6].components(separatedBy: " / "))
        }
    }

    private static func items(_ cell: String) -> [String] { cell.split(separator: " ").map(String.init) }

    /// A view at a page: `chart@events/rma-contest-2023.html`.
    private static func view(_ text: String) throws -> (view: View, page: String) {
        let parts = text.split(separator: "@").map(String.init)
        try #require(parts.count == 2, "«\(text)» is no view at a page")
        return (try #require(View(rawValue: parts[0]), "«\(parts[0])» is no view"), parts[1])
    }
}

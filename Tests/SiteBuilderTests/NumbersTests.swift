import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Every number that the pages of the repository's own site put beside a noun, held against what it counts.
///
/// The pages are read as a reader sees them: nothing here asks the program what it meant.
@Suite struct NumbersTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    private func html(_ path: String) throws -> String {
        String(decoding: try #require(site.files[path]), as: UTF8.self).withoutBreaks
    }

    /// The number that a text begins with: «103 материала».
    private func number(_ text: some StringProtocol) -> Int? {
        let plain = Self.plain(String(text))
        let digits = plain.prefix { $0.isNumber || $0 == " " || $0 == "\u{202F}" }.filter(\.isNumber)
        return Int(digits)
    }

    private static func plain(_ html: String) -> String {
        html.replacing(#/<[^>]*>/#, with: "").replacing(#/\s+/#, with: " ").trimmingCharacters(in: .whitespaces)
    }

    // MARK: Coverage

    private struct Cell: Equatable {
        var own: Int
        var part: Int
    }

    private struct MatrixRow {
        let url: String
        let cells: [Cell]
        /// Directions filled, own materials, taking part.
        let sums: [Int]
    }

    private func rows(of part: Substring) -> [MatrixRow] {
        part.matches(of: #/<tr[^>]*>(.*?)<\/tr>/#).map { match in
            let text = String(match.1)
            let cells = text.matches(of: #/<td class="hue[^>]*>(.*?)<\/td>/#).map { cell in
                let own = cell.1.firstMatch(of: #/<span class="own"[^>]*>(\d+)</#).flatMap { Int($0.1) }
                let part = cell.1.firstMatch(of: #/<span class="part"[^>]*>(\d+)</#).flatMap { Int($0.1) }
                return Cell(own: own ?? 0, part: part ?? 0)
            }
            return MatrixRow(
                url: text.firstMatch(of: #/<a href="([^"]*)"/#).map { String($0.1) } ?? "", cells: cells,
                sums: text.matches(of: #/<td class="sum[^>]*>(\d+)<\/td>/#).compactMap { Int($0.1) })
        }
    }

    private func matrix() throws -> (body: [MatrixRow], foot: MatrixRow) {
        let page = try html("coverage.html").replacing("\n", with: " ")
        let body = try #require(page.firstMatch(of: #/<tbody>(.*?)<\/tbody>/#))
        let foot = try #require(page.firstMatch(of: #/<tfoot>(.*?)<\/tfoot>/#))
        return (rows(of: body.1), try #require(rows(of: foot.1).first))
    }

    @Test func everySumOfTheMatrixIsThatOfItsColumn() throws {
        let (body, foot) = try matrix()
        #expect(body.count > 40 && foot.cells.count == 9 && foot.sums.count == 2)
        for column in foot.cells.indices {
            let own = body.reduce(0) { $0 + $1.cells[column].own }
            let part = body.reduce(0) { $0 + $1.cells[column].part }
            #expect(foot.cells[column] == Cell(own: own, part: part), "column \(column + 1)")
        }
        // Directions of several municipalities have no sum.
        for column in foot.sums.indices { #expect(foot.sums[column] == body.reduce(0) { $0 + $1.sums[column + 1] }) }
        for row in body { #expect(row.sums[0] == row.cells.count { $0.own > 0 }, "\(row.url)") }
    }

    @Test func theFileOfTheCoverageSaysWhatTheMatrixSays() throws {
        let lines = try html("data/coverage.csv").split(separator: "\r\n").dropFirst()
        let data = Set(lines.map { $0.split(separator: ",").dropFirst().map { Int($0) ?? -1 } })
        let page = Set(
            try matrix().body.map { $0.cells.flatMap { [$0.own, $0.part] } + [$0.sums[1], $0.sums[0], $0.sums[2]] })
        #expect(data == page)
    }

    @Test func aMunicipalityShowsWhatItsRowCounts() throws {
        for row in try matrix().body {
            let page = try html(row.url)
            let groups = groups(of: page).filter { $0.id != "due" }
            let own = groups.filter { !$0.id.hasPrefix("part-") }.reduce(0) { $0 + $1.count }
            let part = groups.filter { $0.id.hasPrefix("part-") }.reduce(0) { $0 + $1.count }
            #expect([own, part] == Array(row.sums.dropFirst()), "\(row.url)")
        }
    }

    @Test func aNumberOfTheMatrixCountsTheListThatItLeadsTo() throws {
        let directions = try html("directions/index.html").matches(of: #/href="([a-z-]+)\.html"><span class="chip/#)
            .map { String($0.1) }
        for row in try matrix().body where row.cells.contains(where: { $0 != Cell(own: 0, part: 0) }) {
            let page = try html(row.url)
            for (direction, cell) in zip(directions, row.cells) where cell != Cell(own: 0, part: 0) {
                let list = try #require(
                    page.replacing("\n", with: " ").firstMatch(
                        of: try Regex("id=\"\(direction)\">.*?</section>", as: Substring.self)))
                let links = list.output.matches(of: #/<li>/#).count
                #expect(links == cell.own + cell.part, "\(row.url)#\(direction)")
            }
        }
    }

    // MARK: Lists

    private struct Group {
        let id: String
        /// What the heading says.
        let count: Int
        let cards: Int
        /// A list elsewhere has the rest.
        let hasMore: Bool
    }

    private func groups(of page: String) -> [Group] {
        page.split(separator: "<section class=\"group\"").dropFirst().compactMap { text in
            let section = text.prefix(upTo: text.firstRange(of: "</section>")?.lowerBound ?? text.endIndex)
            guard
                let count = section.firstMatch(of: #/<h2>[^<]* <span class="count">([^<]*)</#).flatMap({ number($0.1) })
            else { return nil }
            return Group(
                id: section.firstMatch(of: #/^ id="([^"]*)"/#).map { String($0.1) } ?? "", count: count,
                cards: section.matches(of: #/<li class="(?:card|paper)[ "]/#).count,
                hasMore: section.contains("class=\"more\""))
        }
    }

    @Test func aHeadingCountsTheCardsBelowIt() throws {
        var seen = 0
        for (path, _) in site.sortedPages {
            for group in groups(of: try html(path)) {
                seen += 1
                #expect(group.hasMore ? group.cards < group.count : group.cards == group.count, "\(path)#\(group.id)")
            }
        }
        #expect(seen > 50)
    }

    @Test func aFigureSaysTheSameAsTheGroupItLeadsTo() throws {
        for (path, _) in site.sortedPages {
            let page = try html(path)
            let groups = Dictionary(groups(of: page).map { ($0.id, $0.count) }) { first, _ in first }
            for figure in page.matches(of: #/<a href="#([^"]*)"><strong>([^<]*)<\/strong>/#) {
                #expect(groups[String(figure.1)] == number(figure.2), "\(path)#\(figure.1)")
            }
        }
    }

    // MARK: Home

    @Test func theHomePageAgreesWithThePagesItLeadsTo() throws {
        let home = try html("index.html")
        let figures = home.matches(of: #/<strong>(\d[^<]*)<\/strong> ([^<]*)</#).map { (number($0.1), String($0.2)) }
        func figure(_ noun: String) -> Int? { figures.first { $0.1.hasPrefix(noun) }?.0 }
        let kinds = home.matches(of: #/<li><a href="([^"]*)index\.html">[^<]*<\/a> <span class="quiet">(\d+)</#)
        #expect(kinds.count > 8 && figure("материал") == kinds.reduce(0) { $0 + (number($1.2) ?? 0) })
        let owners = try matrix().body.count { $0.sums[1] > 0 }
        #expect(figure("муниципалитет") == owners)
        // The map that says most stands there; that of one's own materials is on the page of the coverage.
        let own = try #require(
            html("coverage.html").firstMatch(of: #/со своими материалами — (\d+)\.(?: Вне карты — ещё ([^.<]*)\.)?/#))
        #expect(owners == (number(own.1) ?? 0) + (own.2?.split(separator: ",").count ?? 0))
        let part = try #require(home.firstMatch(of: #/из них участвуют — (\d+)\.(?: Вне карты — ещё ([^.<]*)\.)?/#))
        let participants = try matrix().body.count { $0.sums[2] > 0 }
        #expect(participants == (number(part.1) ?? 0) + (part.2?.split(separator: ",").count ?? 0))
        let rows = try html("calendar.html").matches(of: #/<li class="row"/#).count
        #expect(figure("мероприяти") == rows && rows > 0)
    }

    @Test func aDirectionCountsAlikeOnEveryPage() throws {
        let entry = #/<a href="(?:directions\/)?([a-z-]+)\.html">.*?<\/a> <span class="count">([^<]*)</#
        let spine = #/<a class="spine" href="directions\/([a-z-]+)\.html">.*?<span class="spine-count">([^<]*)</#
        let home = try html("index.html").matches(of: spine)
        let list = try html("directions/index.html").matches(of: entry)
        #expect(home.count == 9 && list.count == 9)
        for (home, list) in zip(home, list) {
            #expect(home.1 == list.1 && home.2 == list.2)
            let groups = groups(of: try html("directions/\(home.1).html"))
            #expect(number(home.2) == groups.reduce(0) { $0 + $1.count }, "\(home.1)")
        }
    }

    @Test func oneThingHasOneWord() throws {
        // Lines of roadmaps are «мероприятия»; a kind of material is called otherwise.
        let kinds = try html("index.html").matches(
            of: #/<li><a href="[^"]*index\.html">([^<]*)<\/a> <span class="quiet"/#)
        #expect(!kinds.isEmpty && kinds.allSatisfy { !$0.1.lowercased().contains("мероприяти") })
    }

    // MARK: Time

    @Test func everyRowOfARoadmapAndEveryEventStandsInTheCalendar() throws {
        let rows = site.sortedPages.filter { $0.path.hasPrefix("roadmaps/") }.map(\.path)
            .reduce(into: 0) { count, path in
                let page = String(decoding: site.files[path] ?? [], as: UTF8.self)
                count += page.matches(of: #/<tr id="events[^"]+"/#).count
            }
        let calendar = try html("calendar.html")
        let events = calendar.matches(of: #/<p class="row-name"><a href="(events\/[^"#]*)">/#).map { String($0.1) }
        #expect(rows + events.count == calendar.matches(of: #/<li class="row"/#).count && rows > 20)
        // One that says when it was and stands there by itself no row of a roadmap tells of.
        let told = try site.sortedPages.filter { $0.path.hasPrefix("roadmaps/") }.map { try html($0.path) }.joined()
        let dated = try site.sortedPages.map(\.path).filter { path in
            try path.hasPrefix("events/") && path != "events/index.html"
                && html(path).contains(#/>Когда<\/dt>\s*<dd><span>(?:<span[^>]*>)?[^<]*\d/#)
        }
        #expect(Set(events).isSubset(of: Set(dated)) && events.count > 3, "\(events)")
        #expect(dated.allSatisfy { events.contains($0) || told.contains("../\($0)") }, "\(dated)")
    }

    @Test func whatIsDueNamesTheDayItIsCountedFrom() throws {
        var seen = 0
        for (path, _) in site.sortedPages {
            let page = try html(path)
            let home = page.firstRange(of: "id=\"home-due\"")
            guard let start = (home ?? page.firstRange(of: "id=\"due\""))?.lowerBound else { continue }
            seen += 1
            let told = page[start...].prefix(400)
            // Where nothing is due, it is the day of the last term.
            let isTold =
                told.contains("1 декабря 2023 г.") || told.contains(#/со сроком позже \d+ \p{L}+ \d{4} г\. нет/#)
            #expect(isTold, "\(path): \(told)")
        }
        #expect(seen > 10)
        #expect(try html("calendar.html").contains("Сведения на 1 декабря 2023 г."))
    }

    /// What a row of the calendar is found by and where it ends.
    private func calendarRows(of municipality: String, region: String) throws -> [(name: String, end: String)] {
        try html("calendar.html").split(separator: "<li class=\"row\"").dropFirst().compactMap { row in
            let tokens = row.firstMatch(of: #/data-tokens="([^"]*)"/#).map { $0.1.split(separator: " ") } ?? []
            let wanted = ["municipalities:\(municipality)", "common:", "common:\(region)"]
            // Of some rows no more is known than a year.
            let year = tokens.last { $0.hasPrefix("period:2") }.map { "\($0.dropFirst("period:".count))-12-31" }
            let end = row.firstMatch(of: #/data-to="([^"]*)"/#).map { String($0.1) } ?? year
            guard tokens.contains(where: { wanted.contains(String($0)) }), let end,
                let name = row.firstMatch(of: #/<p class="row-name">(.*?)<\/p>/#)
            else { return nil }
            return (Self.plain(String(name.1)), end)
        }
    }

    @Test func whatIsDueAtAMunicipalityIsWhatItsCalendarHas() throws {
        for (municipality, region) in [("asha-mr", "chelyabinsk"), ("kamensk-uralsky-go", "sverdlovsk")] {
            let page = try html("municipalities/\(municipality).html")
            let start = try #require(page.firstRange(of: "id=\"due\"")).lowerBound
            let end = try #require(page[start...].firstRange(of: "</section>")).lowerBound
            let shown = page[start..<end].matches(of: #/<p class="row-name">(.*?)<\/p>/#).map {
                Self.plain(String($0.1))
            }
            let rows = try calendarRows(of: municipality, region: region)
            #expect(Set(shown).isSubset(of: Set(rows.map(\.name))), "\(shown)")
            // None of a day of its own is left out, nor one whose time lasts.
            let due = rows.filter { $0.end >= "2023-12-01" }.map(\.name)
            let done = ["I этап", "II этап", "III этап"]
            #expect(
                due.allSatisfy { name in shown.contains(name) || done.contains { name.hasPrefix($0) } },
                "\(municipality) \(shown) \(due)")
            #expect(
                page[start..<end].contains("Мероприятий и событий со сроком")
                    == due.filter { !$0.contains("этап") }.isEmpty)
        }
    }

    // MARK: Words

    @Test func aListThatNamesSomeLeadsToAll() throws {
        let glossary = try html("glossary.html")
        let group = try #require(glossary.firstMatch(of: #/<div id="mmpg"[^>]*>(.*?)<\/div>/#.dotMatchesNewlines()))
        #expect(group.1.contains("например:") && group.1.matches(of: #/<span><a/#).count == 5, "\(group.1)")
        #expect(group.1.contains("search.html?q=%D0%9C%D0%9C%D0%9F%D0%93\">Найти всё"), "\(group.1)")
        #expect(!(try html("documents/index.html").contains("Цитируется")))
    }

    @Test func aLevelIsSaidToBeOne() throws {
        for (path, _) in site.sortedPages {
            let page = try html(path)
            for word in ["федеральный", "региональный", "муниципальный", "институциональный"] {
                let isBare = page.contains("</span> <span>\(word)</span>") || page.contains("<span>\(word) ·")
                #expect(!isBare, "\(path)")
            }
        }
    }
}

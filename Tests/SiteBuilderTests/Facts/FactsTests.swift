import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What the sources say, line by line, and where the built site says it.
///
/// ```
/// # a system of the sources
/// 001 ⇥ events/rma-contest-2023.html ⇥ data/events/rma-contest-2023.csv ⇥ Подано заявок | 629
/// 001 ⇥ rma-directions/talanty.html ⇥ ⇥ Сопровождение работы по выявлению, поддержке и развитию…
/// ```
/// The list is taken from the sources, not from the content: a number that an editor mistypes fails here. ` | ` parts
/// the cells of one row, in their order, with others between them at will.
@Suite struct FactsTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    @Test func everyFactOfTheSourcesStandsOnItsPage() throws {
        var pages: [String: PageText] = [:]
        var missing: [String] = []
        for fact in try Fact.all() {
            if pages[fact.page] == nil { pages[fact.page] = site.files[fact.page].map { PageText($0) } }
            let isThere = pages[fact.page].map { fact.stands(in: $0.text, rows: $0.rows) } ?? false
            if !isThere { missing.append("line \(fact.line), \(fact.page): \(fact.cells.joined(separator: " | "))") }
        }
        #expect(missing.isEmpty, "\(missing.count) facts are missing:\n\(missing.joined(separator: "\n"))")
    }

    @Test func everyFactOfATableStandsInItsCSV() throws {
        var tables: [String: [[String]]] = [:]
        var missing: [String] = []
        for fact in try Fact.all() {
            guard let table = fact.table else { continue }
            if tables[table] == nil { tables[table] = site.files[table].map { CSVRows.read($0) } ?? [] }
            let rows = tables[table] ?? []
            let text = rows.lazy.joined().joined(separator: " ")
            if !fact.stands(in: text, rows: rows) {
                missing.append("line \(fact.line), \(table): \(fact.cells.joined(separator: " | "))")
            }
        }
        #expect(missing.isEmpty, "\(missing.count) facts are missing:\n\(missing.joined(separator: "\n"))")
    }

    /// A text of one piece stands under the heading or the label where it was once read to belong.
    ///
    /// `places.tsv` says where: page ⇥ place ⇥ fact. Written with `RECORD=1`, then read by a person.
    @Test func everyFactOfATextStandsInItsPlace() throws {
        let recorded = try Self.recordedPlaces()
        var lines: [String] = []
        var pages: [String: PageText] = [:]
        for fact in try Fact.all() where fact.cells.count == 1 {
            if pages[fact.page] == nil { pages[fact.page] = site.files[fact.page].map { PageText($0) } }
            let places = (pages[fact.page]?.parts ?? []).filter { fact.stands(in: $0.text, rows: []) }.map(\.place)
            let key = "\(fact.page)\t\(fact.cells[0])"
            let place =
                recorded[key].flatMap { places.contains($0) ? $0 : nil } ?? places.first { $0 != "Содержание" }
                ?? places.first ?? "(nowhere)"
            lines.append("\(fact.page)\t\(place)\t\(fact.cells[0])\n")
        }
        #expect(lines.count > 300)
        try Golden.expect(lines.joined(), matchesFile: SampleSite.tests.appendingPathComponent(Self.places).path)
    }

    private static let places = "Facts/places.tsv"

    /// Page and fact → place.
    private static func recordedPlaces() throws -> [String: String] {
        let file = SampleSite.tests.appendingPathComponent(places).path
        guard let bytes = FileManager.default.contents(atPath: file) else { return [:] }
        var places: [String: String] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if columns.count == 3 { places["\(columns[0])\t\(columns[2])"] = columns[1] }
        }
        return places
    }

    @Test func theListHoldsEverySystemOfEverySource() throws {
        let facts = try Fact.all()
        #expect(facts.count >= 500)
        #expect(Set(facts.map(\.source)) == ["000", "001", "002", "003", "004"])
        #expect(Set(facts.map(\.system)).count >= 21)
        #expect(facts.filter { $0.table != nil }.count >= 150)
    }

    @Test func aNumberIsNotFoundInsideAnother() {
        let fact = Fact(source: "", page: "", table: nil, cells: ["Районы", "11"], line: 1, system: "")
        #expect(fact.stands(in: "", rows: [["Районы", "2", "11 %"]]))
        #expect(!fact.stands(in: "", rows: [["Районы", "2011"], ["11", "Районы"]]))
    }
}

/// A line of `facts.tsv`.
struct Fact {
    let source: String
    let page: String
    /// The exported CSV where it stands too.
    let table: String?
    /// One text, or the cells of a row.
    let cells: [String]
    let line: Int
    /// The heading above it.
    let system: String

    static func all() throws -> [Fact] {
        let file = SampleSite.tests.appendingPathComponent("Facts/facts.tsv")
        var facts: [Fact] = []
        var system = ""
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("#") { system = String(line) }
            if line.isEmpty || line.hasPrefix("#") { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(columns.count == 4, "line \(number + 1) has \(columns.count) columns")
            facts.append(
                Fact(
                    source: columns[0], page: columns[1], table: columns[2].isEmpty ? nil : columns[2],
                    cells: columns[3].components(separatedBy: " | "), line: number + 1, system: system))
        }
        return facts
    }

    /// Whether a text holds it, or, of several cells, one of the rows.
    func stands(in text: String, rows: [[String]]) -> Bool {
        if cells.count == 1 { return Self.has(text, cells[0]) }
        // A span that the source types with a hyphen is printed with a dash.
        func has(_ cell: String, _ part: String) -> Bool {
            Self.has(cell, part) || Self.has(cell, part.replacing("-", with: "–"))
        }
        return rows.contains { row in
            var next = 0
            for cell in row where next < cells.count && has(cell, cells[next]) { next += 1 }
            return next == cells.count
        }
    }

    /// Whether a text holds a part as whole words: «11» is not in «2011».
    private static func has(_ text: String, _ part: String) -> Bool {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            let before = start == 0 || !isNumber(bytes[start - 1]) || !isNumber(first)
            let end = start + wanted.count
            let after = end == bytes.count || !isNumber(bytes[end]) || !isNumber(wanted[wanted.count - 1])
            if before && after { return true }
        }
        return false
    }

    private static func isNumber(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// What a reader reads in the main part of a page: without tags, entities decoded, white space folded.
struct PageText {
    let text: String
    /// Cells of all rows of all tables.
    let rows: [[String]]
    /// Its pieces, each from a heading or a label of a fact to the next.
    let parts: [(place: String, text: String)]

    init(_ page: [UInt8]) {
        let html = String(decoding: page, as: UTF8.self).replacing("\u{AD}", with: "")
        let main = html.range(of: "<main").map { String(html[$0.lowerBound...]) } ?? html
        let body = main.range(of: "</main>").map { String(main[..<$0.lowerBound]) } ?? main
        text = Self.plain(body)
        parts = Self.parts(body)
        rows = body.components(separatedBy: "<tr").dropFirst().map { row in
            let end = row.range(of: "</tr>").map { row[..<$0.lowerBound] } ?? row[...]
            return end.replacing("<th", with: "<td").components(separatedBy: "<td").dropFirst().map {
                Self.plain("<td" + $0)
            }
        }
    }

    /// What a heading or a `<dt>` begins, named by it.
    private static func parts(_ body: String) -> [(place: String, text: String)] {
        var parts: [(place: String, text: String)] = []
        var start = body.startIndex
        for found in body.matches(of: /<(h[1-6]|dt)[ >]/) {
            parts.append(part(body[start..<found.range.lowerBound]))
            start = found.range.lowerBound
        }
        parts.append(part(body[start...]))
        return parts
    }

    private static func part(_ html: Substring) -> (place: String, text: String) {
        let label = html.firstMatch(of: /^<(?:h[1-6]|dt)[^>]*>(.*?)<\/(?:h[1-6]|dt)>/.dotMatchesNewlines())
        return (label.map { plain(String($0.1)) } ?? "(начало)", plain(String(html)))
    }

    /// Elements that stand within a line: their tags part no words.
    private static let inline: Set<String> = ["a", "abbr", "b", "code", "del", "em", "span", "strong", "sup", "time"]

    private static func plain(_ html: String) -> String {
        var result: [UInt8] = []
        var tag: [UInt8]?
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") {
                tag = []
            } else if byte == UInt8(ascii: ">"), let name = tag {
                if !inline.contains(Self.name(of: name)) { result.append(0x20) }
                tag = nil
            } else if tag != nil {
                tag?.append(byte)
            } else {
                result.append(byte)
            }
        }
        return fold(decode(String(decoding: result, as: UTF8.self)))
    }

    private static func name(of tag: [UInt8]) -> String {
        let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// The entities that the program writes.
    private static func decode(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    /// One space for any white space, a hyphen for a minus.
    static func fold(_ text: String) -> String {
        text.replacing("\u{2212}", with: "-").split { $0.isWhitespace }.joined(separator: " ")
    }
}

/// Records of a CSV: fields with quotes, doubled inside, and line ends within them (RFC 4180).
enum CSVRows {
    static func read(_ file: [UInt8]) -> [[String]] {
        var rows: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        for byte in file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...] {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: close(&field, &rows)
            case UInt8(ascii: "\n") where !isQuoted:
                close(&field, &rows)
                rows.append([])
            default: field.append(byte)
            }
        }
        close(&field, &rows)
        return rows
    }

    private static func close(_ field: inout [UInt8], _ rows: inout [[String]]) {
        rows[rows.count - 1].append(PageText.fold(String(decoding: field, as: UTF8.self)))
        field = []
    }
}

import AlbumMarkdown
import Catalog
import Diagnostics
import Formats

/// The years that terms in the rows of a text name, and the same text with others.
///
/// Only cells of columns of terms are looked at, so that «приказ 2023 года» in a name stays what it is.
struct TermShift {
    private let material: EditableMaterial
    /// Bytes of the file that hold a term.
    private let terms: [Range<Int>]

    /// O(text).
    init(_ material: EditableMaterial, _ schema: Schema, edition: CalendarDate) {
        self.material = material
        let file = material.raw.file
        let document = MarkdownParser.parse(file: file, body: material.draft.body).document
        var reader = RecordTableReader(
            document: document, file: file, kind: material.kind,
            values: ValueReader(schema: schema, file: file, edition: edition))
        terms = reader.tables().flatMap { table in
            let columns = material.kind.tables[table.definition].columns
            return table.records.filter { $0.role == .record }.flatMap { record in
                zip(record.cells, table.columns).filter { _, column in
                    column.definition.map { columns[$0].type == .period } ?? false
                }.map(\.0.range)
            }
        }
    }

    /// Each year that a term names, once, in ascending order.
    var years: [Int] {
        Set(terms.flatMap { Years(material.raw.file.text($0)).all.map(\.year) }).sorted()
    }

    /// The text behind the front matter, with each year of a term later by so many.
    func body(later years: Int) -> String {
        let file = material.raw.file
        let edits = terms.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var bytes: [UInt8] = []
        var end = material.draft.body.lowerBound
        for range in edits where range.lowerBound >= end {
            bytes += file.bytes[end..<range.lowerBound]
            bytes += Years(file.text(range)).text(later: years).utf8
            end = range.upperBound
        }
        bytes += file.bytes[end..<material.draft.body.upperBound]
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The years that a text names by four digits, those of a school year, `2023/24`, by two more.
struct Years {
    /// A year and where its digits stand.
    struct Found {
        let year: Int
        let range: Range<Int>
        /// The two digits behind it that name the next year.
        let tail: Range<Int>?
    }

    private let bytes: [UInt8]
    let all: [Found]

    /// O(text).
    init(_ text: String) {
        let bytes = Array(text.utf8)
        func isDigit(_ index: Int) -> Bool {
            bytes.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
        }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 } }
        var found: [Found] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            var end = index
            while isDigit(end) { end += 1 }
            if end - index == 4, case let year = number(index..<end), (1990...2099).contains(year) {
                var tail: Range<Int>?
                for dash in ["/", "-", "–"] where bytes[end...].starts(with: dash.utf8) {
                    let start = end + dash.utf8.count
                    if isDigit(start), isDigit(start + 1), !isDigit(start + 2),
                        number(start..<start + 2) == (year + 1) % 100
                    {
                        tail = start..<start + 2
                    }
                }
                found.append(Found(year: year, range: index..<end, tail: tail))
                if let tail { end = tail.upperBound }
            }
            index = end
        }
        (self.bytes, all) = (bytes, found)
    }

    /// The text with each year later by so many.
    func text(later years: Int) -> String {
        var result = bytes
        for found in all.reversed() {
            if let tail = found.tail {
                let short = (found.year + 1 + years) % 100
                result.replaceSubrange(tail, with: Array((short < 10 ? "0" : "").utf8) + Array(String(short).utf8))
            }
            result.replaceSubrange(found.range, with: Array(String(found.year + years).utf8))
        }
        return String(decoding: result, as: UTF8.self)
    }
}

import Catalog
import Diagnostics
import Formats
import Importing
import Languages

/// A block of cells that was pasted into a grid, as the page sends it.
///
/// ```
/// {"cells": [["План на год", ""], ["Сроки", "Мероприятие"], ["45536", "Семинар"]],
///  "strong": [[0, 0]], "links": [[2, 1, "https://…"]], "merges": [[0, 0, 1, 2]], "hidden": [2]}
/// ```
/// All rows are as long as the longest; a merge is the row and the column of its first cell, its height and its width.
struct PastedBlock: Sendable {
    /// Without the rows and the columns that have no text.
    let table: ForeignTable
    /// With all of them.
    let whole: ForeignTable
    /// Positions in what was sent, by the place of a row.
    private let numbers: [Told: Int]
    /// Rows that cannot be seen where they come from.
    let hidden: Set<Int>

    private static let row = Bilingual(ru: "строка {1}", en: "row {1}")
    /// More is no block that somebody pastes.
    private static let mostCells = 200_000

    /// Nothing when it is no block, or one that is too large.
    init?(_ json: String) {
        let bytes = Array(json.utf8)
        guard let block = JSONValue.list(bytes, in: 0..<bytes.count)?.first, let cells = block["cells"]?.array else {
            return nil
        }
        let rows = cells.map { ($0.array ?? []).map { $0.text ?? "" } }
        guard let width = rows.map(\.count).max(), width > 0, width * rows.count <= Self.mostCells else { return nil }
        func lists(_ name: String) -> [[JSONValue]] { (block[name]?.array ?? []).compactMap(\.array) }
        func numbers(_ name: String, _ count: Int) -> [[Int]] {
            lists(name).map { $0.prefix(count).compactMap(\.number) }.filter { $0.count == count }
        }
        let strong = Set(numbers("strong", 2))
        var links: [[Int]: String] = [:]
        for link in lists("links") where link.count == 3 {
            links[link.prefix(2).compactMap(\.number)] = link[2].text
        }
        let made = rows.enumerated().map { row, texts in
            ForeignTable.Row(
                place: Told(Self.row, String(row + 1)),
                cells: texts.enumerated().map { column, text in
                    let text = text.split(whereSeparator: \.isNewline).joined(separator: "\n")
                    let isStrong = strong.contains([row, column])
                    return links[[row, column]].map { .init(text, link: $0, isStrong: isStrong) }
                        ?? .init(text, isStrong: isStrong)
                })
        }
        let merges = numbers("merges", 4).filter { merge in
            merge[0] < rows.count && merge[1] < width && (1...rows.count - merge[0]).contains(merge[2])
                && (1...width - merge[1]).contains(merge[3])
        }
        let joined = merges.map { ForeignTable.Merge(row: $0[0], column: $0[1], height: $0[2], width: $0[3]) }
        table = ForeignTable(name: "", rows: made, merges: joined)
        whole = ForeignTable(name: "", rows: made, merges: joined, keepsEmpty: true)
        self.numbers = Dictionary(
            made.enumerated().map { ($0.element.place, $0.offset) }, uniquingKeysWith: { first, _ in first })
        hidden = Set((block["hidden"]?.array ?? []).compactMap(\.number))
    }

    /// Which row of what was sent a row of the table is.
    func number(of row: ForeignTable.Row) -> Int { numbers[row.place] ?? 0 }
}

import Catalog
import Editing
import Languages

/// Parts of a text that are still as a new form has them: headings with nothing below, rows of a table with nothing in.
///
/// A site is built with them; whoever presses «Готово» is asked.
struct Unfilled {
    let material: EditableMaterial
    let grids: [Grid]
    let language: Language

    /// In the order of the text.
    func all() -> [FormMessage] { emptySections() + sampleHeads() + emptyRows() }

    // MARK: Sections

    private struct Heading {
        let level: Int
        let text: Substring
        let line: Int
        let range: Range<Int>
    }

    private func emptySections() -> [FormMessage] {
        let lines = material.body.split(separator: "\n", omittingEmptySubsequences: false)
        var headings: [Heading] = []
        // Headings since which nothing else was written.
        var open: [Heading] = []
        var (isCode, offset) = (false, 0)
        func close(above level: Int) {
            headings += open.filter { $0.level >= level }
            open.removeAll { $0.level >= level }
        }
        for (number, line) in lines.enumerated() {
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
            let level = isCode ? 0 : line.prefix { $0 == "#" }.count
            let length = line.utf16.count
            if (1...6).contains(level), line.dropFirst(level).first ?? " " == " " {
                close(above: level)
                let text = Self.trimmed(line.dropFirst(level))
                open.append(Heading(level: level, text: text, line: number + 1, range: offset..<offset + length))
            } else if line.contains(where: { !$0.isWhitespace }) {
                open = []
            }
            offset += length + 1
        }
        close(above: 1)
        // What a file beside the material fills is no matter of its text.
        let filled = material.lines(of: CoreField.tables) == nil ? [] : material.kind.tables.flatMap(\.headings)
        let empty = headings.sorted { $0.line < $1.line }.filter { !filled.contains(String($0.text)) }
        guard let first = empty.first else { return [] }
        let names = empty.map { "«\($0.text)»" }.joined(separator: ", ")
        return [
            FormMessage(
                place: "_body", severity: .warning, text: EditorWord.emptySections.text(language, names),
                wrong: FormMessage.Wrong(range: first.range, text: ""))
        ]
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    // MARK: Rows

    /// Columns of plain tables that still have the name that the page gave them: «Столбец 2».
    private func sampleHeads() -> [FormMessage] {
        let samples = [Language.ru, .en].map { TextWord.tableHead.text($0, "").lowercased() }
        return grids.filter { $0.definition == nil }.flatMap { grid in
            grid.columns.compactMap { column in
                let name = column.names[0].lowercased()
                guard samples.contains(where: { name.hasPrefix($0) && Int(name.dropFirst($0.count)) != nil }) else {
                    return nil
                }
                return FormMessage(
                    place: "\(grid.id)/0/\(column.id)", severity: .warning,
                    text: GridWord.sampleHead.text(language, grid.caption, column.names[0]))
            }
        }
    }

    private func emptyRows() -> [FormMessage] {
        grids.flatMap { grid in
            grid.rows.enumerated().compactMap { number, row in
                guard row.cells.allSatisfy({ cell in !cell.text.contains { !$0.isWhitespace } }),
                    let column = grid.columns.first
                else { return nil }
                return FormMessage(
                    place: "\(grid.id)/\(number)/\(column.id)", severity: .warning,
                    text: EditorWord.emptyRow.text(language, grid.caption, String(number + 1)))
            }
        }
    }
}

import Catalog
import Diagnostics
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

    /// Whether a message says of an empty section what is told here of all of them.
    func tells(_ message: FormMessage) -> Bool {
        let codes: Set<DiagnosticCode> = [.emptySection, .emptyOptionalSection, .missingTable]
        guard let code = message.code, codes.contains(code), let start = message.wrong?.range.lowerBound else {
            return false
        }
        return headings(passing: []).contains { $0.range.contains(start) }
    }

    // MARK: Sections

    private struct Heading {
        let level: Int
        /// Without marks.
        let text: String
        let line: Int
        /// UTF-16 units of the text.
        let range: Range<Int>
        /// The same, to the next heading.
        var end = 0
    }

    /// Sections without anything that readers would read, and what is to be cut out of the text to have none of them.
    struct Removal {
        let names: [String]
        /// UTF-16 units of the text, apart from each other, in its order.
        let cuts: [Range<Int>]
    }

    /// One message for all of them; none where there are none.
    func emptySections() -> [FormMessage] {
        // Of a heading without words its own message tells.
        let empty = headings(passing: []).filter { !$0.text.isEmpty }
        guard let first = empty.first else { return [] }
        return [
            FormMessage(
                place: "_body", severity: .warning,
                text: EditorWord.emptySections.text(language, Self.list(empty.map(\.text))),
                wrong: FormMessage.Wrong(range: first.range, text: ""))
        ]
    }

    /// The sections to be removed; nothing where all of them say something.
    ///
    /// A section that holds nothing but a table without a word is one of them; one that its kind asks for is none, since
    /// it would be missed. O(text).
    func removal() -> Removal? {
        let file = material.raw.file
        let start = file.position(at: material.draft.body.lowerBound).line
        func line(_ offset: Int) -> Int { file.position(at: offset).line - start }
        let tables = grids.filter { $0.rows.allSatisfy(Self.isEmpty) }.flatMap { grid in
            Array(line(grid.range.lowerBound)...line(grid.range.upperBound))
        }
        let needed = Set(
            material.kind.sections.filter(\.isRequired).flatMap { [$0.heading] + $0.aliases }.map {
                NameFolding.fold($0)
            })
        let empty = headings(passing: Set(tables)).filter { !needed.contains(NameFolding.fold($0.text)) }
        guard !empty.isEmpty else { return nil }
        var cuts: [Range<Int>] = []
        for heading in empty {
            if let last = cuts.last, last.upperBound == heading.range.lowerBound {
                cuts[cuts.count - 1] = last.lowerBound..<heading.end
            } else {
                cuts.append(heading.range.lowerBound..<heading.end)
            }
        }
        let units = Array(material.body.utf16)
        // The text ends with one line end, as it did.
        if var from = cuts.last?.lowerBound, cuts.last?.upperBound == units.count {
            while from > 1, units[from - 1] == 0x0A, units[from - 2] == 0x0A { from -= 1 }
            cuts[cuts.count - 1] = from..<units.count
        }
        let names = empty.map { $0.text.isEmpty ? PlaceWord.wordless.text(language) : $0.text }
        return Removal(names: names, cuts: cuts)
    }

    /// Names in quotation marks, parted by commas.
    static func list(_ names: [String]) -> String { names.map { "«\($0)»" }.joined(separator: ", ") }

    /// Headings below which nothing is written, in the order of the text.
    ///
    /// - Parameter passing: lines, counted from 0, that are nothing to be read.
    private func headings(passing: Set<Int>) -> [Heading] {
        // What a file beside the material fills is no matter of its text.
        let filled = material.lines(of: CoreField.tables) == nil ? [] : material.kind.tables.flatMap(\.headings)
        var headings: [Heading] = []
        // Headings since which nothing else was written.
        var open: [Heading] = []
        var (isCode, offset) = (false, 0)
        func close(above level: Int) {
            headings += open.filter { $0.level >= level }
            open.removeAll { $0.level >= level }
        }
        /// What stands below the last heading ends here.
        func end(at offset: Int) {
            for place in open.indices where open[place].end == 0 { open[place].end = offset }
        }
        for (number, line) in material.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
            let level = isCode ? 0 : line.prefix { $0 == "#" }.count
            let length = line.utf16.count
            let isHeading = (1...6).contains(level) && line.dropFirst(level).first ?? " " == " "
            let text = isHeading ? ReadableText.words(line.dropFirst(level)) : ""
            if isHeading {
                end(at: offset)
                close(above: level)
            }
            if isHeading, !filled.contains(text) {
                open.append(Heading(level: level, text: text, line: number, range: offset..<offset + length))
            } else if !passing.contains(number), line.contains(where: { !$0.isWhitespace }) {
                open = []
            }
            offset += length + 1
        }
        end(at: max(0, offset - 1))
        close(above: 1)
        return headings.sorted { $0.line < $1.line }
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
        // That a table of the kind has no row with anything in it is told by itself.
        grids.filter { $0.definition == nil || !$0.rows.allSatisfy(Self.isEmpty) }.flatMap { grid in
            grid.rows.enumerated().compactMap { number, row in
                guard Self.isEmpty(row), let column = grid.columns.first else { return nil }
                return FormMessage(
                    place: "\(grid.id)/\(number)/\(column.id)", severity: .warning,
                    text: EditorWord.emptyRow.text(language, grid.caption, String(number + 1)))
            }
        }
    }

    private static func isEmpty(_ row: Grid.Row) -> Bool {
        row.cells.allSatisfy(\.isEmpty)
    }
}

import Catalog
import Diagnostics
import Languages
import Linking

/// Makes a material's title, fields and body of a document.
///
/// Comes in: the tree of a document and the kind. Go out: fields that lines of its beginning give, sections as headings
/// of level 2, tables under the headings of the kind that has them, everything else as it stood.
struct DocumentComposer {
    /// Nothing for text that belongs to no kind: its tables are plain ones.
    let kind: Kind?
    let options: ImportOptions
    private(set) var writer: MarkdownWriter
    private(set) var fields: FieldGuess
    private(set) var title: String?
    private(set) var titleOrigin: TitleOrigin?
    /// What stands above the title and stays in the text, line by line.
    private(set) var linesAboveTitle: [String] = []
    private(set) var body: [String] = []
    private(set) var losses: [Loss] = []
    private(set) var outcomes: [TableOutcome] = []
    private(set) var tables: [ImportedTable] = []
    /// How many tables there were, those too that became text.
    private(set) var tableCount = 0

    /// Headings above the place that is written, by level.
    private var headings: [(level: Int, text: String, name: String)] = []
    private var highest = 2
    private var hasHeadings = false
    private var waiting: [DocumentBlock] = []
    private var takesFields = true

    init(kind: Kind?, schema: Schema, options: ImportOptions, writer: MarkdownWriter) {
        self.kind = kind
        self.options = options
        self.writer = writer
        fields = FieldGuess(kind: kind, schema: schema)
    }

    mutating func compose(_ tree: DocumentTree, titleLines: WordTitle.Lines? = nil) {
        var parts = DocumentOutline.parts(tree.blocks)
        takeTitle(tree, titleLines, &parts)
        takeDate(tree.date)
        let levels = parts.compactMap { part -> Int? in if case .heading(let level, _, _) = part { level } else { nil }
        }
        highest = levels.min() ?? 2
        hasHeadings = !levels.isEmpty
        for part in parts { write(part) }
        flush()
        takeTold()
        body = PastedNotes.written(body, after: writer.noteCount) + writer.takeNotes()
        losses = writer.losses + losses
    }

    /// What the title of a document tells of it, where no line of the text has: its number, its day, its official title.
    private mutating func takeTold() {
        guard let citation = kind?.roles.citation, let document = title.flatMap({ TitledDocument($0) }) else { return }
        _ = fields.take(citation.number.rawValue, document.number)
        _ = fields.take(citation.date.rawValue, document.date.numeric)
        if let field = citation.title, let official = document.officialTitle {
            _ = fields.take(field.rawValue, official)
        }
    }

    /// The blocks alone: no title and no fields are looked for.
    ///
    /// A name of a section begins one, and so does the highest heading where none stands above the place; elsewhere
    /// headings go below the section that they come into.
    mutating func composeFragment(_ tree: DocumentTree, at place: FragmentPlace) {
        takesFields = false
        let parts = DocumentOutline.parts(tree.blocks)
        var level = place.heading == nil ? 2 : 3
        var levels: [Int] = []
        for case .heading(let found, _, let inlines) in parts {
            levels.append(found)
            if isName(PlainWords.text(inlines)) { level = 2 }
        }
        highest = (levels.min() ?? 2) + 2 - level
        headings = place.heading.map { [(2, HeadingName.fold($0), $0)] } ?? []
        hasHeadings = true
        for part in parts {
            switch part {
            case .named(let name, let rest, _) where rest.isEmpty && isName(name): heading(2, "", [.text(name)])
            case .named(_, _, let whole): waiting.append(whole)
            default: write(part)
            }
        }
        flush()
        body = PastedNotes.written(body, after: writer.noteCount) + writer.takeNotes()
        losses = writer.losses + losses
    }

    /// Lines before the title that look like it are plain paragraphs.
    private mutating func takeTitle(_ tree: DocumentTree, _ lines: WordTitle.Lines?, _ parts: inout [OutlinePart]) {
        guard let found = DocumentTitle(of: tree, kind, lines) else { return }
        parts = parts.enumerated().compactMap { place, part in
            if found.parts.contains(place) { return nil }
            guard found.others.contains(place), case .strongLine(let inlines) = part else { return part }
            return .block(.paragraph(inlines))
        }
        (title, titleOrigin) = (found.text, found.origin)
        linesAboveTitle = found.lines
        writer.note(plain: found.text)
    }

    /// The paragraph with the style of a date.
    private mutating func takeDate(_ inlines: [DocumentInline]) {
        let text = PlainWords.text(inlines)
        guard !text.allSatisfy(\.isWhitespace) else { return }
        guard case .taken = fields.take("date", text) else { return waiting.append(.paragraph(inlines)) }
        writer.note(plain: text)
    }

    // MARK: Parts

    private mutating func write(_ part: OutlinePart) {
        switch part {
        case .heading(let level, let id, let inlines): heading(level - highest + 2, id, inlines)
        case .strongLine(let inlines):
            let name = PlainWords.text(inlines)
            guard isName(name) || !hasHeadings else { return waiting.append(.paragraph(inlines)) }
            heading(2, "", inlines)
            writer.tell(.style, name)
        case .named(let name, let rest, let whole): named(name, rest, whole)
        case .block(.table(let table)): write(table)
        case .block(let block): waiting.append(block)
        }
    }

    private mutating func heading(_ level: Int, _ id: String, _ written: [DocumentInline]) {
        flush()
        let whole = PlainWords.text(written)
        // «1. Цель» is the kind's «Цель»; of other headings the number may be a part.
        let number = isName(whole) ? DocumentOutline.lengthOfNumber(whole) : 0
        if number > 0 { writer.note(plain: String(whole.prefix(number))) }
        let inlines = DocumentOutline.dropping(number, written)
        let name = PlainWords.text(inlines).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let slide = id.hasPrefix("slide-") ? Int(id.dropFirst("slide-".count)) : nil
        writer.place = slide.map { Told(ImportPlace.slide, String($0)) } ?? Told(ImportPlace.section, name)
        headings.removeAll { $0.level >= level }
        headings.append((level, HeadingName.fold(name), name))
        let text = writer.heading(level, inlines)
        if !text.isEmpty { body.append(text) }
    }

    /// «Цель: …» is a section, «Участники: …» a field where no heading stands above it.
    private mutating func named(_ name: String, _ rest: [DocumentInline], _ whole: DocumentBlock) {
        if isSection(name) || (rest.isEmpty && isName(name)) {
            heading(2, "", [.text(name)])
            if !rest.isEmpty { waiting.append(.paragraph(rest)) }
            return
        }
        guard headings.isEmpty, !Self.holdsMore(rest) else { return waiting.append(whole) }
        switch fields.take(name, PlainWords.text(rest)) {
        case .taken: writer.note(plain: name + " " + PlainWords.text(rest))
        case .refused:
            writer.tell(.fieldValue, PlainWords.text([whole]))
            waiting.append(whole)
        case .none: waiting.append(whole)
        }
    }

    /// Pictures and notes, which no field can hold.
    private static func holdsMore(_ inlines: [DocumentInline]) -> Bool {
        inlines.contains { inline in
            switch inline {
            case .picture, .note: true
            case .strong(let inner), .emphasis(let inner), .plain(let inner), .link(let inner, _): holdsMore(inner)
            default: false
            }
        }
    }

    private func isSection(_ name: String) -> Bool {
        let folded = DocumentOutline.foldedName(name)
        guard let kind, kind.field(named: folded) == nil || !headings.isEmpty else { return false }
        return kind.sections.contains { section in
            ([section.heading] + section.aliases).contains { HeadingName.fold($0) == folded }
        }
    }

    /// Whether the kind has a section or a table of that name.
    private func isName(_ name: String) -> Bool { Self.isName(name, of: kind) }

    /// A number before it is none of the name.
    static func isName(_ name: String, of kind: Kind?) -> Bool {
        let folded = DocumentOutline.foldedName(name)
        guard let kind else { return false }
        return kind.tables.contains { $0.isHeading(folded) }
            || kind.sections.contains { ([$0.heading] + $0.aliases).contains { HeadingName.fold($0) == folded } }
    }

    /// Writes the blocks that wait: lists that were typed are found among neighbours.
    private mutating func flush() {
        body += writer.blocks(waiting)
        waiting = []
    }

    // MARK: Tables

    private mutating func write(_ table: DocumentTable) {
        flush()
        tableCount += 1
        if takesFields, let rows = Self.pairs(table), rows.count(where: { isKnown($0.name) }) * 2 >= rows.count {
            for row in rows { write(row) }
            return flush()
        }
        let width = table.rows.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
        let isLayout = width < 2 || (table.rows.count == 1 && table.rows[0].contains { $0.blocks.count > 1 })
        guard !isLayout else {
            writer.tell(.layoutTable, PlainWords.text([.table(table)]))
            for row in table.rows { for cell in row { body += writer.blocks(cell.blocks) } }
            return
        }
        body += writer.blocks(table.caption)
        let number = outcomes.count + 1
        let foreign = ForeignTable(table, name: headings.last?.name ?? String(number), number: number) {
            writer.inCell($0)
        }
        let placed = PlacedTable(foreign, kind, options)
        if let definition = placed.definition, !headings.contains(where: { definition.isHeading($0.text) }) {
            body.append("## " + definition.headings[0])
            losses.append(Loss(.addedHeading, Told(ImportPlace.wholeTable, String(number)), definition.headings[0]))
            headings = [(2, HeadingName.fold(definition.headings[0]), definition.headings[0])]
        }
        body += placed.titles.map { MarkdownText.paragraph($0) }.filter { !$0.isEmpty }
        if !placed.markdown.isEmpty { body.append(placed.markdown) }
        losses += placed.losses
        outcomes.append(placed.outcome)
        if placed.definition == nil { outcomes[outcomes.count - 1].misplaced = misplaced(placed) }
        if let imported = ImportedTable(placed) { tables.append(imported) }
    }

    /// Of a table that no heads tell: the one of the kind that the heading above makes it.
    private func misplaced(_ placed: PlacedTable) -> TableOutcome.Misplaced? {
        guard let kind, let heads = placed.cells.first else { return nil }
        for heading in headings.reversed() {
            guard let definition = kind.tables.first(where: { $0.isHeading(heading.text) }),
                let key = definition.column(definition.key)
            else { continue }
            return TableOutcome.Misplaced(
                heading: heading.name, missing: definition.columns[key].label, heads: heads.filter { !$0.isEmpty })
        }
        return nil
    }

    private func isKnown(_ name: String) -> Bool { isName(name) || kind?.field(named: HeadingName.fold(name)) != nil }

    /// The rows of a table of names and values; nothing for any other.
    private static func pairs(_ table: DocumentTable) -> [(
        name: String, blocks: [DocumentBlock], whole: [DocumentBlock]
    )]? {
        var rows: [(String, [DocumentBlock], [DocumentBlock])] = []
        for row in table.rows {
            guard row.count == 2, row[0].width + row[1].width == 2 else { return nil }
            let name = PlainWords.text(row[0].blocks).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            rows.append((name, row[1].blocks, row[0].blocks + row[1].blocks))
        }
        return rows.isEmpty ? nil : rows
    }

    private mutating func write(_ row: (name: String, blocks: [DocumentBlock], whole: [DocumentBlock])) {
        let name = row.name.hasSuffix(":") ? String(row.name.dropLast()) : row.name
        if row.blocks.count == 1, case .paragraph(let inlines) = row.blocks[0] {
            return named(name, inlines, .group([.paragraph([.strong([.text(row.name)])])] + row.blocks))
        }
        if isName(name) {
            heading(2, "", [.text(name)])
        } else {
            waiting.append(.paragraph([.strong([.text(row.name)])]))
        }
        waiting += row.blocks
    }
}

extension ForeignTable {
    /// A table of a document.
    ///
    /// - Parameter markdown: writes blocks in one line.
    init(_ table: DocumentTable, name: String, number: Int, markdown: ([DocumentBlock]) -> String) {
        var rows: [Row] = []
        var merges: [Merge] = []
        /// Rows that each column is taken for by a cell above.
        var taken: [Int: Int] = [:]
        for (place, row) in table.rows.enumerated() {
            var cells: [Cell] = []
            func skipTaken() {
                while let rest = taken[cells.count], rest > 0 {
                    taken[cells.count] = rest - 1
                    cells.append(.empty)
                }
            }
            for cell in row {
                skipTaken()
                let column = cells.count
                let (width, height) = (min(cell.width, 1_000), min(cell.height, table.rows.count - place))
                if width * height > 1 { merges.append(Merge(row: place, column: column, height: height, width: width)) }
                let text = PlainWords.text(cell.blocks)
                cells.append(Cell(text, markdown: markdown(cell.blocks), isStrong: Self.isStrong(cell.blocks)))
                for _ in 1..<max(1, width) { cells.append(.empty) }
                if height > 1 { for covered in column..<column + width { taken[covered] = height - 1 } }
            }
            skipTaken()
            rows.append(Row(place: Told(ImportPlace.table, String(number), String(place + 1)), cells: cells))
        }
        self.init(name: name, rows: rows, merges: merges)
    }

    private static func isStrong(_ blocks: [DocumentBlock]) -> Bool {
        !blocks.isEmpty
            && blocks.allSatisfy {
                if case .paragraph(let inlines) = $0 { DocumentOutline.isStrong(inlines) } else { false }
            }
    }
}

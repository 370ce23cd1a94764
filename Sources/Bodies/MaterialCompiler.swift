import AlbumMarkdown
import Catalog
import Diagnostics
import Formats
import Linking

/// Turns the body of a material into what pages, search and links need of it.
///
/// A pure function of one file, its CSV files, the schema and the theme's words: nothing of other materials is in it.
/// What depends on them stands there as it is written, in slots. Materials are compiled in any order and in parallel.
/// The tree is gone when it returns.
package struct MaterialCompiler: Sendable {
    let schema: Schema
    /// The site's today.
    let edition: CalendarDate
    /// What stands in the HTML without being in a text.
    package let words: HTMLOptions.Words
    /// Whether to say what a material could have besides.
    package let looksForWishes: Bool
    private let places: VocabularyID
    private let abbreviations: Abbreviations
    let municipalities: (vocabulary: VocabularyIndex, names: MunicipalityNames)?

    /// Prepares what all materials are compiled with; O(vocabularies).
    /// - Parameter places: the vocabulary whose names are looked for in texts.
    package init(schema: Schema, edition: CalendarDate, places: VocabularyID, words: HTMLOptions.Words, wishes: Bool) {
        self.schema = schema
        self.edition = edition
        self.words = words
        looksForWishes = wishes
        self.places = places
        abbreviations = Abbreviations(schema)
        municipalities = schema.vocabulary(places).map { ($0, MunicipalityNames(schema.vocabularies[$0])) }
    }

    /// The same for materials that are read by another schema.
    package func with(_ schema: Schema) -> MaterialCompiler {
        MaterialCompiler(schema: schema, edition: edition, places: places, words: words, wishes: looksForWishes)
    }

    /// The compiled form of one material.
    ///
    /// A broken draft gives an empty one.
    /// - Parameter tables: its CSV files that are texts, by path below `content/`.
    func compile(_ material: Material, _ draft: MaterialDraft, tables tableFiles: [String: SourceFile])
        -> Compilation
    {
        var compiled = Compilation()
        guard let file = draft.file, !draft.isBroken else { return compiled }
        let kind = schema.kinds[material.kind]
        let body = read(MarkdownParser.parse(file: file, body: draft.body), file, .own, &compiled)
        let (tables, unclaimed) = readTables(body, material, tableFiles, kind, &compiled)
        var options = body.options
        for (position, table) in tables.enumerated() {
            switch table.place {
            case .node(let node): options.replacements[node] = HTMLSlot.table(position).bytes
            case .before(let node): options.insertions[node, default: []] += HTMLSlot.table(position).bytes
            }
        }
        let charts = readCharts(body.parsed, file, &options, &compiled)
        render(body.parsed, options, &compiled)
        compile(tables, of: kind, &compiled)
        let own = tables.compactMap(\.place.node) + charts.map(\.node)
        readTexts(body, Set(own), &compiled)
        for chart in charts { compiled.content.text += (compiled.content.text.isEmpty ? "" : "\n") + chart.chart.text }
        let losses = TableLosses(
            text: body, unclaimed: unclaimed, present: Set(tables.map(\.table.definition)), kind: kind)
        compiled.losses = losses.strays()
        if looksForWishes {
            let wishes = self.wishes(losses, material) + guessedYears(of: tables, material, kind, file)
            // That a row is of others says that the material does not name them.
            let told = compiled.diagnostics.filter { $0.code == .rowOfOthers }.map(\.location)
            compiled.wishes = wishes.filter { wish in
                wish.code != .unmarkedMunicipality
                    || !told.contains { $0.path == wish.location.path && $0.range == wish.location.range }
            }
        }
        return compiled
    }

    /// Looks through a text of a material: its body, or the cells of a CSV file.
    func read(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ source: CompiledMaterial.TextSource,
        _ compiled: inout Compilation
    ) -> MaterialText {
        compiled.diagnostics += parsed.diagnostics
        var slots = SlotNumbers()
        for use in parsed.links {
            slots.links[use.node] = compiled.body.links.count
            compiled.body.links.append(link(use, parsed.document, file, source))
        }
        let marks = readRuns(parsed.document, source, &slots, &compiled)
        return MaterialText(file: file, source: source, parsed: parsed, slots: slots, marks: marks, words: words)
    }

    // MARK: Links

    private func link(
        _ use: LinkUse, _ document: Document, _ file: SourceFile, _ source: CompiledMaterial.TextSource
    ) -> CompiledMaterial.Link {
        let address = use.addressRange(in: file)
        let mark = file.bytes[address].firstIndex(of: UInt8(ascii: "#"))
        return CompiledMaterial.Link(
            written: WrittenLink(kind: use.kind, destination: use.destination, title: document.linkTitle(use.node)),
            place: .init(source: source, range: address),
            anchorPlace: .init(source: source, range: mark.map { $0 + 1..<address.upperBound } ?? address))
    }

    /// The abbreviations of a text where no run of it may cite a document; else its runs become slots.
    private func readRuns(
        _ document: Document, _ source: CompiledMaterial.TextSource, _ slots: inout SlotNumbers,
        _ compiled: inout Compilation
    ) -> AbbreviationMarks {
        let runs = MarkedRuns(document, abbreviations)
        guard runs.mayCite else {
            let marks = TextMarks(runs.all.map(\.run), own: nil, citations: nil)
            for entry in marks.abbreviations where !compiled.body.abbreviations.contains(entry) {
                compiled.body.abbreviations.append(entry)
            }
            return AbbreviationMarks(runs.all.map(\.start), marks, abbreviations)
        }
        for (start, run) in runs.all {
            slots.texts[start] = compiled.body.runs.count
            compiled.body.runs.append(CompiledMaterial.Run(run: run, text: source))
        }
        return AbbreviationMarks()
    }

    // MARK: Charts

    /// Charts take the places of their blocks.
    private func readCharts(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ options: inout HTMLOptions, _ compiled: inout Compilation
    ) -> [ChartBlock] {
        let (blocks, faults) = ChartBlock.all(parsed.document, file)
        compiled.diagnostics += faults
        compiled.body.charts = blocks.map(\.chart)
        for (position, block) in blocks.enumerated() {
            options.replacements[block.node] = HTMLSlot.chart(position).bytes
            compiled.body.anchors.insert(WrittenChart.anchor(position))
        }
        return blocks
    }

    // MARK: HTML and text

    private func render(
        _ parsed: ParsedMarkdown, _ options: HTMLOptions, _ compiled: inout Compilation
    ) {
        var renderer = HTMLRenderer(parsed, options: options)
        renderer.renderDocument()
        compiled.content.parts = BodyContent.parts(of: renderer.output)
        compiled.content.outline = parsed.outline.map {
            BodyContent.OutlineEntry(level: $0.level, text: $0.text, anchor: $0.anchor)
        }
        compiled.body.anchors.formUnion(parsed.outline.map(\.anchor))
        compiled.body.anchors.insert("main")
    }

    /// Text for the search: as a reader sees it, slots in the places of titles, without code, whose words are no sentences.
    private func readTexts(_ body: MaterialText, _ skipped: Set<Int>, _ compiled: inout Compilation) {
        var texts: [String] = []
        let document = body.parsed.document
        var links = PlainText.LinkTexts()
        for use in body.parsed.links where use.kind != .image {
            guard let number = body.slots.links[use.node] else { continue }
            links.add(use.node, of: document) {
                compiled.content.slot(.link(number), otherwise: use.destination)
            } ending: {
                compiled.content.slot(.mark(number), otherwise: "")
            }
        }
        let code = document.nodes.indices.filter {
            if case .codeBlock = document.nodes[$0].kind { true } else { false }
        }
        for section in PlainText.sections(of: document, skipping: skipped.union(code), links) {
            if !section.title.isEmpty { compiled.content.headings.append(section.title) }
            if !section.text.isEmpty { texts.append(section.text) }
        }
        for row in compiled.body.tables.flatMap(\.rows) {
            texts.append(row.cells.map { shownText($0, &compiled) }.joined(separator: "\t"))
        }
        compiled.content.text = texts.joined(separator: "\n")
    }

    /// A cell in the words that a reader sees.
    private func shownText(_ cell: CompiledTable.Cell, _ compiled: inout Compilation) -> String {
        switch cell.value {
        case .entries(let entries)?:
            entries.map { schema.entry($0).name }.joined(separator: "; ")
        case .materials?: compiled.content.slot(.value(cell.value), otherwise: cell.text)
        case _ where cell.pieces.isEmpty: cell.text
        default:
            cell.pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .name(let name): compiled.content.slot(name.names, otherwise: name.otherwise)
                }
            }.joined()
        }
    }

    // MARK: Wishes

    private func wishes(_ losses: TableLosses, _ material: Material) -> [Diagnostic] {
        guard !material.isMisplaced else { return losses.strays() }
        let file = losses.text.file
        let parsed = losses.text.parsed
        let list = WishList(
            parsed, losses.present.union(material.tableFiles.map(\.definition)), losses.kind, file, told: losses.told)
        return losses.strays(but: list.tablesNearlyFound) + list.diagnostics(isDraft: material.isDraft)
            + unmarkedMunicipalities(parsed.document, material, file)
    }

    /// That terms of a plan got their years by its date alone: told once, with the first of them.
    private func guessedYears(
        of tables: [PlacedTable], _ material: Material, _ kind: Kind, _ file: SourceFile
    ) -> [Diagnostic] {
        guard let frame = material.timeFrame, frame.guessedFrom != nil, let field = kind.field(CoreField.period) else {
            return []
        }
        let terms = tables.filter { kind.tables[$0.table.definition].views.contains(.calendar) }
            .flatMap(\.table.records).flatMap(\.cells).compactMap { cell -> String? in
                guard case .period(let period)? = cell.value, period.sortKey != nil,
                    Period.parse(period.text).sortKey == nil
                else { return nil }
                return period.text
            }
        let time = "\(frame.start.numeric)–\(frame.end.numeric)"
        return terms.first.map {
            [Diagnostic(.guessedYear, [$0, time, field.label], at: SourceLocation(file))]
        } ?? []
    }

    private func unmarkedMunicipalities(
        _ document: Document, _ material: Material, _ file: SourceFile
    ) -> [Diagnostic] {
        guard let (vocabulary, names) = municipalities else { return [] }
        var known = Set(material.axes.filter { $0.vocabulary == vocabulary }.map(\.entry))
        // It may concern all of its region: with one of them in the field it would be taken from the others.
        let binding = schema.kinds[material.kind].bindingLevels
        if known.isEmpty, !binding.isEmpty,
            material.entries(CoreField.level).allSatisfy({ binding.contains(schema.entry($0).id) })
        {
            return []
        }
        var result: [Diagnostic] = []
        for run in document.textRuns() {
            for match in names.matches(in: Array(document.text[run.text.bounds]))
            where known.insert(match.entry).inserted {
                let start = run.text.bounds.lowerBound
                let range = document.sourceRange(
                    of: start + match.range.lowerBound..<start + match.range.upperBound, in: run)
                let name = schema.vocabularies[vocabulary].entries[match.entry].name
                result.append(Diagnostic(.unmarkedMunicipality, [name], at: SourceLocation(file, range)))
            }
        }
        return result
    }
}

/// One of the texts that a material is made of: its body, or the cells of a CSV file.
struct MaterialText {
    let file: SourceFile
    let source: CompiledMaterial.TextSource
    let parsed: ParsedMarkdown
    let slots: SlotNumbers
    let marks: AbbreviationMarks
    let words: HTMLOptions.Words

    /// How it is rendered.
    var options: HTMLOptions {
        var options = HTMLOptions()
        options.slots = slots
        options.decorator = marks
        options.words = words
        return options
    }
}

/// The abbreviations of a text that cites nothing, in its HTML.
struct AbbreviationMarks: TextDecorator {
    private var decorations: [Int: [TextDecoration]] = [:]

    init() {}

    init(_ starts: [Int], _ marks: TextMarks, _ abbreviations: Abbreviations) {
        for (start, marks) in zip(starts, marks.marks) {
            decorations[start] = marks.compactMap { mark in
                guard case .abbreviation(let entry) = mark.meaning else { return nil }
                let (opening, closing) = abbreviations.markup(of: entry)
                return TextDecoration(
                    start + mark.range.lowerBound..<start + mark.range.upperBound, opening: opening, closing: closing)
            }
        }
    }

    func decorations(of run: TextRun, in document: Document) -> [TextDecoration] {
        guard let found = decorations[run.text.bounds.lowerBound] else { return [] }
        return found.filter { $0.range.upperBound <= run.text.bounds.upperBound }
    }
}

/// What a compilation comes to.
struct Compilation {
    var body = CompiledMaterial()
    var content = BodyContent()
    /// What is wrong in it, in no order: what does not depend on other materials and files.
    var diagnostics: [Diagnostic] = []
    /// What is told besides of tables that became none.
    var losses: [Diagnostic] = []
    /// What is told in place of that where wishes are; nothing where they were not looked for.
    var wishes: [Diagnostic]?
}

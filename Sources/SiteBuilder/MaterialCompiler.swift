import AlbumMarkdown
import Catalog
import Diagnostics
import Linking

/// Turns the body of a material into what pages, search and links need of it.
///
/// A pure function of the loaded site and one file: materials are compiled in any order and in parallel. The tree is
/// gone when it returns.
struct MaterialCompiler: Sendable {
    private let site: LoadedSite
    /// Whether to say what a material could have besides.
    private let wishes: Bool
    private let resolver: ReferenceResolver
    private let citations: Citations
    private let abbreviations: Abbreviations
    private let municipalities: MunicipalityNames

    init(site: LoadedSite, wishes: Bool, showsDrafts: Bool) {
        self.site = site
        self.wishes = wishes
        resolver = ReferenceResolver(
            catalog: site.catalog, pages: SitePages.reservedAddresses(site.catalog.schema), files: Set(site.files.keys),
            pictureSizes: site.pictureSizes, showsDrafts: showsDrafts)
        citations = Citations(site.catalog, showsDrafts: showsDrafts)
        abbreviations = Abbreviations(site.catalog.vocabulary("glossary"))
        municipalities = MunicipalityNames(site.catalog.vocabulary(site.configuration.coverageRows))
    }

    /// The compiled form of one material.
    ///
    /// A broken draft gives an empty one.
    func compile(_ index: Int) -> CompiledMaterial {
        let draft = site.drafts[index]
        guard let file = draft.file, !draft.isBroken else { return CompiledMaterial() }
        let material = site.catalog.materials[index]
        let kind = site.catalog.kind(of: material)
        let parsed = MarkdownParser.parse(file: file, body: draft.body)
        var compiled = CompiledMaterial(diagnostics: parsed.diagnostics)
        let links = resolveLinks(parsed, file, index, &compiled)
        let marks = TextMarks(
            document: parsed.document, own: index, citations: citations, abbreviations: abbreviations,
            catalog: site.catalog)
        compiled.mentions += marks.cited.map { Mention(target: $0, manner: .citation) }
        compiled.abbreviations = marks.abbreviations
        let tables = readTables(parsed, file, material, kind, &compiled)
        var options = HTMLOptions()
        options.resolver = links
        options.decorator = marks
        for (position, table) in tables.enumerated() { options.replacements[table.node] = BodyMarker.table(position) }
        let charts = readCharts(parsed, file, &options, &compiled)
        render(parsed, options, tables, material, &compiled)
        readTexts(parsed, Set(tables.map(\.node) + charts.map(\.node)), links, &compiled)
        for chart in charts { compiled.text += (compiled.text.isEmpty ? "" : "\n") + chart.chart.text }
        readAttachments(material, file, &compiled)
        if wishes {
            compiled.diagnostics += WishList.diagnostics(parsed, tables, kind, file)
            compiled.diagnostics += unmarkedMunicipalities(parsed.document, material, file)
        }
        return compiled
    }

    // MARK: Links

    private func resolveLinks(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ index: Int, _ compiled: inout CompiledMaterial
    ) -> ResolvedLinks {
        var byNode: [Int: ResolvedLink] = [:]
        for use in parsed.links {
            let resolution = resolver.resolve(use, in: file, of: index)
            byNode[use.node] = resolution.link
            if let diagnostic = resolution.diagnostic { compiled.diagnostics.append(diagnostic) }
            if let path = resolution.file { compiled.files.insert(path) }
            guard let target = resolution.target else { continue }
            compiled.mentions.append(Mention(target: target, manner: .link))
            if let anchor = resolution.anchor {
                compiled.anchorUses.append(.init(target: target, anchor: anchor, range: use.range))
            }
        }
        return ResolvedLinks(byNode: byNode)
    }

    private func readAttachments(_ material: Material, _ file: SourceFile, _ compiled: inout CompiledMaterial) {
        for attachment in material.attachments {
            if site.files[attachment.path] != nil {
                compiled.files.insert(attachment.path)
            } else {
                let known = site.files.keys.sorted()
                compiled.diagnostics.append(
                    Diagnostic(
                        .missingFile, [attachment.path], at: SourceLocation(file, attachment.range),
                        candidates: NameSuggester(known).nearest(to: attachment.path)))
            }
        }
    }

    // MARK: Tables

    private func readTables(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ material: Material, _ kind: Kind,
        _ compiled: inout CompiledMaterial
    ) -> [RecordTable] {
        guard !kind.tables.isEmpty else { return [] }
        let values = ValueReader(
            schema: site.catalog.schema, directory: site.catalog.directory, file: file,
            contextYear: material.date?.singleYear)
        var reader = RecordTableReader(document: parsed.document, file: file, kind: kind, values: values)
        let tables = reader.tables()
        compiled.diagnostics += reader.diagnostics
        for table in tables {
            let definition = kind.tables[table.definition]
            for record in table.records { compiled.mentions += mentions(of: record, table, definition) }
            compiled.diagnostics += TableChecks(table: table, definition: definition, file: file).diagnostics()
        }
        return tables
    }

    private func mentions(
        of record: RecordTable.Record, _ table: RecordTable, _ definition: TableDefinition
    ) -> [Mention] {
        zip(record.cells, table.columns).flatMap { cell, column -> [Mention] in
            guard case .materials(let targets)? = cell.value, let position = column.definition else { return [] }
            let field = definition.columns[position]
            return targets.map { Mention(target: $0, manner: .field(field.id, inverse: field.inverse)) }
        }
    }

    // MARK: Charts

    /// Charts take the places of their blocks.
    private func readCharts(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ options: inout HTMLOptions, _ compiled: inout CompiledMaterial
    ) -> [ChartBlock] {
        let (blocks, faults) = ChartBlock.all(parsed.document, file)
        compiled.diagnostics += faults
        compiled.charts = blocks.map(\.chart)
        for (position, block) in blocks.enumerated() {
            options.replacements[block.node] = BodyMarker.chart(position)
            compiled.anchors.insert(ChartFigures.anchor(position))
            if case .named(let name) = block.chart.numbers, let material = name.material,
                case .one(let target) = site.catalog.directory.resolve(material.text)
            {
                compiled.mentions.append(Mention(target: target, manner: .link))
            }
        }
        return blocks
    }

    // MARK: HTML and text

    private func render(
        _ parsed: ParsedMarkdown, _ options: HTMLOptions, _ tables: [RecordTable], _ material: Material,
        _ compiled: inout CompiledMaterial
    ) {
        var renderer = HTMLRenderer(parsed, options: options)
        renderer.renderDocument()
        compiled.parts = BodyMarker.split(renderer.output)
        compiled.outline = parsed.outline
        compiled.anchors.formUnion(parsed.outline.map(\.anchor))
        compiled.anchors.insert("main")
        for table in tables {
            compiled.anchors.insert(table.id)
            compiled.anchors.formUnion(table.records.map(\.anchor))
            compiled.tables.append(compiledTable(table, parsed, material, &renderer))
        }
    }

    private func compiledTable(
        _ table: RecordTable, _ parsed: ParsedMarkdown, _ material: Material, _ renderer: inout HTMLRenderer
    ) -> CompiledTable {
        let definition = site.catalog.kind(of: material).tables[table.definition]
        let own = material.address
        let caption = parsed.outline.last { $0.node < table.node }?.text ?? definition.headings[0]
        let rows = table.records.map { record in
            CompiledTable.Row(
                anchor: record.anchor,
                cells: record.cells.map { cell in
                    renderer.output.removeAll(keepingCapacity: true)
                    renderer.renderContent(of: cell.node)
                    return CompiledTable.Cell(
                        value: cell.value, text: cell.text,
                        html: referenceHTML(cell, own) ?? String(decoding: renderer.output, as: UTF8.self))
                })
        }
        return CompiledTable(
            definition: table.definition, id: table.id, caption: caption, columns: table.columns, rows: rows)
    }

    /// Cells that name entries of an axis or materials by their ids show names with links instead.
    private func referenceHTML(_ cell: RecordTable.Cell, _ own: String) -> String? {
        switch cell.value {
        case .entries(let entries)?:
            return entries.map { reference in
                let vocabulary = site.catalog.vocabularies[reference.vocabulary]
                let entry = vocabulary.entries[reference.entry]
                return vocabulary.isAxis
                    ? link(entry.name, SitePages.entry(vocabulary, entry), own) : Escaping.html(entry.name)
            }.joined(separator: "; ")
        case .materials(let materials)?:
            return materials.map { index in
                link(site.catalog.materials[index].title, site.catalog.materials[index].address, own)
            }.joined(separator: "; ")
        default: return nil
        }
    }

    /// A cell in the words that a reader sees.
    private func shownText(_ cell: CompiledTable.Cell) -> String {
        site.catalog.names(referredToBy: cell.value)?.joined(separator: "; ") ?? cell.text
    }

    private func link(_ title: String, _ address: String, _ own: String) -> String {
        "<a href=\"\(RelativeAddress.make(from: own, to: address))\">\(Escaping.html(title))</a>"
    }

    /// Text for the search: as a reader sees it, titles in place of ids.
    private func readTexts(
        _ parsed: ParsedMarkdown, _ skipped: Set<Int>, _ links: ResolvedLinks, _ compiled: inout CompiledMaterial
    ) {
        var texts: [String] = []
        let labels = links.byNode.compactMapValues(\.label)
        for section in PlainText.sections(of: parsed.document, skipping: skipped, labels: labels) {
            if !section.title.isEmpty { compiled.headings.append(section.title) }
            if !section.text.isEmpty { texts.append(section.text) }
        }
        for row in compiled.tables.flatMap(\.rows) {
            texts.append(row.cells.map { shownText($0) }.joined(separator: "\t"))
        }
        compiled.text = texts.joined(separator: "\n")
    }

    // MARK: Hints

    private func unmarkedMunicipalities(
        _ document: Document, _ material: Material, _ file: SourceFile
    ) -> [Diagnostic] {
        guard let vocabulary = site.catalog.schema.vocabulary(site.configuration.coverageRows) else { return [] }
        var known = Set(material.axes.filter { $0.vocabulary == vocabulary }.map(\.entry))
        var result: [Diagnostic] = []
        for run in document.textRuns() {
            for match in municipalities.matches(in: Array(document.text[run.text.bounds]))
            where known.insert(match.entry).inserted {
                let start = run.text.bounds.lowerBound
                let range = document.sourceRange(
                    of: start + match.range.lowerBound..<start + match.range.upperBound, in: run)
                let name = site.catalog.vocabularies[vocabulary].entries[match.entry].name
                result.append(Diagnostic(.unmarkedMunicipality, [name], at: SourceLocation(file, range)))
            }
        }
        return result
    }
}

/// Links whose places are known, by the node they stand at.
private struct ResolvedLinks: LinkResolver {
    let byNode: [Int: ResolvedLink]

    func resolve(_ link: LinkUse) -> ResolvedLink { byNode[link.node] ?? .refused }
}

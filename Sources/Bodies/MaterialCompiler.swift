import AlbumMarkdown
import Catalog
import Diagnostics
import Linking

/// Turns the body of a material into what pages, search and links need of it.
///
/// A pure function of the loaded site and one file: materials are compiled in any order and in parallel. The tree is
/// gone when it returns.
package struct MaterialCompiler: Sendable {
    let site: LoadedSite
    /// What stands in the HTML without being in a text.
    let words: HTMLOptions.Words
    /// Whether to say what a material could have besides.
    private let wishes: Bool
    private let resolver: ReferenceResolver
    private let citations: Citations
    private let abbreviations: Abbreviations
    private let municipalities: MunicipalityNames

    /// Prepares what all materials are compiled with; O(materials + vocabularies).
    package init(site: LoadedSite, words: HTMLOptions.Words, wishes: Bool, showsDrafts: Bool) {
        self.site = site
        self.words = words
        self.wishes = wishes
        resolver = ReferenceResolver(
            catalog: site.catalog, pages: SitePages.reservedAddresses(site.catalog.schema), files: Set(site.files.keys),
            pictureSizes: site.pictures.compactMapValues(\.size), showsDrafts: showsDrafts)
        citations = Citations(site.catalog, showsDrafts: showsDrafts)
        abbreviations = Abbreviations(site.catalog.vocabulary("glossary"))
        municipalities = MunicipalityNames(site.catalog.vocabulary(site.configuration.coverageRows))
    }

    /// The compiled form of one material.
    ///
    /// A broken draft gives an empty one.
    package func compile(_ index: Int) -> CompiledMaterial {
        let draft = site.drafts[index]
        guard let file = draft.file, !draft.isBroken else { return CompiledMaterial() }
        let material = site.catalog.materials[index]
        let kind = site.catalog.kind(of: material)
        var compiled = CompiledMaterial()
        let body = read(MarkdownParser.parse(file: file, body: draft.body), file, index, &compiled)
        let (tables, unclaimed) = readTables(body, index, kind, &compiled)
        var options = body.options
        for (position, table) in tables.enumerated() {
            switch table.place {
            case .node(let node): options.replacements[node] = BodyMarker.table(position)
            case .before(let node): options.insertions[node, default: []] += BodyMarker.table(position)
            }
        }
        let charts = readCharts(body.parsed, file, &options, &compiled)
        render(body.parsed, options, &compiled)
        compile(tables, kind, own: material.address, &compiled)
        let own = tables.compactMap(\.place.node) + charts.map(\.node)
        readTexts(body.parsed, Set(own), body.links, &compiled)
        for chart in charts { compiled.text += (compiled.text.isEmpty ? "" : "\n") + chart.chart.text }
        readAttachments(material, file, &compiled)
        let losses = TableLosses(
            text: body, unclaimed: unclaimed, present: Set(tables.map(\.table.definition)), kind: kind)
        compiled.diagnostics += self.losses(losses, material)
        return compiled
    }

    /// Looks through a text of a material: its body, or the cells of a CSV file.
    func read(
        _ parsed: ParsedMarkdown, _ file: SourceFile, _ index: Int, _ compiled: inout CompiledMaterial
    ) -> MaterialText {
        compiled.diagnostics += parsed.diagnostics
        let links = resolveLinks(parsed, file, index, &compiled)
        let marks = TextMarks(
            document: parsed.document, own: index, citations: citations, abbreviations: abbreviations,
            catalog: site.catalog)
        compiled.mentions += marks.cited.map { Mention(target: $0, manner: .citation) }
        for entry in marks.abbreviations where !compiled.abbreviations.contains(entry) {
            compiled.abbreviations.append(entry)
        }
        return MaterialText(file: file, parsed: parsed, links: links, marks: marks, words: words)
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
            if let path = resolution.file { take(path, use, file, &compiled) }
            guard let target = resolution.target else { continue }
            compiled.mentions.append(Mention(target: target, manner: .link))
            if let anchor = resolution.anchor {
                compiled.anchorUses.append(
                    .init(target: target, anchor: anchor, place: anchorPlace(use, file)))
            }
        }
        return ResolvedLinks(byNode: byNode)
    }

    /// What stands behind the `#` of an address; the whole address where it is not written as such.
    private func anchorPlace(_ use: LinkUse, _ file: SourceFile) -> SourceLocation {
        let address = use.addressRange(in: file)
        let mark = file.bytes[address].firstIndex(of: UInt8(ascii: "#"))
        return SourceLocation(file, mark.map { $0 + 1..<address.upperBound } ?? address)
    }

    private func readAttachments(_ material: Material, _ file: SourceFile, _ compiled: inout CompiledMaterial) {
        var parted: Set<Int> = []
        for (index, attachment) in material.attachments.enumerated() where !parted.contains(index) {
            if site.files[attachment.path] != nil {
                take(attachment.path, .download, SourceLocation(file, attachment.range), &compiled)
            } else if let whole = partedName(material.attachments, index) {
                parted.insert(index + 1)
                compiled.files.insert(whole.path)
                compiled.diagnostics.append(
                    Diagnostic(
                        .commaInName, [whole.name], at: SourceLocation(file, whole.range),
                        candidates: ["\"\(whole.name)\""]))
            } else {
                let place = SourceLocation(file, attachment.range)
                let isAddress = WebAddress.isOne(attachment.written)
                compiled.diagnostics.append(
                    isAddress
                        ? Diagnostic(.attachedAddress, [attachment.written], at: place)
                        : missing(attachment.path, place))
            }
        }
    }

    /// The file whose name a comma parted into an attachment and the next one: `[Приказ, скан.pdf]`.
    private func partedName(_ attachments: [Material.Attachment], _ index: Int)
        -> (path: String, name: String, range: Range<Int>)?
    {
        guard index + 1 < attachments.count else { return nil }
        let (first, next) = (attachments[index], attachments[index + 1])
        let name = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
        let path = first.path + ", " + name(next.path)
        guard site.files[path] != nil else { return nil }
        return (path, name(path), first.range.lowerBound..<next.range.upperBound)
    }

    /// A picture or a download in the text; its fault stands at its address.
    private func take(_ path: String, _ use: LinkUse, _ file: SourceFile, _ compiled: inout CompiledMaterial) {
        let place = SourceLocation(file, use.addressRange(in: file))
        take(path, use.kind == .image ? .picture : .download, place, &compiled)
    }

    /// A file that the page needs; its fault is told once for each material.
    private func take(
        _ path: String, _ use: PublishedFileCheck.Use, _ place: SourceLocation, _ compiled: inout CompiledMaterial
    ) {
        guard compiled.files.insert(path).inserted, let entry = site.files[path] else { return }
        let fault = PublishedFileCheck.fault(
            path, byteCount: entry.byteCount, site.pictures[path], as: use, at: place)
        if let fault { compiled.diagnostics.append(fault) }
    }

    func missing(_ path: String, _ place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .missingFile, [path], at: place,
            candidates: NameSuggester(site.files.keys.sorted()).nearest(to: path).map {
                let own = String(place.path.dropFirst("content/".count))
                return RelativeAddress.make(from: own, to: $0)
            })
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
            compiled.anchors.insert(WrittenChart.anchor(position))
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
        _ parsed: ParsedMarkdown, _ options: HTMLOptions, _ compiled: inout CompiledMaterial
    ) {
        var renderer = HTMLRenderer(parsed, options: options)
        renderer.renderDocument()
        compiled.parts = BodyMarker.split(renderer.output)
        compiled.outline = parsed.outline
        compiled.anchors.formUnion(parsed.outline.map(\.anchor))
        compiled.anchors.insert("main")
    }

    /// A cell in the words that a reader sees.
    private func shownText(_ cell: CompiledTable.Cell) -> String {
        site.catalog.names(referredToBy: cell.value)?.joined(separator: "; ") ?? cell.text
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

    // MARK: Wishes

    private func losses(_ losses: TableLosses, _ material: Material) -> [Diagnostic] {
        guard wishes, !material.isMisplaced else { return losses.strays() }
        let file = losses.text.file
        let parsed = losses.text.parsed
        let list = WishList(
            parsed, losses.present.union(material.tableFiles.map(\.definition)), losses.kind, file, told: losses.told)
        return losses.strays(but: list.tablesNearlyFound) + list.diagnostics(isDraft: material.isDraft)
            + unmarkedMunicipalities(parsed.document, material, file)
    }

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

/// One of the texts that a material is made of: its body, or the cells of a CSV file.
struct MaterialText {
    let file: SourceFile
    let parsed: ParsedMarkdown
    let links: ResolvedLinks
    let marks: TextMarks
    let words: HTMLOptions.Words

    /// How it is rendered.
    var options: HTMLOptions {
        var options = HTMLOptions()
        options.resolver = links
        options.decorator = marks
        options.words = words
        return options
    }
}

/// Links whose places are known, by the node they stand at.
struct ResolvedLinks: LinkResolver {
    let byNode: [Int: ResolvedLink]

    func resolve(_ link: LinkUse) -> ResolvedLink { byNode[link.node] ?? .refused }
}

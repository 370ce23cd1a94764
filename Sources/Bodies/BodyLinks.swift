import AlbumMarkdown
import Catalog
import Diagnostics
import Files
import Linking

/// Where the links of a body lead, now that all materials and files are known.
package struct BodyLinks: Sendable {
    /// A link to a place on a page.
    package struct AnchorUse: Sendable {
        /// Position of the material.
        package let target: MaterialIndex
        /// The place on its page.
        package let anchor: String
        /// Where the anchor is written.
        package let place: SourceLocation
    }

    /// Materials that its text names, once for each time.
    package var mentions: [Mention] = []
    /// Links to places on pages.
    package var anchorUses: [AnchorUse] = []
    /// Paths below `content/` of pictures and attachments that the page needs.
    package var files: Set<String> = []
    /// Those that it names too, and no build publishes: a browser or a system would run what they hold.
    package var refusedFiles: Set<String> = []
    /// Those of `files` that it shows as pictures.
    package var pictures: Set<String> = []
    /// Abbreviations used, by position in the glossary; each once.
    package var abbreviations: [EntryReference] = []
    /// What is wrong in them, in no order.
    package var diagnostics: [Diagnostic] = []
}

/// Finds out where the links of bodies lead.
package struct BodyLinker: Sendable {
    private let site: LoadedSite
    private let resolver: ReferenceResolver
    private let citations: Citations
    private let references: ReferenceCheck

    /// - Parameter filler: knows where links lead and who is cited.
    package init(_ site: LoadedSite, _ filler: BodyFiller) {
        self.site = site
        resolver = filler.resolver
        citations = filler.citations
        references = ReferenceCheck(site.catalog)
    }

    /// The links of one body; O(its links, runs and cells).
    package func links(of index: MaterialIndex, _ compiled: CompiledMaterial) -> BodyLinks {
        var links = BodyLinks()
        guard !site.origins[index].isBroken else { return links }
        let body = Body(index: index, path: site.origins[index].path, compiled: compiled)
        for link in compiled.links { read(link, body, &links) }
        readRuns(body, &links)
        readCells(body, &links)
        readCharts(body, &links)
        readTableFiles(body, &links)
        readAttachments(body, &links)
        return links
    }

    private struct Body {
        let index: MaterialIndex
        let path: String
        let compiled: CompiledMaterial
    }

    private func location(_ place: CompiledMaterial.TextPlace, _ body: Body) -> SourceLocation {
        SourceLocation(path: path(place.source, body), range: place.range)
    }

    /// As editors see it.
    private func path(_ source: CompiledMaterial.TextSource, _ body: Body) -> String {
        switch source {
        case .own: body.path
        case .table(let path): "content/" + path
        }
    }

    // MARK: Links

    private func read(_ link: CompiledMaterial.Link, _ body: Body, _ links: inout BodyLinks) {
        switch resolver.resolve(link.written, of: body.index) {
        case .external, .page, .nowhere: break
        case .material(let target, let anchor):
            links.mentions.append(Mention(target: target, manner: .link))
            guard let anchor else { break }
            links.anchorUses.append(
                .init(
                    target: target, anchor: PercentEncoding.decoded(anchor) ?? anchor,
                    place: location(link.anchorPlace, body)))
        case .file(let path):
            take(path, link.written.kind == .image ? .picture : .download, location(link.place, body), &links)
            if link.written.kind == .image, links.files.contains(path) { links.pictures.insert(path) }
        case .fault(let fault):
            links.diagnostics.append(resolver.diagnostic(fault, of: body.index, at: location(link.place, body)))
        }
    }

    private func readRuns(_ body: Body, _ links: inout BodyLinks) {
        links.abbreviations = body.compiled.abbreviations
        for (source, marks) in body.compiled.marksBySource(of: body.index, citations) {
            links.diagnostics += marks.ambiguous.map { text, candidates in
                let titles = candidates.map { "«\(site.catalog.materials[$0].title)»" }.joined(separator: ", ")
                return Diagnostic(.ambiguousCitation, [text, titles], at: SourceLocation(path: path(source, body)))
            }
            links.mentions += marks.cited.map { Mention(target: $0, manner: .citation) }
            for entry in marks.abbreviations where !links.abbreviations.contains(entry) {
                links.abbreviations.append(entry)
            }
        }
    }

    private func readCharts(_ body: Body, _ links: inout BodyLinks) {
        for chart in body.compiled.charts {
            if case .named(let name) = chart.numbers, let material = name.material,
                case .one(let target) = site.catalog.directory.resolve(
                    material.text, from: site.catalog.directory.listings[body.index].root)
            {
                links.mentions.append(Mention(target: target, manner: .link))
            }
        }
    }

    // MARK: Cells

    private func readCells(_ body: Body, _ links: inout BodyLinks) {
        let material = site.catalog.materials[body.index]
        for table in body.compiled.tables {
            let definition = site.catalog.kind(of: material).tables[table.definition]
            let named = table.columns.indices.filter { position in
                table.columns[position].definition.map { definition.columns[$0].type.namesMaterials } ?? false
            }
            guard !named.isEmpty else { continue }
            for row in table.records {
                for position in named where position < row.cells.count {
                    read(row, position, table, definition, body, &links)
                }
            }
        }
    }

    private func read(
        _ row: CompiledTable.Row, _ position: Int, _ table: CompiledTable, _ definition: TableDefinition, _ body: Body,
        _ links: inout BodyLinks
    ) {
        let value = row.cells[position].value
        let found = references.diagnostics(value, in: path(table.source, body), of: body.index)
        // A draft is known to be unfinished.
        let isDraft = site.catalog.materials[body.index].isDraft
        links.diagnostics += isDraft ? found.filter { !DiagnosticCode.ofReadersWay.contains($0.code) } : found
        guard let field = table.columns[position].definition.map({ definition.columns[$0] }) else { return }
        let key = table.column(definition.key, of: definition)
        // Surplus cells were left out, so that a row may be shorter than the table.
        let title = key.flatMap { $0 < row.cells.count ? row.cells[$0].text : nil } ?? ""
        let place = title.isEmpty ? nil : Mention.Row(anchor: row.anchor, title: title)
        links.mentions += site.catalog.materials(namedBy: value).map {
            Mention(target: $0, manner: .field(field.id, inverse: field.inverse), row: place)
        }
    }

    // MARK: Files

    private func readTableFiles(_ body: Body, _ links: inout BodyLinks) {
        for table in site.catalog.materials[body.index].tableFiles where site.files[table.path] == nil {
            links.diagnostics.append(missing(table.path, SourceLocation(path: body.path, range: table.range)))
        }
    }

    private func readAttachments(_ body: Body, _ links: inout BodyLinks) {
        let attachments = site.catalog.materials[body.index].attachments
        var parted: Set<Int> = []
        for (index, attachment) in attachments.enumerated() where !parted.contains(index) {
            let place = SourceLocation(path: body.path, range: attachment.range)
            if site.files[attachment.path] != nil {
                take(attachment.path, .download, place, &links)
            } else if let whole = partedName(attachments, index) {
                parted.insert(index + 1)
                take(whole.path, .download, SourceLocation(path: body.path, range: whole.range), &links)
                links.diagnostics.append(
                    Diagnostic(
                        .commaInName, [whole.name], at: SourceLocation(path: body.path, range: whole.range),
                        candidates: ["\"\(whole.name)\""]))
            } else if let fault = PublishedFileCheck.steeringFault(attachment.path, at: place) {
                links.diagnostics.append(fault)
                links.refusedFiles.insert(attachment.path)
            } else {
                let isAddress = WebAddress.isOne(attachment.written)
                links.diagnostics.append(
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

    /// A file that the page needs; its fault is told once for each material, at the first address that leads to it.
    private func take(
        _ path: String, _ use: PublishedFileCheck.Use, _ place: SourceLocation, _ links: inout BodyLinks
    ) {
        guard !links.files.contains(path), !links.refusedFiles.contains(path), let entry = site.files[path] else {
            return
        }
        let fault = PublishedFileCheck.fault(
            path, byteCount: entry.byteCount, site.pictures[path], as: use, at: place)
        if let fault { links.diagnostics.append(fault) }
        if let fault, PublishedFileCheck.isRefused(fault) {
            links.refusedFiles.insert(path)
        } else {
            links.files.insert(path)
        }
    }

    private func missing(_ path: String, _ place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .missingFile, [path], at: place,
            candidates: NameSuggester(site.files.keys.sorted()).nearest(to: path).map {
                let own = String(place.path.dropFirst("content/".count))
                return RelativeAddress.make(from: own, to: $0)
            })
    }
}

extension CompiledMaterial {
    /// What is marked in the texts that may cite documents, one text after the other.
    ///
    /// O(text of the runs).
    package func marks(of material: MaterialIndex, _ citations: Citations) -> [TextMarks] {
        marksBySource(of: material, citations).map(\.marks)
    }

    /// The same, each with the text that it is of.
    func marksBySource(
        of material: MaterialIndex, _ citations: Citations
    ) -> [(source: TextSource, marks: TextMarks)] {
        var marks: [(source: TextSource, marks: TextMarks)] = []
        var start = 0
        while start < runs.count {
            let end = runs[start...].firstIndex { $0.text != runs[start].text } ?? runs.count
            let found = TextMarks(runs[start..<end].map(\.run), own: material, citations: citations)
            marks.append((runs[start].text, found))
            start = end
        }
        return marks
    }
}

extension FieldType {
    /// Whether its values are names of materials.
    var namesMaterials: Bool {
        switch self {
        case .reference(.kind), .reference(.anyMaterial), .references(.kind), .references(.anyMaterial): true
        default: false
        }
    }
}

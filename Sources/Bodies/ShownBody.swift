import AlbumMarkdown
import Catalog
import Formats
import Linking

/// What is needed to show bodies on pages: where links lead, who is cited.
package struct BodyFiller: Sendable {
    private(set) var catalog: AlbumCatalog
    package private(set) var resolver: ReferenceResolver
    package private(set) var citations: Citations
    let abbreviations: Abbreviations
    /// What stands behind the title of what was withdrawn: «снято с публикации».
    package let withdrawn: String
    /// What stands behind the name of a file that no build publishes.
    let refused: String
    /// The same of settings of a web server.
    let refusedSettings: String

    /// O(materials + vocabularies).
    /// - Parameters:
    ///   - withdrawn: what is said of a material that was withdrawn.
    ///   - refused: what is said of a file that no build publishes.
    ///   - refusedSettings: the same of settings of a web server.
    package init(
        _ site: LoadedSite, _ citations: Citations, withdrawn: String = "", refused: String = "",
        refusedSettings: String = "", showsDrafts: Bool
    ) {
        catalog = site.catalog
        self.refused = refused
        self.refusedSettings = refusedSettings
        self.withdrawn = withdrawn
        resolver = ReferenceResolver(
            catalog: site.catalog, pages: SitePages.reservedAddresses(site.catalog.schema), files: Set(site.files.keys),
            pictureSizes: site.pictures.compactMapValues(\.size), showsDrafts: showsDrafts)
        self.citations = citations
        abbreviations = Abbreviations(site.catalog.schema)
    }

    /// The title of what was withdrawn, with what is said of it.
    package func marked(_ title: String) -> String { "\(title)\(mark)" }

    /// What stands behind the words of a link to what was withdrawn.
    var mark: String { " (\(withdrawn))" }

    /// A material with the words that readers see in the cells of its tables, so that all that is made of these says the same.
    ///
    /// O(cells) where links stand in some, else O(1).
    package func resolvingCells(of index: MaterialIndex, in compiled: CompiledMaterial) -> CompiledMaterial {
        guard compiled.hasLinksInCells else { return compiled }
        let links = PlacedLinks(
            resolver, of: index, at: BodyPlace(page: catalog.directory.listings[index].address))
        var resolved = compiled
        resolved.tables = compiled.tables.map { table in
            table.resolved { words(for: $0, of: compiled, links) }
        }
        return resolved
    }

    /// What stands in the plain words of a material for a name in them.
    func words(for text: BodyContent.NamedText, of compiled: CompiledMaterial, _ links: PlacedLinks) -> String {
        switch text.names {
        case .link(let number):
            let link = compiled.links[number].written
            let title = links.title(link) ?? text.otherwise
            return links.isWithdrawn(link) ? marked(title) : title
        case .mark(let number): return links.isWithdrawn(compiled.links[number].written) ? mark : ""
        case .value(let value):
            return catalog.names(referredToBy: value, withdrawn: marked)?.joined(separator: "; ") ?? text.otherwise
        }
    }

    /// The same as a page reads it.
    package func read(_ log: ReadLog, _ catalog: AlbumCatalog) -> BodyFiller {
        var filler = self
        filler.catalog = catalog
        filler.resolver = resolver.read(log, catalog)
        filler.citations = citations.read(log)
        return filler
    }

    /// What stands around an abbreviation; the entry is noted as read.
    func markup(of entry: EntryReference) -> (opening: [UInt8], closing: [UInt8]) {
        _ = catalog.schema.entry(entry)
        return abbreviations.markup(of: entry)
    }
}

/// A body on a page: its slots are filled with what the page shows there.
///
/// A class, because what is marked in running text is found out once, and only where such text is shown. For one thread.
package final class ShownBody {
    private let filler: BodyFiller
    private let index: MaterialIndex
    private let compiled: CompiledMaterial
    private let links: PlacedLinks
    /// For each run what is marked in it.
    private lazy var marks: [[TextMarks.Mark]] = compiled.marks(of: index, filler.citations).flatMap(\.marks)

    /// - Parameters:
    ///   - index: position of the material.
    ///   - refused: paths below `content/` of files that it names and no build publishes.
    package init(
        _ index: MaterialIndex, _ compiled: CompiledMaterial, at place: BodyPlace, refused: Set<String> = [],
        _ filler: BodyFiller
    ) {
        self.filler = filler
        self.index = index
        self.compiled = compiled
        links = PlacedLinks(filler.resolver, of: index, at: place, refused: refused)
    }

    // MARK: HTML

    /// HTML of the body for the page; O(length).
    package func html(_ html: String) -> String {
        guard html.utf8.contains(0) else { return html }
        var html = html
        var output: [UInt8] = []
        output.reserveCapacity(html.utf8.count + 256)
        html.withUTF8 { bytes in
            HTMLSlot.forEachPiece(of: bytes) { piece in
                switch piece {
                case .html(let bytes): output.append(contentsOf: bytes)
                case .slot(let slot): fill(slot, &output)
                }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func fill(_ slot: HTMLSlot, _ output: inout [UInt8]) {
        switch slot {
        case .linkStart(let number):
            let link = resolved(number)
            if remark(link, number) != nil { return output += Self.withdrawnStart.utf8 }
            link.appendStart(to: &output)
        case .linkEnd(let number):
            let link = resolved(number)
            if let remark = remark(link, number) { return output += Self.end(remark).utf8 }
            let end = link.linkEnd
            output.append(contentsOf: UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
        case .linkLabel(let number): HTMLEscaping.append(label(number), to: &output, .kept)
        case .imageStart(let number):
            let link = resolved(number)
            if remark(link, number) != nil { return output += Self.withdrawnStart.utf8 }
            link.appendImageStart(to: &output)
        case .imageEnd(let number):
            let link = resolved(number)
            if let remark = remark(link, number) { return output += Self.end(remark).utf8 }
            link.appendImageEnd(to: &output)
        case .text(let number): fill(compiled.runs[number].run, marks[number], &output)
        case .anchorPrefix: output.append(contentsOf: links.place.anchorPrefix.utf8)
        case .headingLevel(let level):
            output.append(contentsOf: String(min(level + links.place.headingShift, 6)).utf8)
        // They are parts of their own.
        case .table, .chart: break
        }
    }

    private func fill(_ run: MarkedRun, _ marks: [TextMarks.Mark], _ output: inout [UInt8]) {
        var text = run.text
        text.withUTF8 { bytes in
            var start = 0
            func append(to end: Int) {
                for hard in run.hardBreaks where hard >= start && hard < end {
                    HTMLEscaping.append(UnsafeBufferPointer(rebasing: bytes[start..<hard]), to: &output, .kept)
                    output.append(contentsOf: "<br>".utf8)
                    start = hard
                }
                HTMLEscaping.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &output, .kept)
                start = end
            }
            for mark in marks {
                append(to: mark.range.lowerBound)
                let (opening, closing) = markup(mark.meaning)
                output += opening
                append(to: mark.range.upperBound)
                output += closing
            }
            append(to: bytes.count)
        }
    }

    private func markup(_ meaning: TextMarks.Mark.Meaning) -> (opening: [UInt8], closing: [UInt8]) {
        switch meaning {
        case .abbreviation(let entry): filler.markup(of: entry)
        case .citation(let material):
            (
                Array("<a class=\"citation\" href=\"\(links.url(to: material, anchor: nil))\">".utf8),
                Array("</a>".utf8)
            )
        }
    }

    // MARK: Links

    private func resolved(_ number: Int) -> ResolvedLink { links.resolved(compiled.links[number].written) }

    /// The text of a link without one: the title of its material.
    private func label(_ number: Int) -> String {
        let link = compiled.links[number].written
        return links.title(link) ?? link.destination
    }

    // MARK: What was withdrawn or is left out

    private static let withdrawnStart = "<span class=\"withdrawn\">"
    /// What is said of a link that leads nowhere on purpose; nothing of others.
    private func remark(_ link: ResolvedLink, _ number: Int) -> String? {
        if link.address != nil { return nil }
        let written = compiled.links[number].written
        if links.isWithdrawn(written) { return filler.withdrawn }
        guard let path = links.refusedPath(written) else { return nil }
        return PublishedFileCheck.steersServer(path) ? filler.refusedSettings : filler.refused
    }
    private static func end(_ remark: String) -> String { " (\(HTMLEscaping.html(remark, .kept)))</span>" }
    private var withdrawnEnd: String { Self.end(filler.withdrawn) }

    // MARK: Cells

    /// The content of a cell: names of entries of an axis and of materials are links.
    package func html(_ cell: CompiledTable.Cell) -> String {
        switch cell.value {
        case .entries(let entries)?:
            return entries.map { reference in
                let vocabulary = filler.catalog.vocabularies[reference.vocabulary]
                let entry = filler.catalog.schema.entry(reference)
                return vocabulary.isAxis
                    ? Self.link(entry.name, links.url(to: SitePages.entry(vocabulary, entry)))
                    : HTMLEscaping.html(entry.name, .kept)
            }.joined(separator: "; ")
        case .materials?:
            let names = filler.catalog.shown(of: cell.value)
            guard !names.isEmpty else { return html(cell.html) }
            return names.map { name in
                switch name {
                case .material(let material):
                    Self.link(filler.catalog.directory.listings[material].title, links.url(to: material, anchor: nil))
                case .withdrawn(let title): Self.withdrawnStart + HTMLEscaping.html(title, .kept) + withdrawnEnd
                }
            }.joined(separator: "; ")
        default: return html(cell.html)
        }
    }

    private static func link(_ title: String, _ url: Href) -> String {
        "<a href=\"\(url)\">\(HTMLEscaping.html(title, .kept))</a>"
    }

    // MARK: Text

    /// The text of its content for the search, titles in their places; O(length).
    package func text(of content: BodyContent) -> String {
        guard content.text.utf8.contains(0) else { return content.text }
        var (text, rest) = ("", content.text[...])
        while let mark = rest.utf8.firstIndex(of: 0) {
            text += rest[..<mark]
            rest = rest[rest.utf8.index(after: mark)...]
            guard let end = rest.utf8.firstIndex(of: 0) else { break }
            if let place = Int(rest[..<end]) { text += named(content.namedTexts[place]) }
            rest = rest[rest.utf8.index(after: end)...]
        }
        return text + rest
    }

    private func named(_ text: BodyContent.NamedText) -> String { filler.words(for: text, of: compiled, links) }
}

import Bodies
import Catalog
import Formats
import Linking

/// The stamps of the answers that an album gives: a page is fresh when those of all its questions are what they were.
///
/// Stamps name materials by their paths and entries by their ids, since positions change from build to build.
package struct AlbumStamps: Sendable {
    private let album: Album
    private var parts: Parts
    private let names: ByteWriter.Names
    /// Of the path and kind of each material: lists of materials are made of these, thousands of them in one build.
    private let identities: PerMaterial<UInt64>
    /// Files that some material names and no build publishes.
    private let refusedFiles: Set<String>

    /// Stamps that are known from elsewhere.
    package struct Parts: Sendable {
        /// Of `album.yml` and the day of the edition.
        package let configuration: UInt64
        /// Of the theme without its templates.
        package let theme: UInt64
        /// Of templates, by their names.
        package let templates: [String: UInt64]
        /// Of the files of the kinds.
        package let kinds: UInt64
        /// Of each material.
        package let units: PerMaterial<MaterialUnit.Stamps>
        /// What is told on the page of a material that is published in spite of it.
        package let faults: @Sendable (MaterialIndex) -> [String]
        /// What is told of the books of an album; nothing where none are made.
        fileprivate var books: @Sendable (MaterialIndex) -> [String] = { _ in [] }

        package init(
            configuration: UInt64, theme: UInt64, templates: [String: UInt64], kinds: UInt64,
            units: PerMaterial<MaterialUnit.Stamps>,
            faults: @escaping @Sendable (MaterialIndex) -> [String]
        ) {
            self.configuration = configuration
            self.theme = theme
            self.templates = templates
            self.kinds = kinds
            self.units = units
            self.faults = faults
        }
    }

    package init(_ album: Album, _ parts: Parts) {
        self.album = album
        self.parts = parts
        let catalog = album.facts.catalog
        names = catalog.schema.entryName
        refusedFiles = album.facts.links.reduce(into: []) { $0.formUnion($1.refusedFiles) }
        identities = catalog.directory.listings.mapped { listing in
            var hash = StableHash()
            hash.add(listing.path)
            hash.add(catalog.kinds[listing.kind].id.rawValue)
            return hash.stamp
        }
    }

    /// The same with what is told of the books of its albums.
    package func with(books: @escaping @Sendable (MaterialIndex) -> [String]) -> AlbumStamps {
        var stamps = self
        stamps.parts.books = books
        return stamps
    }

    private var facts: Album.Facts { album.facts }
    private var catalog: AlbumCatalog { facts.catalog }

    /// The stamp of the answer to a question; O(answer).
    package func stamp(of question: Question) -> UInt64 {
        var writer = ByteWriter(leavesPlacesOut: true, names: names)
        switch question {
        case .configuration: return parts.configuration
        case .theme: return parts.theme
        case .template(let name): writer.optional(parts.templates[name]) { $0.word($1) }
        case .kinds: return parts.kinds
        case .content(let index): return parts.units[index].content
        case .body(let index):
            let compiled = facts.compiled[index]
            guard compiled.hasLinksInCells else { return parts.units[index].body }
            // The words of its cells name others.
            writer.word(parts.units[index].body)
            for cell in compiled.tables.flatMap(\.rows).flatMap(\.cells) where !cell.pieces.isEmpty {
                writer.text(cell.text)
            }
        case .vocabularies: catalog.vocabularies.forEach { writeHead(of: $0, to: &writer) }
        case .vocabulary(let position): writer.texts(catalog.vocabularies[position].entries.map(\.id.rawValue))
        case .letter(let reference): writer.text(catalog.schema.letter(of: reference))
        case .entry(let reference): catalog.schema.entry(reference).write(to: &writer)
        case .history(let reference): writeHistory(of: reference, to: &writer)
        case .formerIDs(let reference):
            let former = catalog.vocabularies[reference.vocabulary].formerIDs(of: reference.entry)
            writer.texts(former.compactMap(\.id?.rawValue))
        case .namesakes(let reference):
            let vocabulary = catalog.vocabularies[reference.vocabulary]
            writer.texts(vocabulary.namesakes(of: reference.entry).map { vocabulary.entries[$0].id.rawValue })
        case .published: list(facts.published, to: &writer)
        case .order:
            list(facts.published.sorted { facts.listRanks[$0] < facts.listRanks[$1] }, to: &writer)
        case .recent: list(album.recent, to: &writer)
        case .named, .path, .citation, .file, .fileText: writeNamed(question, to: &writer)
        case .coverage, .axes, .measure, .rows, .rowTally, .albums, .binding: writeWhole(question, to: &writer)
        case .materials(let reference), .listed(let reference), .covered(let reference), .leading(let reference, _),
            .municipalities(let reference), .due(let reference):
            write(question, of: reference, to: &writer)
        default: writeOfMaterial(question, to: &writer)
        }
        return StableHash.stamp(writer.bytes)
    }

    private func writeOfMaterial(_ question: Question, to writer: inout ByteWriter) {
        switch question {
        case .listing(let index): write(catalog.directory.listings[index], to: &writer)
        case .material(let index):
            write(catalog.directory.listings[index], to: &writer)
            writer.word(parts.units[index].material)
        case .abbreviations(let index): writer.list(facts.links[index].abbreviations)
        case .backlinks(let index):
            writer.list(facts.backlinks.of(index)) { writer, link in
                writer.word(identities[link.source])
                write(link.manner, to: &writer)
                writer.text(link.row?.anchor)
                writer.text(link.row?.title)
            }
        case .related(let index): list(facts.related[index], to: &writer)
        case .rowsIn(let index): writer.list(album.rows(in: index)) { write($1, to: &$0) }
        case .lifecycle(let index):
            writer.flag(facts.lifecycle.isRepealed(index))
            writer.flag(facts.lifecycle.isPending(index))
            writer.text(facts.lifecycle.wording(of: index))
            list(facts.lifecycle.repealing(index), to: &writer)
        case .siblings(let index):
            let siblings = album.siblings(of: index)
            list([siblings.previous].compactMap(\.self), to: &writer)
            list([siblings.next].compactMap(\.self), to: &writer)
        case .places(let index):
            writer.list(album.places(of: index)) { writer, place in
                list([place.album], to: &writer)
                writer.text(place.chapter.map { "\($0.number) \($0.anchor) \($0.title)" })
                list([place.previous].compactMap(\.self), to: &writer)
                list([place.next].compactMap(\.self), to: &writer)
            }
        case .faults(let index): writer.texts(parts.faults(index))
        case .books(let index): writer.texts(parts.books(index))
        case .changes(let index):
            writer.optional(facts.changes[index]) { $1.write(to: &$0) }
            writer.text(facts.firstEdition(of: index)?.description)
        default: preconditionFailure("\(question) is no question about a material")
        }
    }

    private func writeNamed(_ question: Question, to writer: inout ByteWriter) {
        switch question {
        case .named(let text, let kind, let root):
            switch catalog.directory.resolve(text, kind: kind, from: root) {
            case .one(let index): list([index], to: &writer)
            case .several(let indices): list(indices, to: &writer)
            case .none: break
            }
            writer.flag(catalog.directory.isLeftOut(text, from: root))
            writer.text(catalog.directory.withdrawn(text, kind: kind, from: root).map { $0.title ?? text })
        case .path(let path):
            list([catalog.directory.target(ofPath: path)].compactMap(\.self), to: &writer)
            writer.flag(catalog.directory.isLeftOut(path: path))
            writer.optional(catalog.directory.withdrawn(ofPath: path)) { $0.text($1.title) }
        case .citation(let number):
            writer.list(facts.filler.citations.knownDocuments(numbered: number)) { writer, known in
                list([known.material], to: &writer)
                known.write(to: &writer)
            }
        case .file(let path):
            writer.flag(facts.filler.resolver.isPage(SiteAddress(path)))
            writer.optional(facts.fileSizes[path]) { $0.number($1) }
            writer.flag(refusedFiles.contains(path))
            writer.optional(facts.filler.resolver.pictureSizes[path]) { writer, size in
                writer.number(size.width)
                writer.number(size.height)
            }
        case .fileText(let path): writer.optional(facts.fileTexts.stamps[path]) { $0.word($1) }
        default: preconditionFailure("\(question) names nothing")
        }
    }

    private func writeWhole(_ question: Question, to writer: inout ByteWriter) {
        switch question {
        case .axes:
            for coverage in [facts.coverage, facts.regionCoverage] {
                writer.optional(coverage) { writer, coverage in
                    writer.text(catalog.vocabularies[coverage.rowVocabulary].id.rawValue)
                    writer.text(catalog.vocabularies[coverage.columnVocabulary].id.rawValue)
                }
            }
            writer.flag(album.hasSeveralPlaces)
        case .measure: writer.optional(facts.coverage) { $0.text($1.telling.rawValue) }
        case .coverage:
            for coverage in [facts.coverage, facts.regionCoverage] {
                writer.optional(coverage) { write($1, to: &$0) }
            }
        case .rows: writer.list(facts.rows.rows) { write($1, to: &$0) }
        case .rowTally: writer.flag(album.hasManyRows)
        case .albums:
            writer.list(facts.albums) { writer, album in
                list([album.album], to: &writer)
                writer.list(album.chapters) { writer, chapter in
                    writer.text(chapter.title)
                    writer.text(chapter.anchor)
                    writer.optional(chapter.direction) { entry($1, to: &$0) }
                    list(chapter.materials, to: &writer)
                    list(chapter.related, to: &writer)
                    writer.list(chapter.withdrawn) { $0.text($1) }
                }
            }
        case .binding(let region): list(album.binding(in: region), to: &writer)
        default: preconditionFailure("\(question) is no question about the whole")
        }
    }

    /// What is asked of an entry besides what it says itself.
    private func write(_ question: Question, of reference: EntryReference, to writer: inout ByteWriter) {
        switch question {
        case .materials: list(album.materials(of: reference), to: &writer)
        case .listed: list(album.listed(of: reference), to: &writer)
        case .covered:
            for coverage in [facts.coverage, facts.regionCoverage].compactMap(\.self)
            where coverage.rowVocabulary == reference.vocabulary {
                write(row: reference.entry, of: coverage, to: &writer)
            }
        case .leading(_, let rows):
            for coverage in [facts.coverage, facts.regionCoverage].compactMap(\.self)
            where coverage.rowVocabulary == rows {
                writer.list(coverage.leading(column: reference.entry)) { writer, leading in
                    entry(EntryReference(vocabulary: coverage.rowVocabulary, entry: leading.row), to: &writer)
                    writer.number(leading.count)
                }
            }
        case .municipalities:
            writer.list(album.municipalities(of: reference)) { writer, position in
                guard let rows = facts.coverage?.rowVocabulary else { return }
                entry(EntryReference(vocabulary: rows, entry: position), to: &writer)
            }
        case .due: writer.list(album.rows(of: reference).rows) { write($1, to: &$0) }
        default: preconditionFailure("\(question) is no question about an entry")
        }
    }

    // MARK: Parts

    /// Paths and kinds of materials.
    private func list(_ materials: [MaterialIndex], to writer: inout ByteWriter) {
        writer.list(materials) { writer, index in writer.word(identities[index]) }
    }

    private func entry(_ reference: EntryReference, to writer: inout ByteWriter) {
        writer.text(catalog.vocabularies[reference.vocabulary].id.rawValue)
        writer.text(catalog.schema.entry(reference).id.rawValue)
    }

    private func write(_ listing: MaterialDirectory.Listing, to writer: inout ByteWriter) {
        writer.texts([listing.id.rawValue, catalog.kinds[listing.kind].id.rawValue, listing.title, listing.path])
        writer.text(listing.address.text)
        writer.flag(listing.isDraft)
    }

    private func writeHistory(of reference: EntryReference, to writer: inout ByteWriter) {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        let history = vocabulary.history(of: reference.entry)
        writer.list(history.names) { writer, name in
            writer.text(name.text)
            writer.optional(name.valid?.from)
            writer.optional(name.valid?.to)
        }
        writer.text(history.successor.map { vocabulary.entries[$0].id.rawValue })
        writer.texts(history.predecessors.map { vocabulary.entries[$0].id.rawValue })
    }

    private func writeHead(of vocabulary: Vocabulary, to writer: inout ByteWriter) {
        writer.texts([vocabulary.id.rawValue, vocabulary.title])
        writer.texts([vocabulary.label.one, vocabulary.label.few, vocabulary.label.many])
        writer.text(vocabulary.description)
        writer.flag(vocabulary.isAxis)
        writer.flag(vocabulary.grows)
        writer.texts(vocabulary.sorts.flatMap { [$0.word, $0.type.rawValue] })
    }

    private func write(_ manner: Mention.Manner, to writer: inout ByteWriter) {
        switch manner {
        case .link: writer.byte(0)
        case .citation: writer.byte(1)
        case .field(let field, let inverse):
            writer.byte(2)
            writer.text(field.rawValue)
            writer.text(inverse)
        }
    }

    private func write(_ coverage: Coverage, to writer: inout ByteWriter) {
        let rows = catalog.vocabularies[coverage.rowVocabulary].entries.indices
        let columns = catalog.vocabularies[coverage.columnVocabulary].entries.indices
        for part in Coverage.Part.allCases {
            list(coverage.materials(part), to: &writer)
            list(coverage.unplaced(part), to: &writer)
            for column in columns { list(coverage.unplaced(part, column: column), to: &writer) }
        }
        for row in rows { write(row: row, of: coverage, to: &writer) }
    }

    private func write(row: EntryIndex, of coverage: Coverage, to writer: inout ByteWriter) {
        let columns = catalog.vocabularies[coverage.columnVocabulary].entries.indices
        for part in Coverage.Part.allCases {
            list(coverage.materials(part, row: row), to: &writer)
            for column in columns { list(coverage.materials(part, row: row, column: column), to: &writer) }
        }
    }

    private func write(_ row: CalendarRow, to writer: inout ByteWriter) {
        list([row.material], to: &writer)
        switch row.source {
        case .material:
            writer.text(row.name)
            writer.text(row.venue)
        case .row(let table, let anchor):
            writer.number(table)
            writer.texts([anchor, row.name])
        }
        writer.optional(row.period)
        writer.optional(row.facets.period)
        for parties in [row.facets.participants, row.facets.executors, row.facets.coExecutors] {
            writer.texts(parties.map(\.name))
            writer.list(parties.compactMap(\.entry)) { entry($1, to: &$0) }
        }
        writer.list(row.facets.axes) { entry($1, to: &$0) }
        writer.flag(row.facets.isDone)
        writer.flag(row.facets.isElsewhere)
        writer.texts(row.facets.mark.map { [$0.label, $0.text] } ?? [])
        writer.optional(row.facets.change) { writer, change in
            writer.text("\(change.state)")
            writer.text(change.remark)
        }
        writer.optional(row.result) { writer, cell in
            writer.optional(cell.value)
            writer.text(cell.html)
        }
    }
}

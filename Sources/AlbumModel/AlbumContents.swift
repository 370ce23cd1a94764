import Bodies
import Catalog

/// An album with its chapters, gathered: the order in which its materials are read.
package struct AlbumContents: Sendable {
    /// A chapter with its materials.
    package struct Chapter: Sendable {
        /// Its heading.
        package let title: String
        /// Its place on the album's page.
        package let anchor: String
        /// What it is about, where its row names a direction.
        package let direction: EntryReference?
        /// Positions of its materials, each once.
        package let materials: [MaterialIndex]
        /// Positions of what only is near its subject, each once and none of its own.
        package let related: [MaterialIndex]
        /// Titles of those that it names and that were withdrawn from publication, each once.
        package let withdrawn: [String]

        package init(
            title: String, anchor: String, direction: EntryReference?, materials: [MaterialIndex],
            related: [MaterialIndex], withdrawn: [String] = []
        ) {
            self.title = title
            self.anchor = anchor
            self.direction = direction
            self.materials = materials
            self.related = related
            self.withdrawn = withdrawn
        }
    }

    /// Position of the album itself.
    package let album: MaterialIndex
    /// In the order of its table.
    package let chapters: [Chapter]

    /// All materials in reading order; one that stands in several chapters counts at its first.
    package let readingOrder: [MaterialIndex]
    /// Place of each material in the reading order.
    package let places: [MaterialIndex: Int]

    /// Works out the reading order; O(materials).
    package init(album: MaterialIndex, chapters: [Chapter]) {
        self.album = album
        self.chapters = chapters
        var seen: Set<MaterialIndex> = []
        readingOrder = chapters.flatMap(\.materials).filter { seen.insert($0).inserted }
        places = Dictionary(uniqueKeysWithValues: readingOrder.enumerated().map { ($1, $0) })
    }

    /// The albums of a catalog: every material with a table that declares the view `chapters`.
    ///
    /// A chapter gathers the materials it names and those that name the album in a field which refers to its kind and
    /// whose directions hold the chapter's. What the column `related` names stands apart: it is no part of the album,
    /// is not counted, has no place in the reading order and is not printed.
    package static func all(
        _ catalog: AlbumCatalog, _ compiled: PerMaterial<CompiledMaterial>, published: Set<MaterialIndex>
    )
        -> [AlbumContents]
    {
        let members = members(catalog, published)
        return compiled.indices.compactMap { index in
            guard published.contains(index) else { return nil }
            let kind = catalog.kind(of: catalog.materials[index])
            let tables = compiled[index].tables.filter { kind.tables[$0.definition].views.contains(.chapters) }
            guard !tables.isEmpty else { return nil }
            let chapters = tables.flatMap { table in
                table.records.map {
                    chapter($0, table, kind.tables[table.definition], members[index] ?? [], catalog, published)
                }
            }
            return AlbumContents(album: index, chapters: chapters)
        }
    }

    /// Materials by the album that they name in a field which refers to a kind with chapters.
    private static func members(_ catalog: AlbumCatalog, _ published: Set<MaterialIndex>) -> [MaterialIndex:
        [MaterialIndex]]
    {
        let albums = Set(catalog.kinds.filter(\.hasChapters).map(\.id))
        let fields = catalog.kinds.mapped { kind in
            kind.fields.filter { field in albums.contains { field.type.refers(to: $0) } }.map(\.id)
        }
        var result: [MaterialIndex: [MaterialIndex]] = [:]
        for index in published.sorted() {
            let material = catalog.materials[index]
            for field in fields[material.kind] {
                for album in catalog.materials(namedIn: field, of: material) {
                    result[album, default: []].append(index)
                }
            }
        }
        return result
    }

    private static func chapter(
        _ row: CompiledTable.Row, _ table: CompiledTable, _ definition: TableDefinition, _ members: [MaterialIndex],
        _ catalog: AlbumCatalog, _ published: Set<MaterialIndex>
    ) -> Chapter {
        func cell(_ id: FieldID) -> CompiledTable.Cell? {
            table.column(id, of: definition).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
        }
        var direction: EntryReference?
        if case .entries(let entries)? = cell(RowColumn.direction.id)?.value { direction = entries.first }
        var materials = catalog.materials(namedBy: cell(RowColumn.materials.id)?.value).filter {
            published.contains($0)
        }
        if let direction {
            for member in members
            where catalog.materials[member].axes.contains(direction) && !materials.contains(member) {
                materials.append(member)
            }
        }
        let related = catalog.materials(namedBy: cell(RowColumn.related.id)?.value)
            .filter { published.contains($0) && !materials.contains($0) }
        var withdrawn: [String] = []
        for column in [RowColumn.materials, .related] {
            for name in catalog.shown(of: cell(column.id)?.value) {
                if case .withdrawn(let title) = name, !withdrawn.contains(title) { withdrawn.append(title) }
            }
        }
        return Chapter(
            title: cell(definition.key)?.text ?? "", anchor: row.anchor, direction: direction, materials: materials,
            related: related, withdrawn: withdrawn)
    }
}

extension FieldType {
    /// Whether it names materials of one kind.
    fileprivate func refers(to kind: KindID) -> Bool {
        switch self {
        case .reference(.kind(let id)), .references(.kind(let id)): id == kind
        default: false
        }
    }
}

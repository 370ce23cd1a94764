import Catalog
import Editing
import Formats
import Languages
import Preview
import SiteBuilder

// What scripts are told of the tables of a text. Places count UTF-16 units from the beginning of the text, as scripts count.
extension SiteDesk {
    static func write(
        _ grids: [Grid], _ text: EditableMaterial, _ catalog: AlbumCatalog, _ language: Language,
        to json: inout JSONWriter
    ) {
        var units = UnitCount(text)
        for grid in grids {
            let concerns = GridConcerns(grid, path: text.draft.listing.path, catalog, language)
            json.object { json in
                json.member("id", grid.id)
                json.member("definition", grid.definition?.id ?? "")
                json.member("caption", grid.caption)
                json.member("start", units.count(to: grid.range.lowerBound))
                json.key("columns")
                json.array { json in grid.columns.forEach { write($0, to: &json) } }
                write(lacking: grid.lacking, of: grid.definition, to: &json)
                json.key("rows")
                json.array { json in
                    for row in grid.rows {
                        let whom = concerns?.text(of: row)
                        json.array { json in
                            for (place, cell) in row.cells.enumerated() {
                                let note = whom.flatMap { $0.column == place ? $0.text : nil }
                                write(cell, note, &units, catalog, language, to: &json)
                            }
                        }
                    }
                }
                json.key("roles")
                json.strings(grid.rows.map { $0.role.map(name) ?? "" })
                json.member("end", units.count(to: grid.range.upperBound))
            }
        }
    }

    /// The columns that a table may get, as its kind knows them: each with what it is for, and those that stand before it.
    static func write(lacking fields: [FieldDefinition], of definition: TableDefinition?, to json: inout JSONWriter) {
        json.key("lacking")
        json.array { json in
            for field in fields {
                let column = Grid.Column(id: field.id.rawValue, names: [field.label] + field.aliases, field: field)
                write(column, to: &json) { json in
                    json.member("help", field.help ?? "")
                    json.key("behind")
                    json.strings((definition?.columns.prefix { $0.id != field.id } ?? []).map(\.id.rawValue))
                }
            }
        }
    }

    static func write(
        _ column: Grid.Column, to json: inout JSONWriter, _ further: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.object { json in
            further(&json)
            json.member("id", column.id)
            json.member("label", column.names[0])
            json.key("names")
            json.strings(column.names)
            json.member("picks", column.field.map { $0.type.isPicked } ?? false)
            json.member("holdsSeveral", column.field.map { $0.type.holdsSeveral } ?? false)
        }
    }

    /// - Parameter note: whom its row concerns, where it decides that.
    private static func write(
        _ cell: Grid.Cell, _ note: String?, _ units: inout UnitCount, _ catalog: AlbumCatalog, _ language: Language,
        to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("text", cell.text)
            json.member("start", units.count(to: cell.range.lowerBound))
            json.member("end", units.count(to: cell.range.upperBound))
            let term = cell.value.flatMap { Self.understood($0, language) }
            if let term, term != cell.text { json.member("understood", term) }
            if let note { json.member("concerns", note) }
            if let titles = cell.value.flatMap({ titles($0, catalog) }), titles != cell.text {
                json.member("named", titles)
            }
        }
    }

    /// The titles of the materials that a cell names; nothing where one of them is not known.
    private static func titles(_ value: FieldValue, _ catalog: AlbumCatalog) -> String? {
        guard case .materials(let names) = value, !names.isEmpty else { return nil }
        let titles = names.compactMap { name in
            if case .one(let index) = catalog.directory.resolve(name.text, kind: name.kind) {
                catalog.directory.listings[index].title
            } else {
                nil
            }
        }
        return titles.count == names.count ? titles.joined(separator: "; ") : nil
    }

    /// How a term or a day is understood; nothing of other values.
    private static func understood(_ value: FieldValue, _ language: Language) -> String? {
        switch value {
        case .period(let period): period.isUnderstood ? understood(period, language) : nil
        case .date(let day): day.numeric
        default: nil
        }
    }

    static func write(_ offers: [GridOffer], _ text: EditableMaterial, to json: inout JSONWriter) {
        for offer in offers {
            var units = UnitCount(text)
            json.object { json in
                json.member("caption", offer.caption)
                json.member("at", units.count(to: offer.offset))
                json.member("text", offer.text)
            }
        }
    }

    /// A role as scripts and styles call it.
    static func name(_ role: RowRole) -> String {
        switch role {
        case .record: "record"
        case .section: "section"
        case .total: "total"
        case .numbering: "numbering"
        case .head: "head"
        case .footer: "footer"
        case .text: "text"
        }
    }

    /// Counts on from one place to the next: they come in the order of the text.
    private struct UnitCount {
        private let text: EditableMaterial
        private var offset: Int
        private var units = 0

        init(_ text: EditableMaterial) {
            self.text = text
            offset = text.draft.body.lowerBound
        }

        mutating func count(to next: Int) -> Int {
            units += text.raw.file.text(offset..<next).utf16.count
            offset = next
            return units
        }
    }
}

// What may be picked for a cell.
extension SiteDesk {
    /// The names that a column of a table takes, as JSON; asked once for each column.
    func names(_ query: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        let schema = site.catalog.schema
        guard let kind = kind(of: FormKey(query["key"] ?? ""), site),
            let column = kind.tables.first(where: { $0.id == query["table"] })?.columns.first(where: {
                $0.id.rawValue == query["column"]
            })
        else { return plain(404, .notThere) }
        var json = JSONWriter()
        json.strings(whole(of: column, schema) + Self.names(of: column.type, schema, site))
        return Self.json(200, json)
    }

    /// «все» and «все городские округа», where a column takes them.
    private func whole(of column: FieldDefinition, _ schema: Schema) -> [String] {
        guard column.acceptsAll, let list = column.type.vocabulary.flatMap(schema.vocabulary) else { return [] }
        let all = EntryReach.word.text(language)
        return [all] + schema.vocabularies[list].sortNames.map { "\(all) \($0)" }
    }

    private static func names(of type: FieldType, _ schema: Schema, _ site: SiteFiles) -> [String] {
        switch type {
        case .choice(let choices): choices.map(\.label)
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            schema.vocabulary(id).map { schema.vocabularies[$0].entries.map(\.name) } ?? []
        case .reference(.kind(let id)), .references(.kind(let id)):
            site.catalog.materials.filter { site.catalog.kinds[$0.kind].extends(id) }.map(\.title)
        case .reference(.anyMaterial), .references(.anyMaterial): site.catalog.materials.map(\.title)
        default: []
        }
    }
}

extension FieldType {
    /// Whether its values are picked from a list.
    var isPicked: Bool {
        switch self {
        case .choice, .reference, .references: true
        default: false
        }
    }
}

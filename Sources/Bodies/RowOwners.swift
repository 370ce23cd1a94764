import Catalog
import Diagnostics

/// Rows of a plan of some municipalities that others alone carry out: such a row stands in the calendars of the plan's
/// municipalities and of no other, which is told at its cell.
struct RowOwners {
    let table: RecordTable
    let definition: TableDefinition
    let file: SourceFile
    let material: Material
    let schema: Schema
    /// The vocabulary of municipalities.
    let places: VocabularyIndex

    /// O(cells of the executors); nothing is looked at of a plan that names no municipality.
    func diagnostics() -> [Diagnostic] {
        guard definition.views.contains(.calendar), let executors = column(.executors) else { return [] }
        let own = Set(material.axes.filter { $0.vocabulary == places }.map(\.entry))
        guard !own.isEmpty, let field = schema.kinds[material.kind].fields.first(where: isOfPlaces) else { return [] }
        let (participants, concerns) = (column(.participants), column(.concerns))
        let vocabulary = schema.vocabularies[places]
        return table.records.compactMap { row in
            guard row.role == .record, row.cells.count == table.columns.count,
                concerns.flatMap({ row.cells[$0].value }) == nil,
                let whose = owners(row.cells[executors].value), whose.allSatisfy({ !own.contains($0) }),
                // Who takes part may be of the plan all the same.
                !(participants.flatMap { owners(row.cells[$0].value) } ?? []).contains(where: own.contains)
            else { return nil }
            func names(_ entries: some Sequence<EntryIndex>) -> String {
                entries.map { vocabulary.entries[$0].distinctName }.joined(separator: ", ")
            }
            return Diagnostic(
                .rowOfOthers, [names(whose), names(own.sorted()), field.label],
                at: SourceLocation(file, row.cells[executors].range))
        }
    }

    private func column(_ column: RowColumn) -> Int? { definition.column(column.id).flatMap { table.column($0) } }

    private func isOfPlaces(_ field: FieldDefinition) -> Bool {
        guard case .references(.vocabulary(let id)) = field.type else { return false }
        return id == schema.vocabularies[places].id
    }

    /// The municipalities whose all of a cell are; nothing where one may be somebody else's, or nobody is named.
    private func owners(_ value: FieldValue?) -> [EntryIndex]? {
        let vocabulary = schema.vocabularies[places]
        func owners(_ name: String) -> [EntryIndex]? {
            switch vocabulary.resolve(name) {
            case .one(let entry): return [entry]
            case .several: return nil
            case .none: break
            }
            guard case .known(let found, _) = vocabulary.mentions(in: name), found.allSatisfy({ $0.count == 1 }) else {
                return nil
            }
            return found.flatMap(\.self)
        }
        let all: [[EntryIndex]?] =
            switch value {
            case .list(let items): items.map(owners)
            case .text(let text), .markdown(let text): [owners(text)]
            case .entries(let entries): entries.map { $0.vocabulary == places ? [$0.entry] : nil }
            default: []
            }
        guard !all.isEmpty, !all.contains(where: { $0 == nil }) else { return nil }
        var seen: Set<EntryIndex> = []
        return all.compactMap(\.self).flatMap(\.self).filter { seen.insert($0).inserted }
    }
}

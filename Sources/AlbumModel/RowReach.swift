import Bodies
import Catalog
import Diagnostics

/// Whom the rows of a roadmap concern, where an editor may have meant others: a name is told once for each material, at the
/// first cell that has it.
package enum RowReach {
    /// - Parameters:
    ///   - rows: those of one material.
    ///   - compiled: its tables.
    ///   - places: the list of municipalities.
    ///   - location: of the material.
    package static func diagnostics(
        _ rows: [CalendarRow], of material: Material, _ compiled: CompiledMaterial, _ catalog: AlbumCatalog,
        places: VocabularyIndex?, at location: SourceLocation
    ) -> [Diagnostic] {
        guard let places else { return [] }
        // A row that says whom it concerns needs no reading of its other words.
        let rows = rows.filter { !$0.facets.saysWhom }
        let kind = catalog.kind(of: material)
        return elsewhere(rows, compiled, kind, catalog, places, at: location)
            + unsorted(rows, compiled, kind, catalog, at: location)
            + unclear(rows, compiled, kind, places, at: location)
            + common(rows, of: material, catalog, places, at: location)
    }

    private static func elsewhere(
        _ rows: [CalendarRow], _ compiled: CompiledMaterial, _ kind: Kind, _ catalog: AlbumCatalog,
        _ places: VocabularyIndex, at location: SourceLocation
    ) -> [Diagnostic] {
        var told: Set<String> = []
        // Rows that nobody sees as his own first: they tell the most of a name.
        let ordered = rows.filter(\.facets.isElsewhere) + rows.filter { !$0.facets.isElsewhere }
        return ordered.flatMap { row in
            zip(RowColumn.people, [row.facets.participants, row.facets.executors, row.facets.coExecutors])
                .flatMap { column, people in
                    people.filter { party in
                        // A settlement beside a municipality is taken for one of it: «с. Шуйское, Междуреченский округ».
                        party.whose != .locals || row.facets.isCommon(to: places)
                    }.flatMap(\.unknown).filter { told.insert($0).inserted }.map { name in
                        let code: DiagnosticCode =
                            row.facets.isElsewhere
                            ? .placeElsewhere
                            : row.facets.isCommon(to: places) ? .placeElsewhereCommon : .placeElsewhereBeside
                        return Diagnostic(
                            code, [name], at: cell(column, of: row, compiled, kind, location.path) ?? location,
                            candidates: catalog.schema.vocabularies[places].near(name))
                    }
                }
        }
    }

    /// Those that a word for a sort may mean and nobody can say it of, «городские округа»: at the first cell that has such a word.
    private static func unsorted(
        _ rows: [CalendarRow], _ compiled: CompiledMaterial, _ kind: Kind, _ catalog: AlbumCatalog,
        at location: SourceLocation
    ) -> [Diagnostic] {
        for row in rows {
            for (column, people) in zip(
                RowColumn.people, [row.facets.participants, row.facets.executors, row.facets.coExecutors])
            {
                guard let party = people.first(where: { !$0.unsorted.isEmpty }) else { continue }
                let names = party.unsorted.map { "«\(catalog.schema.entry($0).distinctName)»" }
                return [
                    Diagnostic(
                        .unsortedPlaces, [party.name, Self.list(names)],
                        at: cell(column, of: row, compiled, kind, location.path) ?? location)
                ]
            }
        }
        return []
    }

    /// Cells of rows that are everybody's, though nobody can say of their words whether they mean all.
    private static func unclear(
        _ rows: [CalendarRow], _ compiled: CompiledMaterial, _ kind: Kind, _ places: VocabularyIndex,
        at location: SourceLocation
    ) -> [Diagnostic] {
        let expressly = kind.tables.lazy.flatMap(\.columns).first { $0.id == RowColumn.concerns.id && $0.acceptsAll }
        var told: Set<String> = []
        return rows.filter { $0.facets.isCommon(to: places) }.flatMap { row in
            // Who only helps does not decide it.
            let facets = row.facets
            let executing: (RowColumn, [RowParty]) =
                facets.executors.isEmpty ? (.coExecutors, facets.coExecutors) : (.executors, facets.executors)
            return [(.participants, facets.participants), executing].flatMap { column, people in
                people.filter { $0.isUnclear && told.insert($0.name).inserted }.map { party in
                    let place = cell(column, of: row, compiled, kind, location.path) ?? location
                    return expressly.map { Diagnostic(.unclearReach, [party.name, $0.label], at: place) }
                        ?? Diagnostic(.unclearReachUnsaid, [party.name], at: place)
                }
            }
        }
    }

    /// The first of many, and how many there are besides.
    private static func list(_ names: [String]) -> String {
        names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " … (\(names.count))" : "")
    }

    /// Where a row names somebody; nothing for an event, which is no row.
    private static func cell(
        _ column: RowColumn, of row: CalendarRow, _ compiled: CompiledMaterial, _ kind: Kind, _ path: String
    ) -> SourceLocation? {
        guard case .row(let position, let anchor) = row.source else { return nil }
        let table = compiled.tables[position]
        let columns = RowColumn.people.filter { table.column($0.id, of: kind.tables[table.definition]) != nil }
        guard let row = table.rows.first(where: { $0.anchor == anchor }), let place = columns.firstIndex(of: column),
            row.people.indices.contains(place)
        else { return nil }
        let file: String =
            switch table.source {
            case .own: path
            case .table(let file): "content/" + file
            }
        return SourceLocation(path: file, range: row.people[place])
    }

    private static func common(
        _ rows: [CalendarRow], of material: Material, _ catalog: AlbumCatalog, _ places: VocabularyIndex,
        at location: SourceLocation
    ) -> [Diagnostic] {
        let vocabulary = catalog.schema.vocabularies[places]
        guard let field = catalog.kind(of: material).field(CoreField.region),
            catalog.wholeRegions(of: material).isEmpty,
            Set(vocabulary.shown.compactMap { vocabulary.entries[$0].region }).count > 1
        else { return [] }
        let common = rows.filter { row in
            guard case .row = row.source else { return false }
            return row.facets.isCommon(to: places)
        }
        return common.isEmpty ? [] : [Diagnostic(.commonToAll, [String(common.count), field.label], at: location)]
    }
}

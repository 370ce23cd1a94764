import Bodies
import Catalog
import Diagnostics

/// Whom the rows of a roadmap concern, where an editor may have meant others: a name that the list has not is told at each row,
/// words that leave it open once for each material, at the first cell that has them.
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
        rows.flatMap { row in
            // At each row, which is to be mended or is lost to somebody.
            var told: Set<String> = []
            let isCommon = row.facets.isCommon(to: places)
            let code: DiagnosticCode =
                row.facets.isElsewhere ? .placeElsewhere : isCommon ? .placeElsewhereCommon : .placeElsewhereBeside
            return people(of: row).flatMap { column, people -> [Diagnostic] in
                people.flatMap { party -> [(String, DiagnosticCode)] in
                    // A settlement beside a municipality is taken for one of it: «с. Шуйское, Междуреченский округ».
                    let unknown = party.whose != .locals || isCommon ? party.unknown : []
                    return unknown.map { ($0, code) } + party.unexcepted.map { ($0, .placeElsewhereExcepted) }
                }.filter { told.insert($0.0).inserted }.map { name, code in
                    Diagnostic(
                        code, [name], at: cell(column, of: row, compiled, kind, location.path) ?? location,
                        candidates: catalog.schema.vocabularies[places].near(name))
                }
            }
        }
    }

    /// Whom each of the columns of a row names.
    private static func people(of row: CalendarRow) -> [(column: RowColumn, people: [RowParty])] {
        Array(zip(RowColumn.people, [row.facets.participants, row.facets.executors, row.facets.coExecutors]))
    }

    /// Those that a word for a sort may mean and nobody can say it of, «городские округа»: at the first cell that has such a word.
    private static func unsorted(
        _ rows: [CalendarRow], _ compiled: CompiledMaterial, _ kind: Kind, _ catalog: AlbumCatalog,
        at location: SourceLocation
    ) -> [Diagnostic] {
        for row in rows {
            for (column, people) in people(of: row) {
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
    ///
    /// Whoever names municipalities beside such words, or says «все», has said whom they mean.
    private static func unclear(
        _ rows: [CalendarRow], _ compiled: CompiledMaterial, _ kind: Kind, _ places: VocabularyIndex,
        at location: SourceLocation
    ) -> [Diagnostic] {
        let expressly = kind.tables.lazy.flatMap(\.columns).first { $0.id == RowColumn.concerns.id && $0.acceptsAll }
        var told: Set<String> = []
        return rows.filter { $0.facets.isCommon(to: places) }.flatMap { row in
            // Who only helps does not decide it.
            let deciding = people(of: row).filter { $0.column != .coExecutors || row.facets.executors.isEmpty }
            return deciding.flatMap { column, people -> [Diagnostic] in
                guard !people.contains(where: { $0.whose == .everybody && !$0.isUnclear }) else { return [] }
                return people.filter { $0.isUnclear && told.insert($0.name).inserted }.map { party in
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
            row.source.table != nil && row.facets.isCommon(to: places)
        }
        return common.isEmpty ? [] : [Diagnostic(.commonToAll, [String(common.count), field.label], at: location)]
    }
}

import Catalog
import Diagnostics

/// Whom the rows of a roadmap concern, where an editor may have meant others: told once for each material.
package enum RowReach {
    /// - Parameters:
    ///   - rows: those of one material.
    ///   - places: the list of municipalities.
    ///   - location: of the material.
    package static func diagnostics(
        _ rows: [CalendarRow], of material: Material, _ catalog: AlbumCatalog, places: VocabularyIndex?,
        at location: SourceLocation
    ) -> [Diagnostic] {
        guard let places else { return [] }
        return elsewhere(rows, at: location) + common(rows, of: material, catalog, places, at: location)
    }

    private static func elsewhere(_ rows: [CalendarRow], at location: SourceLocation) -> [Diagnostic] {
        func names(_ rows: [CalendarRow]) -> [String] {
            var names: [String] = []
            for row in rows {
                let people = row.facets.participants + row.facets.executors + row.facets.coExecutors
                for party in people where party.namesElsewhere && !names.contains(party.name) {
                    names.append(party.name)
                }
            }
            return names
        }
        let nobodys = names(rows.filter(\.facets.isElsewhere))
        let beside = names(rows.filter { !$0.facets.isElsewhere }).filter { !nobodys.contains($0) }
        return [(DiagnosticCode.placeElsewhere, nobodys), (.placeElsewhereBeside, beside)].compactMap { code, names in
            names.isEmpty ? nil : Diagnostic(code, [names.joined(separator: "; ")], at: location)
        }
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

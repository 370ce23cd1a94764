import Catalog
import Diagnostics
import Languages
import OfficeFiles

/// Says which kind a source is of, by its headings, its tables and the words of its title.
struct KindGuess {
    /// Headings, bold lines and names before colons, as written.
    var names: [String] = []
    var tables: [ForeignTable] = []
    var title = ""

    /// The kind that fits better than any other; throws when there is none.
    ///
    /// O(kinds × (names + cells)).
    func kind(of schema: Schema) throws(ImportFailure) -> Kind {
        let kinds = Array(schema.kinds)
        let weights = kinds.map { weight(of: $0) + (isDocument($0, schema) ? 4 : 0) }
        let most = weights.max() ?? 0
        let best = kinds.indices.filter { weights[$0] == most }
        if most >= 4, best.count == 1 { return kinds[best[0]] }
        let near = most > 0 ? kinds.indices.filter { weights[$0] > 0 && weights[$0] * 2 >= most } : []
        let hint = near.isEmpty ? "" : " (" + near.map { kinds[$0].name.one }.joined(separator: ", ") + ")"
        let known = kinds.map { "\($0.id) (\($0.name.one))" }.joined(separator: ", ")
        throw ImportFailure(ImportReason.kindUnknown, [hint, known], isUsage: true)
    }

    /// Whether a line begins with a sort of documents that the kind tells apart: «ПРИКАЗ», «Письмо Министерства …».
    private func isDocument(_ kind: Kind, _ schema: Schema) -> Bool {
        guard let group = kind.roles.citation?.group, case .reference(.vocabulary(let id))? = kind.field(group)?.type,
            let position = schema.vocabulary(id)
        else { return false }
        return ([title] + names.prefix(3)).contains { line in
            guard let word = line.split(whereSeparator: \.isWhitespace).first else { return false }
            if case .one = schema.vocabularies[position].resolve(String(word)) { return true }
            return false
        }
    }

    private func weight(of kind: Kind) -> Int {
        let folded = Set(names.map { HeadingName.fold($0) })
        let sections = kind.sections.count { section in
            ([section.heading] + section.aliases).contains { folded.contains(HeadingName.fold($0)) }
        }
        let headings = kind.tables.count { table in folded.contains(where: table.isHeading) }
        let fits = tables.map { table -> Int in
            let table = TurnedTable(table, kind.tables)?.table ?? table
            guard let best = PlacedTable.best(of: kind.tables, for: table) else { return 0 }
            let share = best.fit.columns.count { $0.definition != nil || $0.isRowNumber || $0.title.isEmpty } * 2
            return best.fit.hasKey && share > best.fit.columns.count ? best.fit.knownCount : 0
        }
        let isNamed = NameFolding.fold(title).hasPrefix(NameFolding.fold(kind.name.one))
        return sections * 2 + headings * 2 + (fits.max() ?? 0) * 2 + (isNamed ? 3 : 0)
    }
}

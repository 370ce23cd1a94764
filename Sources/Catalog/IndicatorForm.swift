import Languages

/// In which of two forms a table tells of indicators, as its kind declares.
///
/// ```yaml
/// indicators: {headings: [Показатели], form: numbering, numberings: [number-139, number-293], columns: {…}}
/// values: {headings: [Значения показателей], form: values, measures: [plan, fact], year: year, columns: {…},
///          plan: plan, fact: fact, better: higher}
/// ```
/// By numbering a row says which indicator it is, by the numbers that one or more documents give it; by value it says
/// what was planned and reached in a year. A column of the one form in a table of the other is told.
package enum IndicatorForm: String, Sendable, CaseIterable {
    case numbering, values

    /// Tables of a kind, each of a form with the columns that only those of the other form have.
    static func knowingEachOther(_ tables: [TableDefinition]) -> [TableDefinition] {
        tables.map { table in
            var table = table
            guard let form = table.form else { return table }
            table.otherForm = tables.filter { $0.form != nil && $0.form != form }.map {
                OtherForm(id: $0.id, heading: $0.headings[0], names: FieldDefinition.names(of: $0.columns))
            }
            return table
        }
    }
}

/// A table of the same kind that tells of indicators in the other form.
struct OtherForm: Sendable {
    let id: String
    let heading: String
    fileprivate let names: [String: Int]

    fileprivate init(id: String, heading: String, names: [String: Int]) {
        (self.id, self.heading, self.names) = (id, heading, names)
    }

    /// Whether a head is a column of it.
    func hasColumn(named head: String) -> Bool {
        let folded = NameFolding.fold(head)
        return names[folded] != nil || names[HeadingName.bare(folded)] != nil
    }
}

/// Heads of a table that are columns of another one of the same kind, which is of the other form.
package struct OtherFormHeads: Sendable, Equatable {
    /// The id of that table.
    package let table: String
    /// Its usual heading.
    package let heading: String
    /// Positions of the heads, ascending; one at least.
    package let heads: [Int]
}

extension TableDefinition {
    /// Which heads are columns of a table of the other form and none of its own, by these tables in the order of the kind.
    ///
    /// A head goes with the first table that has it. O(heads × tables).
    package func headsOfOtherForm(_ heads: [String]) -> [OtherFormHeads] {
        var taken: Set<Int> = []
        return otherForm.compactMap { other in
            let found = heads.indices.filter { head in
                !taken.contains(head) && !heads[head].isEmpty && ColumnHeads.nearPosition(heads[head], self) == nil
                    && other.hasColumn(named: heads[head])
            }
            taken.formUnion(found)
            return found.isEmpty ? nil : OtherFormHeads(table: other.id, heading: other.heading, heads: found)
        }
    }
}

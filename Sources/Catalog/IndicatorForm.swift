import Languages

/// In which of two forms a table tells of indicators, as its kind declares.
///
/// ```yaml
/// indicators: {headings: [Показатели], form: numbering, numberings: [number-139, number-293], columns: {…}}
/// values: {headings: [Значения показателей], form: values, measures: [plan, fact], year: year, columns: {…}}
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
                OtherForm(heading: $0.headings[0], names: FieldDefinition.names(of: $0.columns))
            }
            return table
        }
    }
}

/// A table of the same kind that tells of indicators in the other form.
struct OtherForm: Sendable {
    let heading: String
    fileprivate let names: [String: Int]

    fileprivate init(heading: String, names: [String: Int]) { (self.heading, self.names) = (heading, names) }

    /// Whether a head is a column of it.
    func hasColumn(named head: String) -> Bool {
        let folded = NameFolding.fold(head)
        return names[folded] != nil || names[HeadingName.bare(folded)] != nil
    }
}

import Diagnostics

/// Which columns of a score sheet say what, as its kind declares.
///
/// ```yaml
/// points:
///   maximum: maximum                 how many points a position gives at most
///   parameters: [p1, p2]             what these points are made of; absent: every other column of numbers
///   penalty: penalty                 what is taken off, less than nothing
///   parent: parent                   the position in whose sum this one counts
///   level: level                     a number that is no points
///   stages: stages                   stages that share the points out evenly
///   meanings: {table: parameters, column: meaning}     the table that says what each parameter means
/// ```
/// What is not said has the id that stands here, so that a sheet of these columns needs no `points`.
package struct PointColumns: Sendable, Equatable {
    package private(set) var maximum: FieldID = "maximum"
    /// Nothing: every column of numbers that is none of the others.
    package private(set) var parameters: [FieldID]?
    package private(set) var penalty: FieldID = "penalty"
    package private(set) var parent: FieldID = "parent"
    package private(set) var level: FieldID = "level"
    package private(set) var stages: FieldID = "stages"
    /// The table in which parameters are explained by its key, and the column that does it.
    package private(set) var meaningsTable = "parameters"
    package private(set) var meaning: FieldID = "meaning"

    package init() {}

    /// Reads the key `points` of a table of these columns.
    init(_ node: YAMLNode, _ columns: [FieldDefinition], _ reader: inout SchemaReader) {
        reader.checkKeys(of: node, at: .points)
        let (ids, numbers) = (columns.map(\.id), columns.filter { $0.type == .number }.map(\.id))
        func take(_ key: String, among known: [FieldID], _ column: inout FieldID, _ reader: inout SchemaReader) {
            guard let name = reader.text(key, of: node) else { return }
            column = FieldID(name)
            guard !known.contains(column), let range = node[key: key]?.range else { return }
            Self.tell(name, at: range, among: known, &reader)
        }
        take("maximum", among: numbers, &maximum, &reader)
        take("penalty", among: numbers, &penalty, &reader)
        take("level", among: numbers, &level, &reader)
        take("parent", among: ids, &parent, &reader)
        take("stages", among: ids, &stages, &reader)
        if let named = node[key: "parameters"] {
            parameters = reader.texts("parameters", of: node).map { FieldID($0) }
            for item in named.items {
                if let name = item.text, !numbers.contains(FieldID(name)) {
                    Self.tell(name, at: item.range, among: numbers, &reader)
                }
            }
        }
        guard let meanings = node[key: "meanings"] else { return }
        reader.checkKeys(of: meanings, at: .meanings)
        meaningsTable = reader.requiredText("table", of: meanings) ?? meaningsTable
        meaning = reader.requiredText("column", of: meanings).map { FieldID($0) } ?? meaning
    }

    private static func tell(
        _ name: String, at range: Range<Int>, among known: [FieldID], _ reader: inout SchemaReader
    ) {
        reader.add(
            Diagnostic(
                reader.code.because(SchemaReason.unknownPointColumn), [name], at: SourceLocation(reader.file, range),
                candidates: NameSuggester(known.map(\.rawValue)).nearest(to: name)))
    }

    /// Whether a column of numbers holds a part of the points that a position gives.
    package func isParameter(_ field: FieldDefinition) -> Bool {
        guard field.type == .number else { return false }
        return parameters?.contains(field.id) ?? ![maximum, penalty, level].contains(field.id)
    }
}

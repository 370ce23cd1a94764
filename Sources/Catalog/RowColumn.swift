/// Columns of record tables that the program knows by their ids, since more is made of them than a cell.
///
/// A kind calls and types them as it likes; where it has none of that id, what is made of it is left out.
package enum RowColumn: String, CaseIterable, Sendable {
    /// Who takes part: a choice of the calendar's filter.
    case participants
    /// Who carries a row out: the same.
    case executors
    /// Who helps to: among the executors of the filter.
    case coExecutors = "co-executors"
    /// Whom a row is for, said expressly: then nobody else named in it says that.
    case concerns
    /// What is expected of a row: stands beside it in the calendar.
    case result
    /// Whether it has taken place, was called off or moved.
    case done
    /// Of values: what they are counted in; a percentage differs by points.
    case unit
    /// Of chapters: the direction whose materials belong to one.
    case direction
    /// Of chapters: what else stands in one.
    case materials
    /// Of chapters: what a reader finds beside it.
    case related

    /// Those that name people.
    package static let people: [RowColumn] = [.participants, .executors, .coExecutors]

    /// As a column's id.
    package var id: FieldID { FieldID(rawValue) }
}

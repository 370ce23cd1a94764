import Diagnostics

/// What pages tell of how materials were changed, as git has it: `history: да`, `history: subjects`.
package enum HistoryDepth: Sendable {
    case nothing
    /// Days, and how many changes.
    case days
    /// What each commit says of itself, too.
    case subjects

    /// A word that is none of them is told, and nothing is shown.
    static func read(_ root: YAMLNode, _ reader: inout SchemaReader) -> HistoryDepth {
        guard let node = root[key: "history"] else { return .nothing }
        if node.text == "subjects" { return .subjects }
        return reader.flag("history", of: root) ? .days : .nothing
    }
}

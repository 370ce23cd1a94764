import Diagnostics
import Editing

/// How the mistakes of one code are mended where one answer alone is right.
struct FixRule: Sendable {
    let code: DiagnosticCode
    /// Whether the text behind the mistake was not read at all, so that more may come to light once it is mended.
    let uncovers: Bool
    /// The changes; nothing where a person has to decide.
    let edits: @Sendable (Fault) -> [TextEdit]?

    init(_ code: DiagnosticCode, uncovers: Bool = false, _ edits: @escaping @Sendable (Fault) -> [TextEdit]?) {
        self.code = code
        self.uncovers = uncovers
        self.edits = edits
    }

    /// By the name of the code.
    static let all: [String: FixRule] = Dictionary(
        uniqueKeysWithValues: (ofFrontMatter + ofHeadings + ofLists + ofTables + ofMarks).map { ($0.code.name, $0) })
}

import AlbumMarkdown
import Catalog
import Diagnostics
import Linking

/// What the body of a material becomes: everything that later stages need, and nothing of the tree it came from.
struct CompiledMaterial: Sendable {
    /// A piece of the body, in order.
    enum Part: Sendable {
        case html(String)
        /// Position in `tables`.
        case table(Int)
        /// Position in `charts`.
        case chart(Int)
    }

    /// A link to a place on a page, checked when all pages are known.
    struct AnchorUse: Sendable {
        /// Position of the material.
        let target: Int
        let anchor: String
        let place: SourceLocation
    }

    var parts: [Part] = []
    var tables: [CompiledTable] = []
    /// Nothing in place of one whose record table is not there.
    var charts: [WrittenChart?] = []
    /// Headings of levels 2 and 3 as they stand on the page.
    var outline: [HeadingEntry] = []
    /// Every anchor that a link may name.
    var anchors: Set<String> = []
    var anchorUses: [AnchorUse] = []
    var mentions: [Mention] = []
    /// Abbreviations used, by position in the glossary; each once.
    var abbreviations: [Int] = []
    /// Paths below `content/` of pictures and attachments that the page needs.
    var files: Set<String> = []
    /// Paths below `content/` of files that its rows were read from.
    var sources: Set<String> = []
    /// Headings and text for the search.
    var headings: [String] = []
    var text = ""
    var diagnostics: [Diagnostic] = []
}

/// A record table, rendered.
struct CompiledTable: Sendable {
    struct Cell: Sendable {
        let value: FieldValue?
        let text: String
        let html: String
    }

    struct Row: Sendable {
        let anchor: String
        let cells: [Cell]
        let role: RowRole
    }

    /// Position in ``Kind/tables``.
    let definition: Int
    let id: String
    /// The heading it stands under.
    let caption: String
    let columns: [RecordTable.Column]
    /// All that is shown.
    let rows: [Row]

    /// The rows that are data: those that part the others or sum them up are not among them.
    var records: [Row] { rows.filter { $0.role == .record } }

    /// Position of a column by the id of its definition.
    func column(_ id: FieldID, of table: TableDefinition) -> Int? {
        guard let definition = table.column(id) else { return nil }
        return columns.firstIndex { $0.definition == definition }
    }
}

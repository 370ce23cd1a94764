import AlbumMarkdown
import Catalog
import Diagnostics
import Linking

/// What the body of a material becomes: everything that later stages need, and nothing of the tree it came from.
package struct CompiledMaterial: Sendable {
    /// A piece of the body, in order.
    package enum Part: Sendable {
        case html(String)
        /// Position in `tables`.
        case table(Int)
        /// Position in `charts`.
        case chart(Int)
    }

    /// A link to a place on a page, checked when all pages are known.
    package struct AnchorUse: Sendable {
        /// Position of the material.
        package let target: Int
        /// The place on its page.
        package let anchor: String
        /// Where the anchor is written.
        package let place: SourceLocation
    }

    /// HTML and what stands between, in order.
    package var parts: [Part] = []
    /// Record tables, in the order of their places.
    package var tables: [CompiledTable] = []
    /// Nothing in place of one whose record table is not there.
    package var charts: [WrittenChart?] = []
    /// Headings of levels 2 and 3 as they stand on the page.
    package var outline: [HeadingEntry] = []
    /// Every anchor that a link may name.
    package var anchors: Set<String> = []
    /// Links to places on pages.
    package var anchorUses: [AnchorUse] = []
    /// Materials that its text names, once for each time.
    package var mentions: [Mention] = []
    /// Abbreviations used, by position in the glossary; each once.
    package var abbreviations: [Int] = []
    /// Paths below `content/` of pictures and attachments that the page needs.
    package var files: Set<String> = []
    /// Paths below `content/` of files that its rows were read from.
    package var sources: Set<String> = []
    /// Headings and text for the search.
    package var headings: [String] = []
    /// All that is read on its page but the facts, for the search.
    package var text = ""
    /// What is wrong in it, in no order.
    package var diagnostics: [Diagnostic] = []
}

/// A record table, rendered.
package struct CompiledTable: Sendable {
    /// One cell, read by the type of its column.
    package struct Cell: Sendable {
        /// None in an empty cell, and where it is not as its type wants it.
        package let value: FieldValue?
        /// As written, without marks.
        package let text: String
        /// As its own page shows it.
        package let html: String

        package init(value: FieldValue?, text: String, html: String) {
            self.value = value
            self.text = text
            self.html = html
        }
    }

    /// One row as it is shown.
    package struct Row: Sendable {
        /// Its place on the page.
        package let anchor: String
        /// One for each column; rows that part others have one, rows with a fault another number.
        package let cells: [Cell]
        /// Whether it is data.
        package let role: RowRole

        package init(anchor: String, cells: [Cell], role: RowRole) {
            self.anchor = anchor
            self.cells = cells
            self.role = role
        }
    }

    /// Position in ``Kind/tables``.
    package let definition: Int
    /// Unique on the page; begins the anchors of its rows.
    package let id: String
    /// The heading it stands under.
    package let caption: String
    /// As its head has them, known and others.
    package let columns: [RecordTable.Column]
    /// All that is shown.
    package let rows: [Row]

    /// The rows that are data: those that part the others or sum them up are not among them.
    package var records: [Row] { rows.filter { $0.role == .record } }

    /// Position of a column by the id of its definition.
    package func column(_ id: FieldID, of table: TableDefinition) -> Int? {
        guard let definition = table.column(id) else { return nil }
        return columns.firstIndex { $0.definition == definition }
    }
}

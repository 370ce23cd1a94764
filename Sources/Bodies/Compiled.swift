import AlbumMarkdown
import Catalog
import Diagnostics
import Linking

/// What others need of the body of a material: its tables, links and anchors, and nothing of the tree it came from.
package struct CompiledMaterial: Sendable {
    /// A link, image or `[[…]]` in its text or in a cell.
    package struct Link: Sendable {
        package let written: WrittenLink
        /// Where its address stands.
        package let place: TextPlace
        /// Where the anchor stands in it; the address where it has none.
        package let anchorPlace: TextPlace
    }

    /// A run of text in which something may have to be marked.
    package struct Run: Sendable {
        package let run: MarkedRun
        /// The text it belongs to: abbreviations are explained once in each.
        package let text: TextSource
    }

    /// One of the texts that a material is made of.
    package enum TextSource: Sendable, Hashable {
        /// Its own file.
        case own
        /// A CSV file, by its path below `content/`.
        case table(String)
    }

    /// A place in one of them.
    package struct TextPlace: Sendable {
        package let source: TextSource
        /// Bytes of that file.
        package let range: Range<Int>
    }

    /// Record tables, in the order of their places.
    package var tables: [CompiledTable] = []
    /// Charts, in the order of their places.
    package var charts: [WrittenChart] = []
    /// Every anchor that a link may name.
    package var anchors: Set<String> = []
    /// All links as they are written: where they lead is found out when all materials are known.
    package var links: [Link] = []
    /// Runs that are marked then, in order.
    package var runs: [Run] = []
    /// Abbreviations used in texts of which no run may cite a document, by position in the glossary; each once.
    package var abbreviations: [EntryReference] = []
    /// Paths below `content/` of files that its rows were read from.
    package var sources: Set<String> = []
    /// Whether an address in it is told to be wrong, so that a file beside it may be the one that was meant.
    package var losesFiles = false
}

/// A record table, rendered.
package struct CompiledTable: Sendable {
    /// One cell, read by the type of its column.
    package struct Cell: Sendable {
        /// None in an empty cell, and where it is not as its type wants it.
        package let value: FieldValue?
        /// As written, without marks.
        package let text: String
        /// As a page shows it, with slots (``HTMLSlot``); names of entries and materials stand in their places.
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
        /// Where it says who does it and for whom, in the table's text: of each of ``RowColumn/people`` that the table has;
        /// none where no calendar shows it.
        package let people: [Range<Int>]

        package init(anchor: String, cells: [Cell], role: RowRole, people: [Range<Int>] = []) {
            self.anchor = anchor
            self.cells = cells
            self.role = role
            self.people = people
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
    /// The text that it stands in.
    package let source: CompiledMaterial.TextSource

    /// The rows that are data: those that part the others or sum them up are not among them.
    package var records: [Row] { rows.filter { $0.role == .record } }

    /// Position of a column by the id of its definition.
    package func column(_ id: FieldID, of table: TableDefinition) -> Int? {
        guard let definition = table.column(id) else { return nil }
        return columns.firstIndex { $0.definition == definition }
    }
}

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
    /// Whether a cell of its tables has a link among its words.
    package var hasLinksInCells = false
}

/// A record table, rendered.
package struct CompiledTable: Sendable {
    /// One cell, read by the type of its column.
    package struct Cell: Sendable {
        /// None in an empty cell, and where it is not as its type wants it.
        package private(set) var value: FieldValue?
        /// A piece of the words of a cell.
        package enum Piece: Sendable {
            case text(String)
            case name(BodyContent.NamedText)
        }

        /// The words of it, without marks: as written, and once all materials are known as readers see them, with titles of
        /// materials in place of their names (``BodyFiller/resolvingCells(of:in:)``).
        package private(set) var text: String
        /// Of which the words are made where links stand among them; none elsewhere.
        package let pieces: [Piece]
        /// As a page shows it, with slots (``HTMLSlot``); names of entries and materials stand in their places.
        package let html: String

        package init(value: FieldValue?, text: String, html: String, pieces: [Piece] = []) {
            self.value = value
            self.text = text
            self.html = html
            self.pieces = pieces
        }

        /// The same with the words that readers see.
        /// - Parameter shown: what stands for a name.
        func resolved(_ shown: (BodyContent.NamedText) -> String) -> Cell {
            if pieces.isEmpty { return self }
            var cell = self
            var items = [""]
            cell.text = ""
            for piece in pieces {
                switch piece {
                case .text(let text):
                    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
                    items[items.count - 1] += parts[0]
                    items += parts.dropFirst().map(String.init)
                    cell.text += text
                case .name(let name):
                    let words = shown(name)
                    items[items.count - 1] += words
                    cell.text += words
                }
            }
            switch value {
            case .text?: cell.value = .text(cell.text)
            case .markdown?: cell.value = .markdown(cell.text)
            case .list(let written)?:
                items = items.map(Self.trimmed).filter { !$0.isEmpty }
                // Where line ends part them, they are not to be told apart in the words.
                if items.count == written.count { cell.value = .list(items) }
            default: break
            }
            return cell
        }

        private static func trimmed(_ item: String) -> String {
            var item = Substring(item)
            while item.first == " " { item.removeFirst() }
            while item.last == " " { item.removeLast() }
            return String(item)
        }
    }

    /// One row as it is shown.
    package struct Row: Sendable {
        /// Its place on the page.
        package let anchor: String
        /// One for each column; rows that part others have one, rows with a fault another number.
        package fileprivate(set) var cells: [Cell]
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
    package internal(set) var rows: [Row]
    /// The text that it stands in.
    package let source: CompiledMaterial.TextSource

    /// The rows that are data: those that part the others or sum them up are not among them.
    package var records: [Row] { rows.filter { $0.role == .record } }

    /// The same with the words that readers see in its cells.
    /// - Parameter shown: what stands for a name.
    func resolved(_ shown: (BodyContent.NamedText) -> String) -> CompiledTable {
        var table = self
        for (row, content) in rows.enumerated() {
            for (place, cell) in content.cells.enumerated() where !cell.pieces.isEmpty {
                table.rows[row].cells[place] = cell.resolved(shown)
            }
        }
        return table
    }

    /// Position of a column by the id of its definition.
    package func column(_ id: FieldID, of table: TableDefinition) -> Int? {
        guard let definition = table.column(id) else { return nil }
        return columns.firstIndex { $0.definition == definition }
    }
}

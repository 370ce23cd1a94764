import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import SiteBuilder

/// A table in a CSV file as it stands in a form, not saved yet.
struct TypedTable: Sendable {
    /// As grids are named.
    let id: String
    /// Below `content/`.
    let path: String
    /// What the file would be.
    let bytes: [UInt8]
    private let caption: String
    private let text: TableFileText
    private let columns: [Grid.Column]
    /// Below the heads, empty ones too, which the file's reader passes over.
    private let rows: [[String]]
    /// Positions in ``rows`` of those that have words.
    private let filled: [Int]

    /// Nothing where it cannot be written.
    init?(_ file: SiteDesk.TableFile, _ old: TableFileText, rows: [[String]]) {
        do {
            bytes = try old.applying(rows)
        } catch {
            // Saving says so; until then there is nothing to look at.
            return nil
        }
        guard let text = TableFileText(bytes, path: "content/" + file.path, file.definition) else { return nil }
        (id, path, caption) = (file.id, file.path, file.definition.headings[0])
        (self.text, columns) = (text, file.columns(text.rows.first ?? []))
        self.rows = Array(rows.dropFirst())
        filled = self.rows.indices.filter { row in rows[row + 1].contains { !$0.isEmpty } }
    }

    /// The messages about its cells, each at its own; those about the whole file at the text of the form.
    func messages(_ diagnostics: [Diagnostic], _ language: Language) -> [FormMessage] {
        diagnostics.filter { $0.location.path == "content/" + path && FormMessages.isTold($0) }.sortedForPrinting().map
        {
            diagnostic in
            let cell = diagnostic.location.range.flatMap { text.cell(at: $0.lowerBound) }
            let place = cell.flatMap { cell in
                filled.indices.contains(cell.row - 1) ? "\(id)/\(filled[cell.row - 1])/\(columns[cell.column].id)" : nil
            }
            let said = diagnostic.code.formMessage.text(language, diagnostic.arguments)
            let isNamed = said.contains("«\(caption)»") || said.contains("\"\(caption)\"")
            let before =
                cell?.row == 0 && !isNamed ? PlaceWord.headOfTable.text(language, caption) + ": " : ""
            var message = FormMessage(
                place: place ?? "_body", code: diagnostic.code, severity: diagnostic.code.severity,
                text: FormMessages.sentence(before + said),
                remedy: FormMessages.sentence(diagnostic.code.formRemedy.text(language, diagnostic.arguments)),
                candidates: Self.candidates(diagnostic).map { FormMessage.Candidate(value: $0, label: $0) })
            if let cell, cell.row == 0 { message.head = "\(id)/\(columns[cell.column].id)" }
            return message
        }
    }

    /// Of a head that is nearly the name of a column that name too.
    private static func candidates(_ diagnostic: Diagnostic) -> [String] {
        guard diagnostic.code == .nearColumn, diagnostic.candidates.isEmpty else { return diagnostic.candidates }
        return Array(diagnostic.arguments.dropFirst().prefix(1))
    }

    /// How its terms are understood, as rows of cells.
    func write(_ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.key("rows")
            json.array { json in
                for row in rows {
                    json.array { json in
                        for (cell, column) in zip(row, columns) {
                            json.object { json in
                                guard column.field?.type == .period, !cell.isEmpty else { return }
                                let term = Period.parse(cell)
                                let understood = SiteDesk.understood(term, language)
                                if term.isUnderstood, understood != cell { json.member("understood", understood) }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension SiteDesk {
    /// The tables in files that a form holds.
    func typedTables(_ form: FormData, _ site: SiteFiles) throws(FileError) -> [TypedTable] {
        var tables: [TypedTable] = []
        for file in tableFiles(of: FormKey(form["_key"] ?? ""), site) {
            guard let typed = form["file.\(file.id)"] else { continue }
            let path = try Self.path(of: file.path)
            guard try root.entry(path) != nil,
                let old = TableFileText(try root.read(path), path: file.path, file.definition),
                let table = TypedTable(file, old, rows: Self.rows(ofPipes: typed))
            else { continue }
            tables.append(table)
        }
        return tables
    }

    /// The texts of a pipe table, the heads first: what ``pipes(_:)`` has written.
    static func rows(ofPipes text: String) -> [[String]] {
        let file = SourceFile(path: "", text: text)
        let document = MarkdownParser.parse(file: file, body: 0..<file.bytes.count).document
        let first = document.children(of: 0).first { node in
            if case .table = document.nodes[node].kind { true } else { false }
        }
        guard let table = first else { return [] }
        return document.children(of: table).map { row in
            document.children(of: row).map { cell in
                file.text(document.nodes[cell].range).replacing("\\|", with: "|").replacing("<br>", with: "\n")
            }
        }
    }
}

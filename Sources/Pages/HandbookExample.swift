import Catalog
import Theming

/// A file of a kind to begin with: its front matter, sections and tables, made of the schema.
///
/// ```
/// ---
/// draft: да
/// title: Название материала
/// format: квест-игра
/// ---
///
/// ## Цель
///
/// …
/// ```
/// It is a draft, as what `album new` makes, so that a sample that is pasted and left does not reach readers. A test
/// builds the example of every kind of the album's own site.
struct HandbookExample {
    let page: Page
    let kind: Kind
    /// Fields of this kind alone: of the others only the most usual are shown.
    let own: [FieldID]

    func text() -> String {
        var lines = ["---", "draft: \(page.wording.word(.yes))"]
        lines += kind.fields.filter(isShown).compactMap { field in
            value(of: field).map { "\(field.id.rawValue): \($0)" }
        }
        lines += ["---", ""]
        for section in kind.sections where table(under: section) == nil {
            lines += ["## \(section.heading)", "", "…", ""]
        }
        for table in kind.tables { lines += rows(of: table) }
        return lines.dropLast().joined(separator: "\n") + "\n"
    }

    private func isShown(_ field: FieldDefinition) -> Bool {
        if field.id == CoreField.id || field.id == CoreField.kind { return false }
        // A new document repeals none of the old ones by chance.
        if let roles = kind.roles.lifecycle, [roles.repeals, roles.repealedBy].contains(field.id) { return false }
        if field.isRequired || field.id == CoreField.date { return true }
        if case .references(.vocabulary(let id)) = field.type,
            id == page.album.configuration.coverageColumns || id == page.album.configuration.coverageRows
        {
            return true
        }
        return own.contains(field.id) && own.count < kind.fields.count
    }

    private func table(under section: SectionDefinition) -> TableDefinition? {
        let headings = Set([section.heading] + section.aliases)
        return kind.tables.first { !headings.isDisjoint(with: $0.headings) }
    }

    // MARK: Front matter

    private func value(of field: FieldDefinition) -> String? {
        switch field.type {
        case .text where field.id == CoreField.title: Self.scalar(page.wording.word(.handbookSampleTitle))
        case .text where field.id == CoreField.summary: Self.scalar(page.wording.word(.handbookSampleSummary))
        case .list, .references: samples(field.type).map { "[\($0.map(Self.scalar).joined(separator: ", "))]" }
        default: samples(field.type)?.first.map(Self.scalar)
        }
    }

    /// Values of a type that the checks take; nothing where only the editor knows one.
    private func samples(_ type: FieldType) -> [String]? {
        switch type {
        case .text, .markdown: ["…"]
        case .number: ["12"]
        case .share: ["85"]
        case .date, .period: ["2023-05-11"]
        case .flag: [page.wording.word(.yes)]
        case .choice(let choices): choices.first.map { [$0.label] }
        case .list: [page.wording.word(.handbookSampleFirst), page.wording.word(.handbookSampleSecond)]
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            page.album.catalog.vocabulary(id)?.entries.first.map { [$0.name] }
        case .reference(.kind(let id)), .references(.kind(let id)): material(of: id).map { [$0] }
        case .citation(let id): page.album.catalog.vocabulary(id)?.entries.first.map { [$0.id.rawValue] }
        case .reference(.anyMaterial), .references(.anyMaterial), .link, .image, .tableFiles: nil
        }
    }

    /// The file name of a published material of a kind, or of one that extends it.
    private func material(of id: KindID) -> String? {
        guard let kinds = page.album.catalog.schema.kind(id).map(page.album.catalog.schema.kinds(extending:)),
            let index = page.album.published.first(where: { kinds.contains(page.album.catalog.materials[$0].kind) })
        else { return nil }
        let path = page.album.catalog.materials[index].address.stem
        return path.split(separator: "/").last.map(String.init)
    }

    /// A value as YAML takes it: in quotes when it holds more than letters, digits, spaces, hyphens and full stops.
    static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x80 || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
        if isPlain && text.utf8.first != UInt8(ascii: "-") { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    // MARK: Tables

    private func rows(of table: TableDefinition) -> [String] {
        var points = table.views.contains(.scoreSheet) ? ["12"] : []
        let cells = table.columns.map { column in
            if table.views.contains(.scoreSheet), column.type == .number {
                return sample(column.id, table.sheet.points, &points)
            }
            return (samples(column.type) ?? []).joined(separator: "; ").replacing("|", with: "\\|")
        }
        return [
            "## \(table.headings.first ?? table.id)", "", line(table.columns.map(\.label)),
            "|" + String(repeating: "---|", count: table.columns.count), line(cells), "",
        ]
    }

    /// A number of a score sheet, so that its sums are right: the first parameter has all the points.
    private func sample(_ column: FieldID, _ columns: PointColumns, _ points: inout [String]) -> String {
        switch column {
        case columns.maximum: "12"
        case columns.level: "1"
        case columns.penalty: "−1"
        default: points.popLast() ?? ""
        }
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

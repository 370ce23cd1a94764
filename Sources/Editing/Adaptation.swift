import Catalog
import Diagnostics
import Formats
import Languages

/// A material of one's own that begins as a copy of another: what a form of it holds, and the text of a draft.
///
/// Taken over is what anybody can use: the text, the rows, fields of what it is about. Left out is what belongs to the one
/// material: dates, places, states, reviews, former addresses, files beside it, its source, and what its kind names under
/// `adaptable`. Tables that stand in CSV files come into the text, so that no two materials share one file. Terms keep
/// their years unless somebody says by how many they move; ``years`` are those that they name then.
package struct Adaptation: Sendable {
    /// How a copy differs from what it is made of.
    package struct Wish: Sendable {
        /// The name of one's own place, as an editor writes it; nothing: the field stays empty.
        package var place: String?
        /// By how many years terms and the title become later.
        package var later = 0

        package init(place: String? = nil, later: Int = 0) {
            self.place = place
            self.later = later
        }
    }

    /// A table of the material that stands in a file: its definition and the bytes of the file.
    package typealias TableFile = (definition: TableDefinition, path: String, bytes: [UInt8])

    package let kind: Kind
    /// What the copy says, in the order of the kind.
    package private(set) var fields: [(id: FieldID, value: FieldText)]
    /// The text behind the front matter.
    package let body: String
    /// Years that terms of the rows name.
    package let years: [Int]
    /// Fields that the material says and the copy does not, by their labels.
    package let left: [FieldDefinition]
    /// Whether the years are those of the model.
    package let keepsYears: Bool
    /// The places of the model.
    private let naming: PlaceNaming

    /// - Parameters:
    ///   - id: by which the copy names the material.
    ///   - places: the vocabulary of places of one's own: the rows of the coverage.
    package init(
        of material: EditableMaterial, _ id: MaterialID, _ wish: Wish, _ schema: Schema, places: VocabularyID,
        edition: CalendarDate, tables: [TableFile] = []
    ) {
        let kind = material.kind
        self.kind = kind
        var fields: [(id: FieldID, value: FieldText)] = []
        var left: [FieldDefinition] = []
        for field in kind.fields {
            if field.id == CoreField.basedOn {
                fields.append((field.id, .list([id.rawValue])))
            } else if Self.isOf(places, field) {
                if let place = wish.place {
                    fields.append((field.id, field.type.holdsSeveral ? .list([place]) : .text(place)))
                }
            } else if let value = material.text(of: field.id) {
                if Self.isTaken(field, kind, schema) {
                    fields.append((field.id, Self.later(value, field.id, by: wish.later)))
                } else {
                    left.append(field)
                }
            }
        }
        self.fields = fields
        self.left = left
        let former = kind.fields.filter { Self.isOf(places, $0) }.flatMap { material.items(of: $0.id).map(\.text) }
        naming = PlaceNaming(
            PlaceNaming.entries(former, of: places, schema),
            besides: PlaceNaming.entries([wish.place].compactMap(\.self), of: places, schema), schema)
        let shift = TermShift(material, schema, edition: edition)
        let inFiles = tables.map { ForeignRows($0) }
        years = Set(shift.years + inFiles.flatMap(\.years)).sorted().map { $0 + wish.later }
        keepsYears = wish.later == 0
        body = inFiles.reduce(shift.body(later: wish.later)) { $1.put(into: $0, later: wish.later) }
    }

    /// Whether a field names places of one's own.
    package static func isOf(_ places: VocabularyID, _ field: FieldDefinition) -> Bool {
        switch field.type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)): id == places
        default: false
        }
    }

    private static let own: Set<FieldID> = [
        CoreField.kind, CoreField.id, CoreField.date, CoreField.updated, CoreField.draft, CoreField.aliases,
        CoreField.attachments, CoreField.source, CoreField.tables, CoreField.region,
        // Where a thing was done says nothing of a copy.
        CoreField.level,
    ]

    private static func isTaken(_ field: FieldDefinition, _ kind: Kind, _ schema: Schema) -> Bool {
        if own.contains(field.id) || kind.adapting?.without.contains(field.id) == true { return false }
        let roles = kind.roles
        let states = [roles.review?.state, roles.review?.event] + [roles.citation?.number, roles.citation?.date]
        if states.contains(field.id) { return false }
        if let lifecycle = roles.lifecycle,
            [lifecycle.status, lifecycle.repeals, lifecycle.repealedBy].contains(field.id)
        {
            return false
        }
        return switch field.type {
        case .date, .citation, .tableFiles, .image: false
        // The time that its tables speak of moves with them.
        case .period: field.id == CoreField.period
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)): !isOfPlaces(id, schema)
        default: true
        }
    }

    /// Whether entries of a vocabulary stand in some place: schools, organisations.
    private static func isOfPlaces(_ id: VocabularyID, _ schema: Schema) -> Bool {
        schema.vocabulary(id).map { schema.vocabularies[$0].entries.contains { $0.municipality != nil } } ?? false
    }

    private static func later(_ value: FieldText, _ field: FieldID, by years: Int) -> FieldText {
        guard years != 0, field == CoreField.title || field == CoreField.period, case .text(let text) = value else {
            return value
        }
        return .text(Years(text).text(later: years))
    }

    /// What it is called.
    package var title: String? {
        guard case .text(let title)? = fields.first(where: { $0.id == CoreField.title })?.value else { return nil }
        return title
    }

    /// Where its title, other fields of words and text still name the place of the model.
    package var mentions: [PlaceMention] {
        let texts = fields.filter { $0.id != CoreField.basedOn }.flatMap { id, value in
            let texts = if case .text(let text) = value { [text] } else { [String]() }
            return texts.map { (kind.field(id)?.label ?? id.rawValue, $0) }
        }
        return naming.mentions(fields: texts, body: body)
    }

    /// The same under another title.
    package func titled(_ title: String) -> Adaptation {
        var result = self
        result.fields = fields.map { $0.id == CoreField.title ? ($0.id, .text(title)) : $0 }
        return result
    }

    // MARK: The file

    /// The text of a draft; what a new material of the kind is asked and the copy does not say stands there empty.
    package func text(_ language: Language) -> String {
        var lines = ["---"]
        for field in kind.fields {
            if let said = fields.first(where: { $0.id == field.id }) {
                lines.append("\(field.id): \(FrontMatterText.spelled(said.value))")
            } else if field.isRequired || kind.beginning.contains(field.id) {
                lines.append("\(field.id): ")
            }
        }
        if let note = note(language) { lines.append("# " + note) }
        lines += NewText.endOfDraft(language)
        let body = String(body.drop { $0.isNewline })
        return lines.joined(separator: "\n") + "\n" + body + (body.hasSuffix("\n") || body.isEmpty ? "" : "\n")
    }

    /// That terms name the years of the model, which have to be moved; nothing where none does.
    package func note(_ language: Language) -> String? {
        guard keepsYears, !years.isEmpty else { return nil }
        let named = years.map(String.init).joined(separator: ", ")
        return language.hasRussianMessages
            ? "Сроки в таблицах названы как в образце (\(named)): перенесите их на свои годы."
            : "Terms in the tables name the years of the model (\(named)): move them to your own."
    }
}

/// A table of a file, to stand in a text.
private struct ForeignRows {
    private let definition: TableDefinition
    private let rows: [[String]]
    /// Columns of terms.
    private let terms: [Int]

    init(_ table: Adaptation.TableFile) {
        definition = table.definition
        let rows = TableFileText(table.bytes, path: table.path, table.definition)?.rows ?? []
        self.rows = rows
        terms = (rows.first ?? []).indices.filter { column in
            table.definition.column(named: rows[0][column])
                .map { table.definition.columns[$0].type == .period } ?? false
        }
    }

    var years: [Int] {
        rows.dropFirst().flatMap { row in
            terms.filter { $0 < row.count }.flatMap { Years(row[$0]).all.map(\.year) }
        }
    }

    /// The text with the rows at the end of the section that the table's heading begins, or behind all under that heading.
    func put(into body: String, later years: Int) -> String {
        guard !rows.isEmpty else { return body }
        let lines = rows.enumerated().flatMap { place, row in
            let cells = row.enumerated().map { column, text in
                let moved = place > 0 && terms.contains(column) ? Years(text).text(later: years) : text
                return moved.replacing("|", with: "\\|").replacing("\r", with: "").replacing("\n", with: "<br>")
            }
            let line = "| " + cells.joined(separator: " | ") + " |"
            return place == 0 ? [line, "|" + String(repeating: "---|", count: row.count)] : [line]
        }.joined(separator: "\n")
        var text = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard
            let heading = text.firstIndex(where: { line in
                line.hasPrefix("#") && definition.isNamed(String(line.drop { $0 == "#" || $0 == " " }))
            })
        else {
            let start = body.isEmpty || body.hasSuffix("\n") ? body : body + "\n"
            return start + "\n## \(definition.headings[0])\n\n\(lines)\n"
        }
        let next = text[(heading + 1)...].firstIndex { $0.hasPrefix("#") } ?? text.endIndex
        var end = next
        while end > heading + 1, text[end - 1].isEmpty { end -= 1 }
        text.replaceSubrange(end..<next, with: ["", lines, ""])
        return text.joined(separator: "\n")
    }
}

import Diagnostics
import Languages

/// What readers enter into the rows of a record table that they work with: a score sheet or a worksheet.
///
/// ```yaml
/// criteria:
///   heading: Критерии отбора
///   columns: {name: {label: Критерий, type: markdown}}
///   views: [worksheet]
///   subject: {label: Муниципалитет, names: municipalities, another: Ещё один муниципалитет}
///                                                         for whom a sheet is filled in; names that are offered
///   entries:                                              what is entered for each row, in this order
///     state: {label: Есть ли, type: choice, choices: {ready: есть, partly: отчасти, missing: нет},
///             done: [ready], done-label: Подтверждено, open-label: Не хватает}
///     proof: {label: Чем подтвердим, type: text, help: Название документа}
///   leads: [album, model-decision]                        where a row leads that names an entry of an axis
/// ```
/// A score sheet has a `subject` and says under `points` which columns are what (``PointColumns``). The choices that `done` names settle a
/// row; a row with another one is what is left to do, and stands in the plan.
package struct SheetDefinition: Sendable {
    /// Something that is entered for each row.
    package struct Entry: Sendable {
        /// How it is entered.
        package enum Form: Sendable {
            case choice([FieldType.Choice])
            /// A text of one line.
            case text
            /// A text of several lines.
            case lines
            case date

            /// Ids of all that may be chosen.
            var choices: [String] {
                if case .choice(let choices) = self { choices.map(\.id) } else { [] }
            }
        }

        package let id: FieldID
        /// What readers see.
        package let label: String
        package let form: Form
        /// A sentence below the label.
        package let help: String?
        /// Ids of the choices that settle a row; none where the entry settles nothing.
        package let done: [String]
        /// How the settled rows are summed up: «Подтверждено».
        package let doneLabel: String?
        /// How those left to do are summed up: «Не хватает».
        package let openLabel: String?
    }

    /// For whom a sheet is filled in.
    package struct Subject: Sendable {
        /// What it is called: «Муниципалитет».
        package let label: String
        /// The vocabulary whose names are offered; any other text may be entered too.
        package let names: VocabularyID?
        /// What adds a sheet for another one: «Ещё один муниципалитет».
        package let another: String?
        /// Where the schema says so.
        let location: SourceLocation
    }

    /// Which columns of a score sheet say what.
    package internal(set) var points = PointColumns()
    package internal(set) var subject: Subject?
    package internal(set) var entries: [Entry] = []
    /// Kinds of materials to which a row leads that names an entry of an axis; of a kind with chapters, the chapters.
    package internal(set) var leads: [KindID] = []
    /// Where the schema names them.
    var leadsLocation: SourceLocation?

    package init() {}

    /// The entry that settles a row.
    package var deciding: Entry? { entries.first { !$0.done.isEmpty } }
}

/// Reads ``SheetDefinition`` from the keys `subject`, `entries` and `leads` of a table.
package enum SheetReader {
    /// Keys of a table that belong to it.
    static let keys = ["points", "subject", "entries", "leads"]
    /// The names of all forms of an entry.
    package static let forms = ["choice", "date", "lines", "text"]

    /// - Parameter node: the table.
    static func sheet(
        _ node: YAMLNode, _ views: Set<TableDefinition.View>, _ columns: [FieldDefinition],
        _ reader: inout SchemaReader
    ) -> SheetDefinition {
        var sheet = SheetDefinition()
        if let points = node[key: "points"] {
            sheet.points = PointColumns(points, columns, &reader)
            if !views.contains(.scoreSheet) { reader.report(SchemaReason.unusedSheetKey, "points", at: points.range) }
        }
        sheet.subject = subject(node[key: "subject"], &reader)
        sheet.entries = (node[key: "entries"]?.pairs ?? []).compactMap { entry($0, &reader) }
        sheet.leads = reader.texts("leads", of: node).map { KindID($0) }
        sheet.leadsLocation = node[key: "leads"].map { SourceLocation(reader.file, $0.range) }
        let isWorksheet = views.contains(.worksheet)
        for key in ["entries", "leads"] where !isWorksheet {
            if let range = node[key: key]?.range { reader.report(SchemaReason.unusedSheetKey, key, at: range) }
        }
        if let range = node[key: "subject"]?.range, !isWorksheet, !views.contains(.scoreSheet) {
            reader.report(SchemaReason.unusedSheetKey, "subject", at: range)
        }
        if isWorksheet, node[key: "entries"]?.pairs?.isEmpty ?? true {
            reader.report(SchemaReason.noSheetEntries, at: (node[key: "entries"] ?? node).range)
        }
        if isWorksheet, views.contains(.scoreSheet) {
            reader.report(SchemaReason.doubledSheet, at: node[key: "views"]?.range ?? node.range)
        }
        let deciding = (node[key: "entries"]?.pairs ?? []).filter { $0.value[key: "done"] != nil }
        for pair in deciding.dropFirst() { reader.report(SchemaReason.doubledDone, pair.key, at: pair.keyRange) }
        return sheet
    }

    private static func subject(_ node: YAMLNode?, _ reader: inout SchemaReader) -> SheetDefinition.Subject? {
        guard let node else { return nil }
        reader.checkKeys(of: node, at: .subject)
        guard let label = reader.requiredText("label", of: node) else { return nil }
        return SheetDefinition.Subject(
            label: label, names: reader.text("names", of: node).map { VocabularyID($0) },
            another: reader.text("another", of: node),
            location: SourceLocation(reader.file, node[key: "names"]?.range ?? node.range))
    }

    private static func entry(_ pair: YAMLNode.Pair, _ reader: inout SchemaReader) -> SheetDefinition.Entry? {
        guard reader.isIdentifier(pair.key, at: pair.keyRange) else { return nil }
        let node = pair.value
        reader.checkKeys(of: node, at: .entry)
        guard let label = reader.requiredText("label", of: node), let form = form(pair, &reader) else { return nil }
        var done: [String] = []
        if let named = node[key: "done"] {
            let choices = form.choices
            done = reader.texts("done", of: node).filter { choices.contains($0) }
            for item in named.items {
                guard let name = item.text, !choices.contains(name) else { continue }
                reader.add(
                    Diagnostic(
                        reader.code.because(SchemaReason.unknownState), [name],
                        at: SourceLocation(reader.file, item.range),
                        candidates: NameSuggester(choices).nearest(to: name)))
            }
        }
        for key in ["done-label", "open-label"] where node[key: "done"] == nil {
            if let range = node[key: key]?.range { reader.report(SchemaReason.missing, "done", at: range) }
        }
        return SheetDefinition.Entry(
            id: FieldID(pair.key), label: label, form: form, help: reader.text("help", of: node), done: done,
            doneLabel: reader.text("done-label", of: node), openLabel: reader.text("open-label", of: node))
    }

    private static func form(_ pair: YAMLNode.Pair, _ reader: inout SchemaReader) -> SheetDefinition.Entry.Form? {
        guard let name = reader.requiredText("type", of: pair.value) else { return nil }
        switch name {
        case "choice": return .choice(FieldReader.choices(pair.value, &reader))
        case "text": return .text
        case "lines": return .lines
        case "date": return .date
        default:
            reader.add(
                Diagnostic(
                    reader.code.because(SchemaReason.unknownType), [name],
                    at: SourceLocation(reader.file, pair.value[key: "type"]?.range ?? pair.keyRange),
                    candidates: NameSuggester(forms).nearest(to: name)))
            return nil
        }
    }
}

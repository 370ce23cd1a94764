import Diagnostics

/// Reads the record tables of a kind; their form is shown at ``TableDefinition``.
///
/// A table of a kind that extends another takes the place of the one of the same id. One that names no heading changes
/// it: columns of its own come to those that are there or replace them, and each key that it says replaces the other's.
enum TableReader {
    /// - Parameters:
    ///   - node: the key `tables`.
    ///   - base: the tables of the kind that is extended.
    static func tables(
        _ node: YAMLNode?, over base: [TableDefinition], _ reader: inout SchemaReader
    ) -> [TableDefinition] {
        var result = base
        for pair in node?.pairs ?? [] {
            let known = result.firstIndex { $0.id == pair.key }
            guard let table = table(pair, over: known.map { result[$0] }, &reader) else { continue }
            if let known { result[known] = table } else { result.append(table) }
        }
        return IndicatorForm.knowingEachOther(result)
    }

    /// A table without a heading is none: nothing in a text could be it.
    private static func table(
        _ pair: YAMLNode.Pair, over base: TableDefinition?, _ reader: inout SchemaReader
    ) -> TableDefinition? {
        let node = pair.value
        reader.checkKeys(of: node, at: .table)
        let headings = reader.texts("heading", of: node) + reader.texts("headings", of: node)
        let changed = headings.isEmpty ? base : nil
        guard !headings.isEmpty || changed != nil else {
            reader.report(SchemaReason.noHeading, pair.key, at: pair.keyRange)
            return nil
        }
        let views = node[key: "views"] == nil ? changed?.views ?? [] : views(node, &reader)
        let own = FieldReader.fields(node[key: "columns"], inTable: true, &reader)
        let columns =
            (changed?.columns ?? []).map { column in own.first { $0.id == column.id } ?? column }
            + own.filter { column in changed?.columns.contains { $0.id == column.id } != true }
        let key = reader.text("key", of: node).map { FieldID($0) } ?? changed?.key
        if let key, !columns.contains(where: { $0.id == key }) {
            reader.report(SchemaReason.unknownKey, key.rawValue, at: node[key: "key"]?.range ?? pair.keyRange)
        }
        var table = TableDefinition(
            id: pair.key, headings: changed?.headings ?? headings, key: key, columns: columns, views: views)
        let numbers = columns.filter { $0.type == .number }
        table.numberings =
            node[key: "numberings"] == nil
            ? changed?.numberings ?? []
            : named("numberings", node, numbers, SchemaReason.unknownNumbering, &reader)
        table.beginning =
            node[key: "new"] == nil
            ? beginning(of: changed, with: own) : named("new", node, columns, SchemaReason.unknownNewColumn, &reader)
        table.acceptsOtherColumns =
            node[key: "other-columns"] == nil
            ? changed?.acceptsOtherColumns ?? false : reader.flag("other-columns", of: node)
        readForm(of: &table, node, changed, &reader)
        if let changed, !SheetReader.keys.contains(where: { node[key: $0] != nil }) {
            table.sheet = changed.sheet
        } else {
            table.sheet = SheetReader.sheet(node, views, columns, &reader)
        }
        return table
    }

    /// What a new table begins with: the columns of the other one, and those that have come to it.
    private static func beginning(of base: TableDefinition?, with own: [FieldDefinition]) -> [FieldID] {
        guard let base, !base.beginning.isEmpty else { return [] }
        return base.beginning + own.map(\.id).filter { id in !base.columns.contains { $0.id == id } }
    }

    private static func views(_ node: YAMLNode, _ reader: inout SchemaReader) -> Set<TableDefinition.View> {
        var views: Set<TableDefinition.View> = []
        for name in reader.texts("views", of: node) {
            if let view = TableDefinition.View(rawValue: name) {
                views.insert(view)
            } else {
                reader.report(SchemaReason.unknownView, name, at: node.range)
            }
        }
        return views
    }

    // MARK: Indicators

    /// `form: numbering` with its `numberings`, or `form: values` with its `measures` and `year`.
    private static func readForm(
        of table: inout TableDefinition, _ node: YAMLNode, _ base: TableDefinition?, _ reader: inout SchemaReader
    ) {
        (table.form, table.measures, table.year) = (base?.form, base?.measures ?? [], base?.year)
        if let name = reader.text("form", of: node) {
            table.form = IndicatorForm(rawValue: name)
            if table.form == nil {
                let known = IndicatorForm.allCases.map(\.rawValue).joined(separator: ", ")
                reader.report(SchemaReason.unknownForm, name, known, at: node[key: "form"]?.range ?? node.range)
            }
        }
        if node[key: "measures"] != nil {
            table.measures = named("measures", node, table.columns, SchemaReason.unknownMeasure, &reader)
        }
        if node[key: "year"] != nil {
            table.year = named("year", node, table.columns, SchemaReason.unknownMeasure, &reader).first
        }
        readPlan(of: &table, node, base, &reader)
        let wanted = table.form.map { $0 == .numbering ? "numberings" : "measures" }
        if let wanted, (wanted == "measures" ? table.measures : table.numberings).isEmpty, node[key: wanted] == nil {
            reader.report(SchemaReason.missing, wanted, at: node[key: "form"]?.range ?? node.range)
        }
        for key in ["measures", "year", "plan", "fact", "better"] where table.form != .values {
            if let range = node[key: key]?.range { reader.report(SchemaReason.otherFormKey, key, "values", at: range) }
        }
        if table.form == .values, let range = node[key: "numberings"]?.range {
            reader.report(SchemaReason.otherFormKey, "numberings", "numbering", at: range)
        }
    }

    /// `plan: plan`, `fact: fact` and `better: higher`: what was planned and reached, and which value is the better one.
    private static func readPlan(
        of table: inout TableDefinition, _ node: YAMLNode, _ base: TableDefinition?, _ reader: inout SchemaReader
    ) {
        (table.planned, table.reached, table.better) = (base?.planned, base?.reached, base?.better)
        if node[key: "plan"] != nil {
            table.planned = named("plan", node, table.columns, SchemaReason.unknownMeasure, &reader).first
        }
        if node[key: "fact"] != nil {
            table.reached = named("fact", node, table.columns, SchemaReason.unknownMeasure, &reader).first
        }
        guard let name = reader.text("better", of: node) else { return }
        table.better = BetterValue(rawValue: name).map { .all($0) }
        if table.better == nil, let column = table.columns.first(where: { $0.id.rawValue == name }),
            case .choice(let choices) = column.type, choices.allSatisfy({ BetterValue(rawValue: $0.id) != nil })
        {
            table.better = .column(column.id)
        }
        if table.better == nil {
            reader.report(SchemaReason.unknownBetter, name, at: node[key: "better"]?.range ?? node.range)
        }
    }

    // MARK: Names of columns

    /// `numberings: [number-139, number-293]`, `new: [step, action]`: columns by their ids, each of those that may be
    /// named there.
    private static func named(
        _ key: String, _ table: YAMLNode, _ columns: [FieldDefinition], _ reason: Bilingual,
        _ reader: inout SchemaReader
    ) -> [FieldID] {
        let ids = columns.map(\.id.rawValue)
        for item in table[key: key]?.items ?? [] {
            guard let name = item.text, !ids.contains(name) else { continue }
            reader.add(
                Diagnostic(
                    .brokenKind.because(reason), [name], at: SourceLocation(reader.file, item.range),
                    candidates: NameSuggester(ids).nearest(to: name)))
        }
        return reader.texts(key, of: table).filter { ids.contains($0) }.map { FieldID($0) }
    }
}

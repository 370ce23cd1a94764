import Diagnostics
import Formats

/// Reads the fields of a draft into a ``Material``, now that everything they may refer to is known.
package enum MaterialReader {
    /// The material of a draft.
    ///
    /// Always one: a broken draft gives one without fields.
    package static func read(
        _ draft: MaterialDraft, schema: Schema, edition: CalendarDate
    ) -> (Material, [Diagnostic]) {
        guard let file = draft.file, let pairs = draft.root?.pairs, !draft.isBroken else {
            return (material(draft, fields: [], schema: schema), [])
        }
        var reader = FrontMatterFields(
            file: file, kind: schema.kinds[draft.listing.kind],
            values: ValueReader(
                schema: schema, file: file, edition: edition,
                day: day(pairs, schema.kinds[draft.listing.kind]), place: .field))
        let fields = reader.fields(pairs)
        let misplaced = misplaced(draft, pairs, reader.diagnostics, schema)
        let material = material(
            draft, fields: fields, tables: reader.tableFiles, schema: schema, isMisplaced: misplaced != nil)
        var found = misplaced ?? reader.diagnostics
        // A draft is known to be unfinished.
        found += reader.values.diagnostics
        found += unnamedRegion(of: material, file, schema).map { [$0] } ?? []
        if material.isDraft { found.removeAll { ofUnfinished.contains($0.code) } }
        return (material, found)
    }

    /// Of several regions one that decided something is to be named, or it holds for all of them.
    private static func unnamedRegion(of material: Material, _ file: SourceFile, _ schema: Schema) -> Diagnostic? {
        let kind = schema.kinds[material.kind]
        guard let regions = schema.vocabulary(RegionAxis.vocabulary), schema.vocabularies[regions].isAxis,
            schema.vocabularies[regions].entries.count > 1, kind.bindingLevels.contains(RegionAxis.level),
            !kind.roles.isAside, !material.axes.contains(where: { $0.vocabulary == regions }),
            let level = material.fields.first(where: { $0.id == CoreField.level }),
            case .entries(let entries) = level.value,
            let regional = entries.first(where: { schema.entry($0).id == RegionAxis.level })
        else { return nil }
        return Diagnostic(
            .unnamedRegion,
            [schema.entry(regional).name, schema.vocabularies[regions].entries.first?.name ?? ""],
            at: SourceLocation(file, level.places.first ?? 0..<3))
    }

    /// The first day that the front matter dates its material by, read before its fields are.
    private static func day(_ pairs: [YAMLNode.Pair], _ kind: Kind) -> CalendarDate? {
        let days = [CoreField.date, CoreField.period].lazy.compactMap { id in
            pairs.first { pair in kind.field(named: pair.key).map { kind.fields[$0].id == id } ?? false }?
                .value.text.flatMap { Period.parse($0).start }
        }
        return days.first
    }

    /// What nobody needs to be told of a draft.
    private static let ofUnfinished: Set<DiagnosticCode> = [
        .missingField, .missingSummary, .emptyField, .emptySummary, .linkToDraft,
    ]
    /// What a kind misses of a material.
    private static let ofMissing: Set<DiagnosticCode> = [.missingField, .missingSummary]

    /// What is told of fields that fit another kind better than that of the folder; nothing where they do not.
    ///
    /// One cause has one message: what the kind of the folder misses and does not know is no matter then.
    private static func misplaced(
        _ draft: MaterialDraft, _ pairs: [YAMLNode.Pair], _ found: [Diagnostic], _ schema: Schema
    ) -> [Diagnostic]? {
        let keys = pairs.map(\.key).filter { $0 != PrivacyAllowance.key }
        let own = schema.kinds[draft.listing.kind]
        let unknown = keys.count { own.field(named: $0) == nil }
        let missing = found.contains { ofMissing.contains($0.code) }
        guard unknown > 1 || unknown == 1 && missing,
            !keys.contains(where: { own.field(named: $0).map { own.fields[$0].id == CoreField.kind } ?? false }),
            let other = schema.kinds.first(where: { kind in keys.allSatisfy { kind.field(named: $0) != nil } })
        else { return nil }
        let folder = draft.listing.path.split(separator: "/").dropLast().joined(separator: "/")
        let notice = Diagnostic(.wrongFolder, [other.name.one, folder, other.folder], at: draft.origin.location)
        return [notice] + found.filter { !ofMissing.contains($0.code) && $0.code != .unknownField }
    }

    private static func material(
        _ draft: MaterialDraft, fields: [Material.Field], tables: [TableFileName] = [], schema: Schema,
        isMisplaced: Bool = false
    ) -> Material {
        func value(_ id: FieldID) -> FieldValue? { fields.first { $0.id == id }?.value }
        let listing = draft.listing
        return Material(
            id: listing.id, kind: listing.kind, title: listing.title, summary: text(value(CoreField.summary)),
            address: listing.address, path: listing.path, date: period(value(CoreField.date)),
            updated: date(value(CoreField.updated)), isDraft: listing.isDraft,
            formerAddresses: list(value(CoreField.aliases)).map { formerAddress($0, schema) },
            attachments: attachments(fields, listing.path, schema),
            tableFiles: tables.map { name in
                Material.TableFile(
                    definition: name.definition, path: path(name.text, beside: listing.path, schema), range: name.range)
            },
            timeFrame: period(value(CoreField.period)).flatMap { TimeFrame($0) }
                ?? timeFrame(period(value(CoreField.date)), listing, schema),
            fields: fields,
            axes: RegionAxis.completed(axes(fields, schema), schema),
            isMisplaced: isMisplaced)
    }

    /// That of a material whose period nobody says: by its date where this is a year or longer, else by the year of its title,
    /// else around the day, and from it onwards where the material is a plan.
    private static func timeFrame(_ date: Period?, _ listing: MaterialDirectory.Listing, _ schema: Schema) -> TimeFrame?
    {
        let isPlan = schema.kinds[listing.kind].tables.contains { $0.views.contains(.calendar) }
        let frame = date.flatMap { isPlan ? TimeFrame.following($0) : TimeFrame.around($0) }
        if let frame, frame.guessedFrom == nil { return frame }
        return TimeFrame.named(in: listing.title) ?? frame
    }

    private static func text(_ value: FieldValue?) -> String {
        switch value {
        case .text(let text), .markdown(let text): text
        default: ""
        }
    }

    private static func list(_ value: FieldValue?) -> [String] {
        if case .list(let items)? = value { items } else { [] }
    }

    private static func date(_ value: FieldValue?) -> CalendarDate? {
        if case .date(let date)? = value { date } else { nil }
    }

    private static func period(_ value: FieldValue?) -> Period? {
        switch value {
        case .period(let period): period
        case .date(let date): Period(text: date.description, precision: .day, start: date, end: date)
        default: nil
        }
    }

    /// Attachments are named relative to the material's folder.
    private static func attachments(_ fields: [Material.Field], _ path: String, _ schema: Schema) -> [Material
        .Attachment]
    {
        guard let field = fields.first(where: { $0.id == CoreField.attachments }) else { return [] }
        return zip(list(field.value), field.places).map { name, place in
            Material.Attachment(written: name, path: self.path(name, beside: path, schema), range: place)
        }
    }

    /// The path below `content/` of a file that is named relative to a material's folder; as written where it climbs out.
    private static func path(_ name: String, beside material: String, _ schema: Schema) -> String {
        guard let path = SourcePath.resolve(inFolderOf: material, name, of: schema.root?.id),
            schema.root(ofPath: path) == schema.root?.id
        else { return name }
        return path
    }

    /// An address of the root's own, as the site has it.
    private static func formerAddress(_ written: String, _ schema: Schema) -> String {
        guard let root = schema.root?.id, !FormerName.isBare(written) else { return written }
        return "\(root)/" + written.drop { $0 == "/" }
    }

    private static func axes(_ fields: [Material.Field], _ schema: Schema) -> [EntryReference] {
        var found: [EntryReference] = []
        for field in fields {
            guard case .entries(let entries) = field.value else { continue }
            for entry in entries where schema.vocabularies[entry.vocabulary].isAxis && !found.contains(entry) {
                found.append(entry)
            }
        }
        return found.sorted()
    }
}

extension FieldDefinition {
    /// Whether editors write it themselves, whatever the source says.
    fileprivate var isOwnWords: Bool { id == CoreField.title || id == CoreField.summary }
}

/// A CSV file as the front matter names it.
private struct TableFileName {
    let definition: Int
    let text: String
    let range: Range<Int>
}

/// Walks the keys of a front matter.
private struct FrontMatterFields {
    let file: SourceFile
    let kind: Kind
    var values: ValueReader
    var diagnostics: [Diagnostic] = []
    var tableFiles: [TableFileName] = []
    /// Fields that were written under nearly their names.
    private var meant: Set<Int> = []

    init(file: SourceFile, kind: Kind, values: ValueReader) {
        self.file = file
        self.kind = kind
        self.values = values
    }

    mutating func fields(_ pairs: [YAMLNode.Pair]) -> [Material.Field] {
        var found: [Int: Material.Field] = [:]
        var present: Set<Int> = []
        // The leave for what the text says of people is read where the text is looked through.
        for pair in pairs where pair.key != PrivacyAllowance.key {
            guard let position = kind.field(named: pair.key) else {
                unknown(pair)
                continue
            }
            guard present.insert(position).inserted else {
                report(.duplicateKey, [kind.fields[position].label], pair.keyRange)
                continue
            }
            found[position] = field(pair, kind.fields[position])
        }
        for (position, definition) in kind.fields.enumerated()
        where !present.contains(position) && !meant.contains(position) {
            if let text = definition.defaultText,
                let value = values.value(of: [ValueReader.Item(text: text, range: 0..<3)], definition)
            {
                found[position] = Material.Field(id: definition.id, value: value, places: [Material.Field.nowhere])
            } else if definition.isRequired, definition.id != CoreField.title {
                let isSummary = definition.id == CoreField.summary
                report(isSummary ? .missingSummary : .missingField, [definition.label, definition.id.rawValue], 0..<3)
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func field(_ pair: YAMLNode.Pair, _ definition: FieldDefinition) -> Material.Field? {
        if pair.value.isEmpty {
            if definition.isRequired {
                let isSummary = definition.id == CoreField.summary
                report(isSummary ? .emptySummary : .emptyField, [definition.label], pair.keyRange)
            }
            return nil
        }
        if definition.type == .tableFiles {
            readTableFiles(pair.value, definition)
            return nil
        }
        var items: [ValueReader.Item] = []
        for node in pair.value.items {
            guard let item = RecordLink.item(node, definition.type) else {
                report(.wrongType.expecting(Self.expectation(definition.type)), [definition.label], node.range)
                continue
            }
            items.append(item)
        }
        let value = withoutSign(values.value(of: items, definition), definition)
        if definition.isOwnWords, let range = items.first?.range { checkOwnWords(value, definition, range) }
        return value.map { Material.Field(id: definition.id, value: $0, places: items.map(\.range)) }
    }

    /// The number of a document without «№» before it, which pages put there themselves.
    private func withoutSign(_ value: FieldValue?, _ definition: FieldDefinition) -> FieldValue? {
        guard definition.id == kind.roles.citation?.number, case .text(let text)? = value, text.first == "№" else {
            return value
        }
        return .text(String(text.dropFirst().drop(while: \.isWhitespace)))
    }

    /// More characters than a card, a list and a search result bear.
    private static let longestSummary = 400

    /// What an editor says of a material can be absent in no source, and is short.
    private mutating func checkOwnWords(_ value: FieldValue?, _ definition: FieldDefinition, _ range: Range<Int>) {
        switch value {
        case .absentInSource: report(.absentOwnWords, [definition.label], range)
        case .text(let text)
        where definition.id == CoreField.summary && text.utf8.count > Self.longestSummary
            && text.count > Self.longestSummary:
            report(.longSummary, [definition.label, String(text.count), String(Self.longestSummary)], range)
        default: break
        }
    }

    /// `{events: events.csv}`: a table by its id or heading, and one file or several.
    private mutating func readTableFiles(_ node: YAMLNode, _ definition: FieldDefinition) {
        guard let pairs = node.pairs else {
            report(.wrongType.expecting(.tableFiles), [definition.label], node.range)
            return
        }
        let names = kind.tables.flatMap { [$0.id] + $0.headings }
        let ids = kind.tables.map(\.id)
        for pair in pairs {
            let key = pair.key
            guard let position = kind.tables.firstIndex(where: { $0.isNamed(key) }) else {
                let nearest = NameSuggester(names).nearest(to: key)
                diagnostics.append(
                    Diagnostic(
                        .unknownTable, [key, kind.name.one], at: SourceLocation(file, pair.keyRange),
                        candidates: nearest.isEmpty ? ids : nearest))
                continue
            }
            if pair.value.isEmpty { report(.wrongType.expecting(.fileName), [pair.key], pair.keyRange) }
            for item in pair.value.items {
                if let text = item.text {
                    tableFiles.append(TableFileName(definition: position, text: text, range: item.range))
                } else {
                    report(.wrongType.expecting(.fileName), [pair.key], item.range)
                }
            }
        }
    }

    /// A field that is nearly one of the kind is that one's mistake alone: it is not missed besides.
    private mutating func unknown(_ pair: YAMLNode.Pair) {
        let key = pair.key
        let names = kind.fields.flatMap { [$0.id.rawValue, $0.label] + $0.aliases }
        let nearest = NameSuggester(names).nearest(to: key)
        meant.formUnion(nearest.prefix(1).compactMap { kind.field(named: $0) })
        diagnostics.append(
            Diagnostic(.unknownField, [key], at: SourceLocation(file, pair.keyRange), candidates: nearest))
    }

    private static func expectation(_ type: FieldType) -> FieldExpectation {
        switch type {
        case .list, .references, .citation: .texts
        default: .text
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
    }
}

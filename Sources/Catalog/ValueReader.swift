import Diagnostics
import Formats
import Languages

/// Reads texts into typed values: fields of the front matter and cells of record tables alike.
///
/// Comes in: texts with their places, a definition. Goes out: a value, and a diagnostic at the exact place for each
/// text that is none. Nothing is dropped in silence: a term that is not understood is kept as text.
package struct ValueReader {
    let schema: Schema
    let file: SourceFile
    /// The time that terms without a year belong to.
    private let frame: TimeFrame?
    /// The site's today.
    let edition: CalendarDate
    let place: Place
    /// The day from which the material is dated; nothing where it has no date that is understood.
    let day: CalendarDate?
    /// Entries of which it was told that their time is past.
    var historic: Set<EntryReference> = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// Where the texts stand: messages say what can be done there.
    package enum Place: Sendable {
        /// Behind the name of a field, which is all that tells its time.
        case field
        /// In a row of a table, whose time its material tells.
        case cell
    }

    package init(
        schema: Schema, file: SourceFile, edition: CalendarDate, frame: TimeFrame? = nil,
        day: CalendarDate? = nil, place: Place = .cell
    ) {
        self.place = place
        self.day = day
        self.schema = schema
        self.file = file
        self.edition = edition
        self.frame = frame
    }

    /// A text and where it stands.
    package struct Item: Sendable {
        package let text: String
        package let range: Range<Int>

        package init(text: String, range: Range<Int>) {
            self.text = text
            self.range = range
        }
    }

    /// The value of a field, or nothing when no text makes one.
    /// - Parameter items: at least one; more than one only where the type takes several.
    package mutating func value(of items: [Item], _ field: FieldDefinition) -> FieldValue? {
        let items = field.type.takesItems ? withoutSeparators(items) : items
        guard let first = items.first else { return nil }
        if items.count == 1, Self.isDash(first.text), !field.type.isText { return nil }
        if items.count == 1, NameFolding.fold(first.text) == FieldValue.absenceMark { return .absentInSource }
        switch field.type {
        case .list: return items.count == 1 && reportedNothing(first, field) ? nil : names(items, field)
        case .references(let target): return references(items, to: target, field)
        case .citation(let vocabulary): return citations(items, vocabulary)
        default: break
        }
        guard items.count == 1 else {
            report(.wrongType.expecting(.one), [field.label], items[1].range)
            return nil
        }
        return single(first, field)
    }

    /// A lone dash, which tables are filled with where there is nothing to say.
    package static func isDash(_ text: String) -> Bool {
        text.utf8.count <= 3 && ["-", "—", "–", "−", "‒", "―"].contains(text)
    }

    private mutating func single(_ item: Item, _ field: FieldDefinition) -> FieldValue? {
        guard !reportedNothing(item, field) else { return nil }
        return read(item, field)
    }

    private mutating func read(_ item: Item, _ field: FieldDefinition) -> FieldValue? {
        switch field.type {
        case .text, .link, .image: .text(item.text)
        case .markdown: .markdown(item.text)
        case .number: number(item).map { .number($0) }
        case .share: number(Item(text: withoutPercent(item.text), range: item.range)).map { .share($0) }
        case .date: date(item)
        case .period: period(item)
        case .flag: flag(item, field)
        case .choice(let choices): choice(item, choices, field)
        case .reference(let target): references([item], to: target, field)
        case .list, .references, .citation, .tableFiles: nil
        }
    }

    // MARK: Numbers, dates, choices

    private func withoutPercent(_ text: String) -> String { String(text.filter { $0 != "%" }) }

    private mutating func number(_ item: Item) -> Double? {
        guard let number = Self.decimal(item.text) else {
            report(.badNumber, [item.text], item.range)
            return nil
        }
        return number
    }

    private mutating func date(_ item: Item) -> FieldValue? {
        let period = Period.parse(item.text, in: frame)
        guard period.precision == .day, let date = period.start, date == period.end else {
            report(.badDate, [item.text], item.range, period.problem?.right.map { [$0] } ?? [])
            return nil
        }
        if period.saysMore { report(.dateRemark, [item.text, date.numeric], item.range, [date.numeric]) }
        reportDistantYear(period, item, around: nil)
        return .date(date)
    }

    private mutating func period(_ item: Item) -> FieldValue {
        let period = Period.parse(item.text, in: frame)
        if let problem = period.problem {
            report(problem, item)
        } else {
            reportDistantYear(period, item, around: frame)
        }
        return .period(period)
    }

    private mutating func reportDistantYear(_ period: Period, _ item: Item, around frame: TimeFrame?) {
        guard let distant = DistantYear(period, around: frame, edition: edition) else { return }
        report(distant.code, [item.text, String(distant.year), distant.time], item.range)
    }

    private mutating func flag(_ item: Item, _ field: FieldDefinition) -> FieldValue? {
        guard let value = FlagWords.value(of: item.text) else {
            report(.wrongType.expecting(.flag), [field.label], item.range)
            return nil
        }
        return .flag(value)
    }

    private mutating func choice(_ item: Item, _ choices: [FieldType.Choice], _ field: FieldDefinition) -> FieldValue? {
        let wanted = NameFolding.fold(item.text)
        if let found = choices.first(where: { $0.id == item.text || NameFolding.fold($0.label) == wanted }) {
            return .choice(id: found.id, label: found.label)
        }
        diagnostics.append(
            Diagnostic(
                .unknownChoice, [item.text, field.label], at: SourceLocation(file, item.range),
                candidates: choices.map(\.label)))
        return nil
    }

    // MARK: References

    private mutating func references(_ items: [Item], to target: ReferenceTarget, _ field: FieldDefinition)
        -> FieldValue?
    {
        switch target {
        case .vocabulary(let id):
            guard let vocabulary = schema.vocabulary(id) else { return nil }
            if field.acceptsAll {
                return reach(items.filter { !reportedNothing($0, field) }, vocabulary)
            }
            var named: [Item] = []
            for item in items where !reportedNothing(item, field) { named.append(item) }
            let found = distinct(named) { $0.entry($1, vocabulary) }
            return found.isEmpty ? nil : .entries(found)
        case .kind(let id):
            guard let kind = schema.kind(id) else { return nil }
            return .materials(items.map { name($0, kind) })
        case .anyMaterial: return .materials(items.map { name($0, nil) })
        }
    }

    private func name(_ item: Item, _ kind: KindIndex?) -> MaterialName {
        MaterialName(text: item.text, kind: kind, root: schema.root?.id, range: item.range)
    }

    /// Resolves each item; one that stands twice is reported and counts once.
    mutating func distinct<Found: Equatable>(
        _ items: [Item], _ resolve: (inout ValueReader, Item) -> Found?
    ) -> [Found] {
        var result: [Found] = []
        for item in items {
            guard let found = resolve(&self, item) else { continue }
            if result.contains(found) {
                report(.doubledValue, [item.text], item.range)
            } else {
                result.append(found)
            }
        }
        return result
    }

    /// The entry that an item names; else it is told, with these candidates or those that are near.
    mutating func entry(
        _ item: Item, _ vocabulary: VocabularyIndex, candidates: [String]? = nil
    ) -> EntryReference? {
        let names = schema.vocabularies[vocabulary]
        switch names.resolve(item.text) {
        case .one(let entry):
            let found = EntryReference(vocabulary: vocabulary, entry: entry)
            tellHistory(of: found, item)
            return found
        case .several(let entries):
            let candidates = entries.map { names.entries[$0].distinctName }
            diagnostics.append(
                Diagnostic(
                    .ambiguousValue, [item.text, names.title], at: SourceLocation(file, item.range),
                    candidates: candidates))
        case .none: reportUnknown(item, names, candidates)
        }
        return nil
    }

    private mutating func reportUnknown(_ item: Item, _ names: Vocabulary, _ candidates: [String]?) {
        let place = SourceLocation(file, item.range)
        let text = item.text
        if let several = endings(text, of: names) {
            diagnostics.append(Diagnostic(.ambiguousValue, [text, names.title], at: place, candidates: several))
        } else if let parts = joined(text, names) {
            // What parts them is another mark in a cell.
            let (code, mark): (DiagnosticCode, String) =
                switch self.place {
                case .field: (.joinedValues, ", ")
                case .cell: (.joinedValues.worded(for: .joinedInCell), "; ")
                }
            diagnostics.append(Diagnostic(code, [text, parts.joined(separator: mark)], at: place))
        } else {
            diagnostics.append(
                Diagnostic(
                    names.isAxis && !names.grows ? .unknownPlace : .unknownValue,
                    [text, names.title, names.path, names.entryLine(for: text)], at: place,
                    candidates: candidates ?? names.suggestions(for: text)))
        }
    }

    /// «Знание, Здоровье» without brackets: two names in one text.
    ///
    /// Nothing unless each part is a name.
    private func joined(_ text: String, _ vocabulary: Vocabulary) -> [String]? {
        let parts = text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { trimmed($0) }
        guard parts.count > 1, parts.allSatisfy({ vocabulary.resolve($0) != .none }) else { return nil }
        return parts
    }

    /// A bare «Троицкий» names neither the городской округ nor the район: names that begin with it as a whole word.
    private func endings(_ text: String, of vocabulary: Vocabulary) -> [String]? {
        let beginning = NameFolding.fold(text) + " "
        let fitting = vocabulary.entries.filter { NameFolding.fold($0.name).hasPrefix(beginning) }.map(\.distinctName)
        return fitting.count > 1 ? fitting : nil
    }

    /// «000, раздел „Дорожная карта“»: the entry before a comma, the place after it.
    private mutating func citations(_ items: [Item], _ id: VocabularyID) -> FieldValue? {
        guard let vocabulary = schema.vocabulary(id) else { return nil }
        var result: [SourceCitation] = []
        for item in items {
            let (name, locator) = parted(item.text, schema.vocabularies[vocabulary])
            let isQuoted = file.bytes[item.range].first.map { $0 == 0x22 || $0 == 0x27 } ?? false
            let start = item.range.lowerBound + (isQuoted ? 1 : 0)
            let range = start..<max(start, min(start + name.utf8.count, item.range.upperBound))
            guard let source = entry(Item(text: name, range: range), vocabulary) else { continue }
            result.append(SourceCitation(source: source, locator: locator))
        }
        return result.isEmpty ? nil : .citations(result)
    }

    /// The longest beginning up to a comma that is a name, since names hold commas too; else up to the first comma.
    private func parted(_ text: String, _ vocabulary: Vocabulary) -> (name: String, locator: String) {
        let commas = text.indices.filter { text[$0] == "," }
        if commas.isEmpty || vocabulary.resolve(text) != .none { return (text, "") }
        let end = commas.last { vocabulary.resolve(trimmed(text[..<$0])) != .none } ?? commas[0]
        return (trimmed(text[..<end]), trimmed(text[text.index(after: end)...]))
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func report(
        _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>, _ candidates: [String] = []
    ) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range), candidates: candidates))
    }
}

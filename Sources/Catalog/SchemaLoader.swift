import Diagnostics

/// Puts vocabularies and kinds together and settles what fields refer to.
package enum SchemaLoader {
    /// The schema of a site.
    /// - Parameters:
    ///   - vocabularies: files of `content/vocabularies`, with the id that their name gives.
    ///   - kinds: files of `content/kinds`.
    package static func load(
        vocabularies: [(id: VocabularyID, file: SourceFile)], kinds kindFiles: [SourceFile]
    ) -> (Schema, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let loaded = knowingTheirRegions(self.vocabularies(vocabularies, &diagnostics))
        let kinds = self.kinds(kindFiles, loaded, known: Set(vocabularies.map(\.id)), &diagnostics)
        diagnostics += danglingEntries(loaded)
        return (Schema(vocabularies: loaded, kinds: kinds), diagnostics)
    }

    /// The same where municipalities are understood with their region behind the name too.
    ///
    /// So they are written for the site of several regions that the album is a part of: «Советский район (Курская область)».
    private static func knowingTheirRegions(_ vocabularies: [Vocabulary]) -> [Vocabulary] {
        guard let regions = vocabularies.first(where: { $0.id == RegionAxis.vocabulary }) else { return vocabularies }
        let names = Dictionary(regions.entries.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return vocabularies.map { vocabulary in
            guard vocabulary.id == "municipalities" else { return vocabulary }
            return vocabulary.with(
                vocabulary.entries.map { entry in
                    var entry = entry
                    entry.understoodRegion = entry.region.flatMap { names[$0] }
                    return entry
                })
        }
    }

    /// The vocabularies of files, sorted by id.
    static func vocabularies(
        _ files: [(id: VocabularyID, file: SourceFile)], _ diagnostics: inout [Diagnostic]
    ) -> [Vocabulary] {
        var loaded: [Vocabulary] = []
        for (id, file) in files {
            let (vocabulary, found) = VocabularyLoader.load(file, id: id)
            diagnostics += found
            if let vocabulary { loaded.append(vocabulary) }
        }
        return loaded.sorted { $0.id < $1.id }
    }

    /// The kinds of files, with what their fields refer to.
    /// - Parameter known: vocabularies that are there, those that do not parse too: one fault is not reported as a hundred.
    static func kinds(
        _ files: [SourceFile], _ vocabularies: [Vocabulary], known: Set<VocabularyID>,
        _ diagnostics: inout [Diagnostic]
    ) -> [Kind] {
        let (kinds, abstract, found) = KindLoader.load(files)
        diagnostics += found
        var settler = TargetSettler(
            vocabularies: known, kinds: Set(kinds.map(\.id)).union(files.map { KindID(KindLoader.name(of: $0)) }),
            abstract: abstract)
        let settled = kinds.map { settler.settled($0) }
        diagnostics += settler.diagnostics
        diagnostics += settled.flatMap { $0.asking?.diagnostics(of: $0, vocabularies) ?? [] }
        return settled
    }

    /// Entries that name a parent, region or municipality which does not exist: told once for all that name the same one of
    /// a vocabulary, with the ids that there are.
    /// - Parameters:
    ///   - root: that of the entries which are looked at; nothing for those of the site.
    ///   - told: a region of which is told elsewhere that it does not exist.
    static func danglingEntries(
        _ vocabularies: [Vocabulary], of root: RootID? = nil, told: EntryID? = nil
    ) -> [Diagnostic] {
        struct Missing: Hashable {
            let id: EntryID
            let target: VocabularyID
            let from: VocabularyID
        }
        let entries = Dictionary(
            vocabularies.map { ($0.id, Set($0.entries.map(\.id))) }, uniquingKeysWith: { first, _ in first })
        var order: [Missing] = []
        var places: [Missing: [SourceLocation]] = [:]
        for vocabulary in vocabularies {
            for entry in vocabulary.entries where entry.root == root {
                let references: [(EntryID?, VocabularyID)] = [
                    (entry.parent, vocabulary.id), (entry.region == told ? nil : entry.region, "regions"),
                    (entry.municipality, "municipalities"),
                ]
                for (wanted, target) in references {
                    guard let wanted, entries[target]?.contains(wanted) != true else { continue }
                    let missing = Missing(id: wanted, target: target, from: vocabulary.id)
                    if places[missing] == nil { order.append(missing) }
                    places[missing, default: []].append(entry.location)
                }
            }
        }
        return order.map { missing in
            let known = vocabularies.first { $0.id == missing.target }?.entries.map(\.id.rawValue) ?? []
            let found = places[missing] ?? []
            return Diagnostic(
                .unknownValue,
                [
                    missing.id.rawValue, missing.target.rawValue, "content/vocabularies/\(missing.target).yml",
                    "- {id: \(missing.id), name: …}",
                ], at: found[0], candidates: idsToShow(known, missing.id), related: Array(found.dropFirst()))
        }
    }

    /// So many ids are told whole.
    private static let mostShown = 12

    /// The ids that somebody may choose from who has written another: all of a short list, else those that are near.
    static func idsToShow(_ known: [String], _ wrong: EntryID) -> [String] {
        known.count <= mostShown ? known : NameSuggester(known).nearest(to: wrong.rawValue)
    }
}

/// Turns `to: working-group` into a reference to a kind or a vocabulary, now that both are known.
private struct TargetSettler {
    let vocabularies: Set<VocabularyID>
    let kinds: Set<KindID>
    /// Of which there are no materials.
    let abstract: Set<KindID>
    var diagnostics: [Diagnostic] = []
    /// Fields that were reported; those of an abstract kind come once for each kind.
    private var reported: Set<String> = []

    init(vocabularies: Set<VocabularyID>, kinds: Set<KindID>, abstract: Set<KindID>) {
        self.vocabularies = vocabularies
        self.kinds = kinds
        self.abstract = abstract
    }

    mutating func settled(_ kind: Kind) -> Kind {
        let tables = kind.tables.map { table in
            var settled = table
            settled.columns = table.columns.map { settle($0) }
            check(table.sheet)
            return settled
        }
        return kind.with(fields: kind.fields.map { settle($0) }, tables: tables)
    }

    /// The vocabulary and the kinds that a sheet names.
    private mutating func check(_ sheet: SheetDefinition) {
        if let subject = sheet.subject, let names = subject.names, !vocabularies.contains(names) {
            report("subject", names.rawValue, among: vocabularies.map(\.rawValue), at: subject.location)
        }
        for kind in sheet.leads where !kinds.contains(kind) {
            let location = sheet.leadsLocation ?? SourceLocation(path: "content/kinds")
            report("leads", kind.rawValue, among: kinds.map(\.rawValue), at: location)
        }
    }

    private mutating func settle(_ field: FieldDefinition) -> FieldDefinition {
        var settled = field
        settled.type = settle(field.type, of: field)
        return settled
    }

    private mutating func settle(_ type: FieldType, of field: FieldDefinition) -> FieldType {
        switch type {
        case .reference(let target): return .reference(settle(target, of: field))
        case .references(let target): return .references(settle(target, of: field))
        case .citation(let vocabulary):
            if !vocabularies.contains(vocabulary) { reportUnknown(vocabulary.rawValue, of: field) }
            return type
        default: return type
        }
    }

    private mutating func settle(_ target: ReferenceTarget, of field: FieldDefinition) -> ReferenceTarget {
        guard case .vocabulary(let id) = target, !vocabularies.contains(id) else { return target }
        if abstract.contains(KindID(id.rawValue)) {
            reportUnknown(id.rawValue, of: field, SchemaReason.abstractTarget)
            return target
        }
        if kinds.contains(KindID(id.rawValue)) { return .kind(KindID(id.rawValue)) }
        reportUnknown(id.rawValue, of: field)
        return target
    }

    private mutating func reportUnknown(
        _ name: String, of field: FieldDefinition, _ reason: Bilingual = SchemaReason.unknownTarget
    ) {
        let location = field.targetLocation ?? SourceLocation(path: "content/kinds")
        guard reported.insert("\(location.path):\(location.range?.lowerBound ?? 0)").inserted else { return }
        report(
            field.id.rawValue, name, among: vocabularies.map(\.rawValue) + kinds.subtracting(abstract).map(\.rawValue),
            at: location, reason)
    }

    private mutating func report(
        _ key: String, _ name: String, among known: [String], at location: SourceLocation,
        _ reason: Bilingual = SchemaReason.unknownTarget
    ) {
        diagnostics.append(
            Diagnostic(
                .brokenKind.because(reason), [key, name], at: location,
                candidates: NameSuggester(known.sorted()).nearest(to: name)))
    }
}

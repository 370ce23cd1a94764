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
        var loaded: [Vocabulary] = []
        for (id, file) in vocabularies {
            let (vocabulary, found) = VocabularyLoader.load(file, id: id)
            diagnostics += found
            if let vocabulary { loaded.append(vocabulary) }
        }
        loaded.sort { $0.id < $1.id }
        let (kinds, found) = KindLoader.load(kindFiles)
        diagnostics += found
        let vocabularyIDs = Set(loaded.map(\.id))
        let kindIDs = Set(kinds.map(\.id))
        let settled = kinds.map { kind in
            var settler = TargetSettler(vocabularies: vocabularyIDs, kinds: kindIDs, kind: kind, files: kindFiles)
            let result = settler.settled()
            diagnostics += settler.diagnostics
            return result
        }
        diagnostics += danglingEntries(loaded)
        return (Schema(vocabularies: loaded, kinds: settled), diagnostics)
    }

    /// Entries that name a parent, region or municipality which does not exist.
    private static func danglingEntries(_ vocabularies: [Vocabulary]) -> [Diagnostic] {
        let entries = Dictionary(uniqueKeysWithValues: vocabularies.map { ($0.id, Set($0.entries.map(\.id))) })
        var result: [Diagnostic] = []
        for vocabulary in vocabularies {
            for entry in vocabulary.entries {
                let references: [(EntryID?, VocabularyID)] = [
                    (entry.parent, vocabulary.id), (entry.region, "regions"), (entry.municipality, "municipalities"),
                ]
                for (wanted, target) in references {
                    guard let wanted, entries[target]?.contains(wanted) != true else { continue }
                    result.append(Diagnostic(.unknownValue, [wanted.rawValue, target.rawValue], at: entry.location))
                }
            }
        }
        return result
    }
}

/// Turns `to: working-group` into a reference to a kind or a vocabulary, now that both are known.
private struct TargetSettler {
    let vocabularies: Set<VocabularyID>
    let kinds: Set<KindID>
    let kind: Kind
    let files: [SourceFile]
    var diagnostics: [Diagnostic] = []

    mutating func settled() -> Kind {
        let tables = kind.tables.map { table in
            TableDefinition(
                id: table.id, headings: table.headings, key: table.key, columns: table.columns.map { settle($0) },
                views: table.views)
        }
        return Kind(
            id: kind.id, folder: kind.folder, name: kind.name, title: kind.title, description: kind.description,
            order: kind.order, importance: kind.importance, fields: kind.fields.map { settle($0) },
            sections: kind.sections, tables: tables, citation: kind.citation)
    }

    private mutating func settle(_ field: FieldDefinition) -> FieldDefinition {
        FieldDefinition(
            id: field.id, label: field.label, aliases: field.aliases, type: settle(field.type, of: field),
            isRequired: field.isRequired, inverse: field.inverse, help: field.help, defaultText: field.defaultText)
    }

    private mutating func settle(_ type: FieldType, of field: FieldDefinition) -> FieldType {
        switch type {
        case .reference(let target): .reference(settle(target, of: field))
        case .references(let target): .references(settle(target, of: field))
        case .citation(let vocabulary):
            vocabularies.contains(vocabulary) ? type : unknown(vocabulary.rawValue, of: field, instead: .text)
        default: type
        }
    }

    private mutating func settle(_ target: ReferenceTarget, of field: FieldDefinition) -> ReferenceTarget {
        guard case .vocabulary(let id) = target, !vocabularies.contains(id) else { return target }
        if kinds.contains(KindID(id.rawValue)) { return .kind(KindID(id.rawValue)) }
        return unknown(id.rawValue, of: field, instead: .anyMaterial)
    }

    private mutating func unknown<Replacement>(
        _ name: String, of field: FieldDefinition, instead: Replacement
    ) -> Replacement {
        let known = vocabularies.map(\.rawValue) + kinds.map(\.rawValue)
        let place = files.first { $0.path.hasSuffix("/\(kind.id.rawValue).yml") } ?? files.first
        let problem = "поле «\(field.id)» ссылается на «\(name)», а такого словаря или вида нет"
        let location = place.map { SourceLocation($0) } ?? SourceLocation(path: "content/kinds")
        diagnostics.append(
            Diagnostic(
                .brokenKind, [problem], at: location, candidates: NameSuggester(known.sorted()).nearest(to: name)))
        return instead
    }
}

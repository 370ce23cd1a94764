import Diagnostics

/// What is wrong with the former names and successors of a vocabulary.
enum HistoryCheck {
    static func diagnostics(_ vocabulary: Vocabulary) -> [Diagnostic] {
        let entries = vocabulary.entries
        return Successors(Indexed(Array(entries))).circles.map { circle(of: $0, vocabulary) }
            + entries.positioned.flatMap { position, entry in
                successor(of: entry, vocabulary) + names(of: position, vocabulary)
            }
    }

    private static func circle(of circle: [EntryIndex], _ vocabulary: Vocabulary) -> Diagnostic {
        let entries = circle.map { vocabulary.entries[$0] }
        let way = (entries + entries.prefix(1)).map(\.id.rawValue).joined(separator: " → ")
        let places = entries.map { $0.successorLocation ?? $0.location }
        return Diagnostic(.successorCircle, [way], at: places[0], related: Array(places.dropFirst()))
    }

    private static func successor(of entry: VocabularyEntry, _ vocabulary: Vocabulary) -> [Diagnostic] {
        guard let successor = entry.successor else { return [] }
        let place = entry.successorLocation ?? entry.location
        guard vocabulary.position(of: successor) != nil else {
            return [unknown(successor, of: entry, vocabulary, at: place)]
        }
        return entry.valid?.to == nil ? [Diagnostic(.endlessEntry, [entry.name], at: place)] : []
    }

    /// The id that was meant comes first where the entry was named by its name.
    private static func unknown(
        _ successor: EntryID, of entry: VocabularyEntry, _ vocabulary: Vocabulary, at place: SourceLocation
    ) -> Diagnostic {
        let candidates: [String] =
            if case .one(let named) = vocabulary.resolve(successor.rawValue) {
                [vocabulary.entries[named].id.rawValue]
            } else {
                NameSuggester(vocabulary.entries.map(\.id.rawValue).filter { $0 != entry.id.rawValue }).nearest(
                    to: successor.rawValue)
            }
        return Diagnostic(
            .unknownSuccessor, [successor.rawValue, vocabulary.title], at: place, candidates: candidates)
    }

    /// Former names that are those of other entries today: they mean those.
    private static func names(of position: EntryIndex, _ vocabulary: Vocabulary) -> [Diagnostic] {
        let entry = vocabulary.entries[position]
        return entry.was.compactMap { past in
            guard let owner = vocabulary.owners(of: past.text).first(where: { $0 != position }) else { return nil }
            let other = vocabulary.entries[owner]
            return Diagnostic(
                .formerNameTaken, [past.text, entry.name, other.name, entry.id.rawValue], at: past.location,
                related: [other.location])
        }
    }
}

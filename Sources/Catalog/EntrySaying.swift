/// What a vocabulary says of an entry, key by key, so that two albums' words about one thing can be compared.
struct EntrySaying: Equatable {
    /// A key as vocabularies write it, with what stands there; nothing where the key is not written.
    private struct Line: Equatable {
        let key: String
        let value: String?
    }

    private let lines: [Line]

    init(_ entry: VocabularyEntry) {
        func list(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ", ") }
        func day(_ period: Period?) -> String { period?.text ?? "" }
        let said: [(String, String?)] = [
            ("name", entry.name), ("full", entry.full), ("short", entry.short), ("aliases", list(entry.aliases)),
            ("code", entry.code), ("group", entry.group), ("parent", entry.parent?.rawValue), ("type", entry.type),
            ("region", entry.region?.rawValue), ("municipality", entry.municipality?.rawValue),
            ("tile", entry.tile.map { "\($0.column), \($0.row)" }), ("number", entry.number.map { String($0) }),
            ("valid", entry.valid.map { "\(day($0.from))…\(day($0.to))" }), ("was", list(entry.was.map(\.text))),
            ("successor", entry.successor?.rawValue), ("url", entry.url), ("description", entry.description),
            ("expansion", entry.expansion),
        ]
        lines = said.map { Line(key: $0.0, value: $0.1) }
    }

    /// The keys that two say otherwise, each with what the one says and the other: `name: «Познание» ≠ «Знание»`; «—»
    /// stands for a key that is not written.
    func differences(from other: EntrySaying) -> String {
        func shown(_ value: String?) -> String { value.map { "«\($0)»" } ?? "—" }
        return zip(lines, other.lines).filter { $0 != $1 }
            .map { "\($0.key): \(shown($0.value)) ≠ \(shown($1.value))" }.joined(separator: "; ")
    }
}

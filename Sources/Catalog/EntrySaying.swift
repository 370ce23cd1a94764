/// What a vocabulary says of an entry, key by key, so that two albums' words about one thing can be compared.
struct EntrySaying {
    /// A key as vocabularies write it, with each value that stands there; none where the key is not written.
    private struct Line {
        let key: String
        let values: [String]

        /// Keys that one list may leave to another.
        private static let completed: Set<String> = ["full", "short", "group", "url", "description", "expansion"]

        /// Each album numbers its own list: the number is that of the first.
        func contradicts(_ other: Line) -> Bool {
            guard key != "number", values != other.values else { return false }
            return !Self.completed.contains(key) || !values.isEmpty && !other.values.isEmpty
        }
    }

    private let lines: [Line]

    init(_ entry: VocabularyEntry) {
        func day(_ period: Period?) -> String { period?.text ?? "" }
        let said: [(String, [String?])] = [
            ("name", [entry.name]), ("full", [entry.full]), ("short", [entry.short]), ("aliases", entry.aliases),
            ("code", [entry.code]), ("group", [entry.group]), ("parent", [entry.parent?.rawValue]),
            ("type", [entry.type]), ("region", [entry.region?.rawValue]),
            ("municipality", [entry.municipality?.rawValue]),
            ("tile", [entry.tile.map { "\($0.column), \($0.row)" }]), ("number", [entry.number.map { String($0) }]),
            ("valid", [entry.valid.map { "\(day($0.from))…\(day($0.to))" }]), ("was", entry.was.map(\.text)),
            ("successor", [entry.successor?.rawValue]), ("url", [entry.url]), ("description", [entry.description]),
            ("expansion", [entry.expansion]),
        ]
        lines = said.map { Line(key: $0.0, values: $0.1.compactMap(\.self)) }
    }

    /// Whether one of them cannot be right: what a list does not say at all, another may say.
    func contradicts(_ other: EntrySaying) -> Bool { zip(lines, other.lines).contains { $0.contradicts($1) } }

    /// The keys that two say otherwise, each with what the one says and the other: `name: «Познание» ≠ «Знание»`; «—»
    /// stands for a key that is not written.
    func differences(from other: EntrySaying) -> String {
        func shown(_ values: [String]) -> String {
            values.isEmpty ? "—" : values.map { "«\($0)»" }.joined(separator: ", ")
        }
        return zip(lines, other.lines).filter { $0.contradicts($1) }
            .map { "\($0.key): \(shown($0.values)) ≠ \(shown($1.values))" }.joined(separator: "; ")
    }
}

extension VocabularyEntry {
    /// Takes over what another list says of the same and this one does not.
    mutating func complete(with other: VocabularyEntry) {
        full = full ?? other.full
        short = short ?? other.short
        group = group ?? other.group
        url = url ?? other.url
        description = description ?? other.description
        expansion = expansion ?? other.expansion
    }
}

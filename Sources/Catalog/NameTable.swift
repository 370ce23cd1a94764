import Languages

/// What a text was found to name, by positions in one list.
package enum NameMatch<Index: Hashable & Sendable>: Sendable, Equatable {
    case one(Index)
    case several([Index])
    case none
}

/// Names of the entries of a vocabulary, looked up by their folded form.
struct NameTable: Sendable {
    private var byName: [String: [EntryIndex]] = [:]

    /// - Parameter names: those of each entry.
    init(_ names: Indexed<EntryIndex, [String]>) {
        for (index, group) in names.positioned {
            for name in group {
                let key = NameFolding.fold(name)
                if byName[key]?.last != index { byName[key, default: []].append(index) }
            }
        }
    }

    func resolve(_ text: String) -> NameMatch<EntryIndex> {
        guard let found = byName[NameFolding.fold(text)] else { return .none }
        return found.count == 1 ? .one(found[0]) : .several(found)
    }

    var sharedNames: [(name: String, entries: [EntryIndex])] {
        byName.filter { $0.value.count > 1 }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
}

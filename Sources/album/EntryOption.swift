import ArgumentParser
import Catalog
import Diagnostics

/// An entry of a vocabulary that the command line names.
enum EntryOption {
    /// The entry that a text names; none and several are faults of usage that list what there is.
    /// - Parameters:
    ///   - missing: what is told of a name that there is not.
    ///   - otherwise: what the text means where no entry is called so.
    static func entry(
        _ text: String, _ option: String, _ vocabulary: Vocabulary, missing: String, otherwise: EntryIndex? = nil
    ) throws -> EntryIndex {
        func told(_ entries: some Sequence<VocabularyEntry>, _ separator: String) -> String {
            entries.map { "«\($0.distinctName)» (\($0.id))" }.joined(separator: separator)
        }
        switch vocabulary.resolve(text) {
        case .one(let entry): return entry
        case .several(let found):
            throw ValidationError(
                "\(option): «\(text)» — это и \(told(found.map { vocabulary.entries[$0] }, ", и "))")
        case .none:
            if let otherwise { return otherwise }
            let near = NameSuggester(vocabulary.entries.flatMap(\.allNames)).likely(text)
            let hint = near.isEmpty ? "" : " Похоже на: \(near.map { "«\($0)»" }.joined(separator: ", "))."
            throw ValidationError("\(option): \(missing).\(hint) Есть: \(told(vocabulary.entries, ", "))")
        }
    }
}

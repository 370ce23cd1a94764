import Diagnostics

/// That materials of a kind are there to be adapted: a draft of one's own begins as a copy of one of them.
///
/// ```yaml
/// adaptable: да
/// adaptable: {without: [group, approved-by]}     what belongs to the one material and no copy of it
/// ```
/// A copy names what it was made of in its field ``CoreField/basedOn``, which each such kind has.
package struct Adapting: Sendable, Equatable {
    /// Fields that a copy does not take over beside those that speak of one place, time or state by themselves.
    package let without: [FieldID]
}

/// Reads `adaptable`; the fields may come from another kind, so that names are checked when the kind is whole.
struct AdaptingReader {
    /// Nothing: `adaptable: нет`.
    let adapting: Adapting?
    private let names: [(name: String, place: SourceLocation)]

    /// Nothing where a kind has no such key.
    init?(_ root: YAMLNode, _ reader: inout SchemaReader) {
        guard let node = root[key: "adaptable"] else { return nil }
        guard node.pairs != nil else {
            adapting = reader.flag("adaptable", of: root) ? Adapting(without: []) : nil
            names = []
            return
        }
        reader.checkKeys(of: node, at: .adaptable)
        adapting = Adapting(without: reader.texts("without", of: node).map { FieldID($0) })
        let file = reader.file
        names = (node[key: "without"]?.items ?? []).compactMap { item in
            item.text.map { ($0, SourceLocation(file, item.range)) }
        }
    }

    /// Names that are no fields of the kind.
    func diagnostics(of kind: Kind) -> [Diagnostic] {
        names.filter { kind.field(FieldID($0.name)) == nil }.map { name, place in
            Diagnostic(
                .brokenKind.because(SchemaReason.unknownRole), [name], at: place,
                candidates: NameSuggester(kind.fields.map(\.id.rawValue)).nearest(to: name))
        }
    }
}

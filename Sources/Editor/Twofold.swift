import Catalog
import Editing
import Languages

/// Fields of a kind that have a section of the same name: «Участники» as a line of the facts and as a part of the text.
///
/// Readers see both, so that they must not say different things.
struct Twofold {
    let material: EditableMaterial
    let language: Language

    /// The section that a field has its name from; nothing for most fields.
    static func section(of field: FieldDefinition, _ kind: Kind) -> String? {
        let names = Set(([field.label] + field.aliases).map { NameFolding.fold($0) })
        return kind.sections.first { section in
            ([section.heading] + section.aliases).contains { names.contains(NameFolding.fold($0)) }
        }?.heading
    }

    /// A word for each field whose section says something else.
    func all() -> [FormMessage] {
        Typed.shown(material.kind).compactMap { field in
            guard let section = Self.section(of: field, material.kind),
                case .text(let said)? = material.text(of: field.id), let text = text(of: section), !text.isEmpty,
                !NameFolding.fold(text).contains(NameFolding.fold(said)),
                !NameFolding.fold(said).contains(NameFolding.fold(text))
            else { return nil }
            return FormMessage(
                place: field.id.rawValue, severity: .warning, text: EditorWord.twofold.text(language, field.label))
        }
    }

    /// What stands below a heading of level 2, without the blanks around it; nothing where there is none.
    private func text(of section: String) -> String? {
        let wanted = NameFolding.fold(section)
        var lines: [Substring]?
        for line in material.body.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") || line.hasPrefix("# ") {
                if lines != nil { break }
                if NameFolding.fold(ReadableText.words(line)) == wanted { lines = [] }
            } else {
                lines?.append(line)
            }
        }
        return lines.map { $0.joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ") }
    }
}

import Catalog
import Editing
import Languages

/// Fields of the front matter that lines of a text give: «Участники: педагоги».
///
/// A value is taken only when the field takes it: an entry of a list by one of its names, a term that is understood. What
/// is not taken stays in the text and is told.
struct FieldGuess {
    let kind: Kind?
    let schema: Schema
    /// Values by position of the field, as YAML.
    private(set) var values: [Int: String] = [:]

    /// What became of a line.
    enum Outcome {
        case taken
        /// The kind has such a field, and it does not take this value.
        case refused
        /// There is no such field, or it has a value already.
        case none
    }

    /// Fields that no line of a text gives.
    private static let own: Set<FieldID> = [
        "title", "kind", "id", "draft", "aliases", "tables", "attachments", "source", "album", "privacy-allow",
    ]

    init(kind: Kind?, schema: Schema) {
        self.kind = kind
        self.schema = schema
    }

    /// Takes a value for the field that a name means.
    mutating func take(_ name: String, _ value: String) -> Outcome {
        let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !value.isEmpty, let kind,
            let position = kind.field(named: HeadingName.fold(name)) ?? kind.field(named: name),
            values[position] == nil, !Self.own.contains(kind.fields[position].id)
        else { return .none }
        guard let written = written(value, kind.fields[position].type) else { return .refused }
        values[position] = written
        return .taken
    }

    /// The value as YAML; nothing where the field does not take it.
    private func written(_ value: String, _ type: FieldType) -> String? {
        let bare = value.hasSuffix(".") ? String(value.dropLast()) : value
        switch type {
        case .text, .markdown: return YAMLText.quoted(value)
        case .list: return list(Self.items(bare).map { YAMLText.quoted($0) })
        case .period: return Period.parse(bare).isUnderstood ? YAMLText.quoted(bare) : nil
        case .date: return Period.day(bare).map { YAMLText.quoted($0.numeric) }
        case .choice(let choices):
            let folded = NameFolding.fold(bare)
            return choices.first { NameFolding.fold($0.label) == folded || $0.id == bare }.map {
                YAMLText.quoted($0.label)
            }
        case .reference(.vocabulary(let id)): return isEntry(bare, id) ? YAMLText.quoted(bare) : nil
        case .references(.vocabulary(let id)):
            if isEntry(bare, id) { return list([YAMLText.quoted(bare)]) }
            let names = Self.items(bare)
            return names.allSatisfy { isEntry($0, id) } ? list(names.map { YAMLText.quoted($0) }) : nil
        default: return nil
        }
    }

    private func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

    private static func items(_ text: String) -> [String] {
        let sign: Character = text.contains(";") ? ";" : ","
        return text.split(separator: sign).map { item in
            String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    private func isEntry(_ text: String, _ id: VocabularyID) -> Bool {
        guard let position = schema.vocabulary(id) else { return false }
        if case .one = schema.vocabularies[position].resolve(text) { return true }
        return false
    }
}

/// Scalars of YAML.
enum YAMLText {
    /// In double quotes, so that no sign means anything; control characters, which mean nothing either, are blanks.
    static func quoted(_ text: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        let seen = text.unicodeScalars.map { isControl($0) ? " " : $0 }
        return YAMLSpelling.scalar(String(String.UnicodeScalarView(seen)), .double)
    }
}

import Catalog
import Editing
import Languages
import Linking

/// The beginning of a material: the fields that it cannot do without, the sections of its kind and one table.
struct NewMaterial {
    let kind: Kind
    let schema: Schema
    /// Of the comments, which are for the editor.
    let language: Language
    /// The table that somebody wants it to begin with; nothing: the kind's own choice.
    var table: TableDefinition?

    /// - Parameter word: how the editor called the kind; «приказ» is a type of document too.
    func text(title: String, calledBy word: String) -> String {
        var lines = ["---", "title: \(Self.quoted(title))"]
        let told = Self.told(by: title, kind)
        for field in fields {
            lines += comment(on: field) + ["\(field.id): \(told[field.id] ?? value(of: field, word))"]
        }
        lines += NewText.endOfDraft(language)
        return lines.joined(separator: "\n") + "\n" + NewText.body(kind, with: table)
    }

    /// Those that are wished for, then those that a new one begins with.
    private var fields: [FieldDefinition] {
        let wished = kind.fields.filter { $0.isRequired && $0.id != CoreField.title }
        let usual = kind.beginning.filter { id in !wished.contains { $0.id == id } && id != CoreField.title }
        return wished + usual.compactMap { kind.field($0) }
    }

    /// What the title of a document says of it: its number and its day, and its official title.
    private static func told(by title: String, _ kind: Kind) -> [FieldID: String] {
        guard let citation = kind.roles.citation, let document = TitledDocument(title) else { return [:] }
        var told = [citation.number: quoted(document.number), citation.date: document.date.description]
        if let field = citation.title { told[field] = document.officialTitle.map(quoted) }
        return told
    }

    /// The word itself where it names an entry of the field's vocabulary.
    private func value(of field: FieldDefinition, _ word: String) -> String {
        guard case .reference(.vocabulary(let id)) = field.type, let position = schema.vocabulary(id),
            case .one(let entry) = schema.vocabularies[position].resolve(word)
        else { return "" }
        let name = schema.vocabularies[position].entries[entry].distinctName
        return name.contains { !$0.isLetter && $0 != " " && $0 != "-" } ? Self.quoted(name) : name
    }

    /// How a source is named, and where a new one is added: nobody guesses either.
    private func comment(on field: FieldDefinition) -> [String] {
        guard case .citation(let id) = field.type, let position = schema.vocabulary(id) else { return [] }
        let vocabulary = schema.vocabularies[position]
        let example = vocabulary.entries.first.map { Self.quoted($0.id.rawValue + placeExample) } ?? Self.quoted("001")
        let line = vocabulary.entryLine(
            for: language.hasRussianMessages ? "Название нового источника" : "Name of the new source")
        let entry = line.drop { $0 == " " }
        return language.hasRussianMessages
            ? [
                "# Источник — запись из content/vocabularies/\(id).yml и место в ней: [\(example)].",
                "# Нового в том списке нет? Допишите в его конец строку: \(entry)",
            ]
            : [
                "# A source is an entry of content/vocabularies/\(id).yml and a place in it: [\(example)].",
                "# A new one is a line at the end of that file: \(entry)",
            ]
    }

    private var placeExample: String { language.hasRussianMessages ? ", слайд 5" : ", slide 5" }

    private static func quoted(_ text: String) -> String { YAMLSpelling.scalar(text, .double) }
}

import Catalog
import Diagnostics
import Formats

/// A catalog of a few materials, written as front matters by path.
func catalog(
    _ texts: [String: String], kinds: [String] = [], vocabularies: [String: String] = [:],
    fields: String = ""
) -> AlbumCatalog {
    let document = """
        id: document
        folder: documents
        fields:
          number: {label: Номер, type: text}
          date: {label: Дата, type: date}
          rests-on: {label: Опирается на, type: references, to: document, inverse: На документ опираются}
        \(fields)citation: {number: number, date: date}
        """
    let kindFiles = ([document] + kinds).enumerated().map { SourceFile(path: "content/kinds/\($0).yml", text: $1) }
    let vocabularyFiles = vocabularies.sorted { $0.key < $1.key }.map { name, text in
        (id: VocabularyID(name), file: SourceFile(path: "content/vocabularies/\(name).yml", text: text))
    }
    let (schema, _) = SchemaLoader.load(vocabularies: vocabularyFiles, kinds: kindFiles)
    let drafts = texts.sorted { $0.key < $1.key }.map { path, lines in
        let title = lines.hasPrefix("title:") ? "" : "title: \(path)\n"
        let file = SourceFile(path: "content/" + path, text: "---\n\(title)\(lines)\n---\n")
        return MaterialDraft.read(file, path: path, schema: schema).0
    }
    let directory = MaterialDirectory(drafts.map(\.listing), schema)
    let materials = drafts.map {
        MaterialReader.read(
            $0, schema: schema, edition: CalendarDate(year: 2024, month: 1, day: 1)!
        ).0
    }
    return AlbumCatalog(schema: schema, materials: materials, directory: directory)
}

/// A vocabulary of its own.
func vocabulary(_ text: String, id: VocabularyID = "v") -> Vocabulary? {
    VocabularyLoader.load(SourceFile(path: "content/vocabularies/\(id.rawValue).yml", text: text), id: id).0
}

/// A schema of nothing but a glossary.
func glossary(_ text: String) -> Schema {
    Schema(vocabularies: [vocabulary(text, id: "glossary")].compactMap(\.self), kinds: [])
}

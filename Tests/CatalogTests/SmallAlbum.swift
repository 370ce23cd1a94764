import Catalog
import Diagnostics
import Formats

/// A schema of a few lines that most tests share, and materials read against it.
struct SmallAlbum {
    static let directions = """
        title: Направления
        axis: true
        entries:
          - {id: znanie, name: Знание, full: Магистральное направление «Знание»}
          - {id: zdorove, name: Здоровье}
          - {id: group, name: Муниципальная группа, aliases: [Группа специалистов МОУО]}
        """
    static let municipalities = """
        title: Муниципалитеты
        axis: true
        entries:
          - {id: troitsk-go, name: Троицкий ГО, full: Троицкий городской округ}
          - {id: troitsk-mr, name: Троицкий МР, full: Троицкий муниципальный район, aliases: [Троицкий район]}
          - {id: ozersk, name: Озёрский ГО}
        """
    static let sources = """
        title: Источники
        entries: [{id: "000", name: Обмен практиками}]
        """
    static let material = """
        id: material
        abstract: true
        fields:
          title: {label: Название, type: text, required: true}
          summary: {label: Кратко, type: text, required: true}
          directions: {label: Направления, type: references, to: directions}
          municipalities: {label: Муниципалитеты, type: references, to: municipalities}
          rests-on: {label: Опирается на, type: references, to: document, inverse: На документ опираются}
          source: {label: Источник, type: citation, to: sources}
        """
    static let practice = """
        id: practice
        folder: practices
        name: {one: практика, few: практики, many: практик}
        fields:
          share: {label: Доля, type: share}
          number: {label: Количество, type: number}
          shown-in: {label: Показано, type: references, to: any}
        """
    static let document = """
        id: document
        folder: documents
        name: {one: документ, few: документа, many: документов}
        fields:
          number: {label: Номер, type: text}
          date: {label: Дата, type: date}
          status: {label: Состояние, type: choice, default: unknown, choices: {in-force: действует, unknown: не указано}}
        citation: {number: number, date: date}
        """

    let schema: Schema
    let schemaDiagnostics: [Diagnostic]

    /// - Parameter kinds: the texts of `content/kinds/`, named by their `id`.
    init(
        vocabularies: [String: String] = [
            "directions": directions, "municipalities": municipalities, "sources": sources,
        ],
        kinds: [String] = [material, practice, document]
    ) {
        let vocabularyFiles = vocabularies.sorted { $0.key < $1.key }.map { name, text in
            (VocabularyID(name), SourceFile(path: "content/vocabularies/\(name).yml", text: text))
        }
        let kindFiles = kinds.map { text in
            let id = text.split(separator: "\n").first { $0.hasPrefix("id: ") }?.dropFirst(4) ?? "kind"
            return SourceFile(path: "content/kinds/\(id).yml", text: text)
        }
        (schema, schemaDiagnostics) = SchemaLoader.load(vocabularies: vocabularyFiles, kinds: kindFiles)
    }

    /// Materials by path below `content/`, and everything that was found in them.
    func read(_ texts: [String: String]) -> (catalog: AlbumCatalog, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let drafts = texts.sorted { $0.key < $1.key }.map { path, text in
            let file = SourceFile(path: "content/\(path)", text: text)
            let (draft, found) = MaterialDraft.read(
                file, path: path, schema: schema)
            diagnostics += found
            return draft
        }
        let directory = MaterialDirectory(drafts.map(\.listing), schema)
        let materials = drafts.map { draft in
            let (material, found) = MaterialReader.read(
                draft, schema: schema, edition: CalendarDate(year: 2024, month: 1, day: 1)!)
            diagnostics += found
            return material
        }
        let catalog = AlbumCatalog(schema: schema, materials: materials, directory: directory)
        let references = ReferenceCheck(catalog)
        for (draft, material) in zip(drafts, materials) {
            if draft.file != nil { diagnostics += references.diagnostics(material) }
        }
        let files = drafts.compactMap(\.file)
        return (catalog, diagnostics.map { $0.located { path in files.first { $0.path == path } } })
    }

    /// One practice with a title, a summary and some more lines in its front matter.
    func practice(_ lines: String) -> (material: Material, diagnostics: [Diagnostic]) {
        let text = "---\ntitle: Квест\nsummary: Игра\n\(lines)\n---\n"
        let (catalog, diagnostics) = read(["practices/kvest.md": text])
        return (catalog.materials[0], diagnostics)
    }
}

extension [Diagnostic] {
    /// Names of the codes, in order.
    var codes: [String] { map(\.code.name) }
    /// What the ranges cover.
    var texts: [String] {
        map { diagnostic in
            guard let file = diagnostic.location.file, let range = diagnostic.location.range else { return "" }
            return file.text(range)
        }
    }
}

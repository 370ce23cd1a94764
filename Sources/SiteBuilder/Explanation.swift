import Catalog
import Diagnostics
import Languages

/// Why a page was made again, or was not: in words, a line each.
struct Explanation: Sendable {
    let address: String
    let isPlanned: Bool
    /// Questions whose answers are others than in the build before; nothing where there was no such page.
    ///
    /// One about what is gone has no form any more.
    let changes: [Question?]?

    func lines(_ catalog: AlbumCatalog, _ language: Language) -> [String] {
        let head = head.text(language, [address])
        return [head]
            + (changes ?? []).map { question in
                "  " + (question.map { name(of: $0, catalog) } ?? Self.gone).text(language, [])
            }
    }

    private var head: Bilingual {
        guard isPlanned else {
            return Bilingual(ru: "{1}: такой страницы на сайте нет", en: "{1}: the site has no such page")
        }
        guard let changes else {
            return Bilingual(
                ru: "{1}: собрана, прежней страницы с таким адресом нет",
                en: "{1}: made, there was no page of this address before")
        }
        return changes.isEmpty
            ? Bilingual(
                ru: "{1}: прежняя, всё, что на ней показано, осталось как было",
                en: "{1}: as before, nothing that it shows has changed")
            : Bilingual(ru: "{1}: собрана заново, изменилось:", en: "{1}: made again, changed were:")
    }

    private static let gone = Bilingual(ru: "то, чего больше нет", en: "something that is gone")

    private func name(of question: Question, _ catalog: AlbumCatalog) -> Bilingual {
        func path(_ index: MaterialIndex) -> String { "content/" + catalog.directory.listings[index].path }
        func entry(_ reference: EntryReference) -> String { "«\(catalog.schema.entry(reference).distinctName)»" }
        return switch question {
        case .configuration: Bilingual(ru: "album.yml или дата издания", en: "album.yml or the day of the edition")
        case .theme: Bilingual(ru: "слова, стили или скрипты темы", en: "words, styles or scripts of the theme")
        case .template(let name): Self.named(ru: "шаблон темы", en: "the template", name)
        case .kinds: Bilingual(ru: "виды материалов (content/kinds)", en: "kinds of materials (content/kinds)")
        case .vocabularies: Bilingual(ru: "названия списков (content/vocabularies)", en: "names of vocabularies")
        case .vocabulary(let position):
            Self.named(ru: "состав списка", en: "the entries of", catalog.vocabularies[position].id.rawValue)
        case .letter(let reference): Self.named(ru: "буква записи", en: "the letter of", entry(reference))
        case .entry(let reference): Self.named(ru: "запись", en: "the entry", entry(reference))
        case .namesakes(let reference): Self.named(ru: "тёзки записи", en: "namesakes of", entry(reference))
        case .formerIDs(let reference): Self.named(ru: "прежние id записи", en: "former ids of", entry(reference))
        case .history(let reference):
            Self.named(ru: "прежние названия и преемник записи", en: "former names and successor of", entry(reference))
        case .published: Bilingual(ru: "состав материалов", en: "which materials there are")
        case .order: Bilingual(ru: "порядок материалов в списках", en: "the order of materials in lists")
        case .listing(let index): Self.named(ru: "название или адрес", en: "title or address of", path(index))
        case .material(let index): Self.named(ru: "шапка", en: "the front matter of", path(index))
        case .body(let index): Self.named(ru: "таблицы и ссылки", en: "tables and links of", path(index))
        case .content(let index): Self.named(ru: "текст", en: "the text of", path(index))
        case .abbreviations(let index): Self.named(ru: "сокращения", en: "abbreviations in", path(index))
        case .backlinks(let index): Self.named(ru: "кто ссылается на", en: "who refers to", path(index))
        case .related(let index): Self.named(ru: "что близко к", en: "what is near to", path(index))
        case .lifecycle(let index): Self.named(ru: "действует ли", en: "whether in force:", path(index))
        case .places(let index): Self.named(ru: "место в альбомах:", en: "the place in albums of", path(index))
        case .siblings(let index): Self.named(ru: "соседи в списке:", en: "who stands beside", path(index))
        case .faults(let index): Self.named(ru: "ошибки", en: "errors of", path(index))
        case .changes(let index): Self.named(ru: "когда менялся", en: "when changed:", path(index))
        case .books(let index): Self.named(ru: "книги из", en: "books of", path(index))
        case .materials(of: let reference): Self.named(ru: "материалы записи", en: "materials of", entry(reference))
        case .axes: Bilingual(ru: "списки карты охвата", en: "the vocabularies of the coverage")
        case .measure: Bilingual(ru: "что показывают карты охвата", en: "what maps of the coverage show")
        case .coverage: Bilingual(ru: "карта охвата", en: "the coverage")
        case .rows: Bilingual(ru: "строки дорожных карт", en: "rows of roadmaps")
        case .rowsIn(let index): Self.named(ru: "строки календаря из", en: "rows of the calendar of", path(index))
        case .recent: Bilingual(ru: "что появилось недавно", en: "what is new")
        case .rowTally: Bilingual(ru: "есть ли что выбирать в календаре", en: "whether the calendar is narrowed down")
        case .listed(of: let reference):
            Self.named(ru: "материалы записи по порядку", en: "materials of, in order,", entry(reference))
        case .covered(let reference):
            Self.named(ru: "строка карты охвата", en: "the row of the coverage", entry(reference))
        case .leading(let reference, _):
            Self.named(ru: "у кого больше всего по", en: "who has most of", entry(reference))
        case .municipalities(of: let reference):
            Self.named(ru: "муниципалитеты региона", en: "municipalities of", entry(reference))
        case .due(let reference):
            Self.named(ru: "строки дорожных карт для", en: "rows of roadmaps for", entry(reference))
        case .albums: Bilingual(ru: "главы альбомов", en: "chapters of albums")
        case .binding: Bilingual(ru: "что действует для всех муниципалитетов", en: "what holds for all municipalities")
        case .named(let text, _, _): Self.named(ru: "куда ведёт имя", en: "what is meant by", "«\(text)»")
        case .path(let path): Self.named(ru: "куда ведёт путь", en: "where the path leads:", path)
        case .citation(let number): Self.named(ru: "документы с номером", en: "documents with the number", number)
        case .file(let path): Self.named(ru: "файл", en: "the file", path)
        case .fileText(let path): Self.named(ru: "слова файла", en: "the words of the file", path)
        }
    }

    private static func named(ru: String, en: String, _ name: String) -> Bilingual {
        Bilingual(ru: "\(ru) \(name)", en: "\(en) \(name)")
    }
}

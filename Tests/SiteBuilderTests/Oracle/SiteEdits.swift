import Foundation
import TestSupport

/// Numbers that come again with the same seed.
///
/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What an editor or a designer may do to a site between two builds.
enum SiteEdit: String, CaseIterable {
    /// Of a material.
    case body, heading, link, title, summary, directions, municipalities, date, draft, alias
    /// Of the folder.
    case added, copied, removed, renamed
    /// Of record tables, in a text and in a CSV file.
    case row, cell, csvRow, csvCell
    /// Of files beside the materials.
    case picture, attachment
    /// Of what all materials stand on.
    case directionName, directionAdded, placeAlias, glossary, kindTitle
    /// Of the theme and of `album.yml`.
    case partial, string, style, menu, siteTitle, edition
    /// What is wrong, and right again.
    case broken, mended, unreadable
    /// A build without a change.
    case nothing
}

/// A site whose files are edited at random, each edit a small one that a person might make.
struct EditedSite {
    let site: SampleSite
    private var numbers: SeededNumbers
    /// Names given so far, so that each is new.
    private var count = 100
    /// What stood in files that an edit broke.
    private var sound: [String: String] = [:]

    init(seed: UInt64) throws {
        site = try SampleSite(Self.materials)
        try site.lay(
            SampleSite.tests.appendingPathComponent("Golden/an-album-has-chapters-and-an-edition-on-one-page/site"))
        try site.lay(SampleSite.tests.appendingPathComponent("OwnTheme/site/content"), into: "content/")
        numbers = SeededNumbers(seed: seed)
    }

    private static let materials: [String: String] = {
        var files = [
            "content/roadmaps/leto.md": """
            ---
            title: Летний план
            summary: Что будет летом
            directions: [Здоровье]
            municipalities: [Ашинский МР]
            date: 2023
            tables: {events: leto.csv}
            ---
            Вводный текст о [[p1]].

            ## Мероприятия

            Строки лежат в отдельном файле.

            """,
            "content/roadmaps/leto.csv": """
            Мероприятие;Участники;Исполнители;Сроки;Результат
            Лагерь;школы;Отдел;июнь 2023;отчёт
            Поход;методисты;Отдел;11 июля 2023;[[p2|практика]]

            """,
        ]
        for number in 1...6 {
            files["content/practices/p\(number).md"] = """
                ---
                title: Практика \(number)
                summary: Случай \(number) из жизни школы
                directions: [\(number % 2 == 0 ? "Знание" : "Здоровье")]
                municipalities: [\(number % 3 == 0 ? "Троицкий ГО" : "Ашинский МР")]
                date: 2023-0\(number)-11
                ---

                ## Цель

                Слово о ВСОКО и [[p\(number % 6 + 1)]], по приказу Министерства от 09.12.2022 № 02/2807.

                ## Ход

                1. Начало \(number).
                2. Конец.

                """
        }
        return files
    }()

    // MARK: Editing

    /// Makes an edit, or says that there is nothing to be edited so.
    mutating func make(_ edit: SiteEdit) throws -> Bool {
        switch edit {
        case .body, .heading, .link, .title, .summary, .directions, .municipalities, .date, .draft, .alias:
            guard let path = try pick("content/practices/", "content/roadmaps/") else { return false }
            return try change(path) { text, site in
                switch edit {
                case .body: text + "\nЕщё слово \(site.word()) и \(site.word()).\n"
                case .heading: text + "\n## Раздел \(site.word())\n\nТекст.\n"
                case .link: text + "\nСм. [[p\(site.number(6))]].\n"
                case .title: Self.text(text, with: "title", "Название \(site.word())")
                case .summary: Self.text(text, with: "summary", "Кратко: \(site.word())")
                case .directions: Self.text(text, with: "directions", site.one(["[Знание]", "[Здоровье]", "[]"]))
                case .municipalities: Self.text(text, with: "municipalities", site.one(["[Троицкий МР]", "[Аша]"]))
                case .date: Self.text(text, with: "date", "2023-0\(site.number(9))-15")
                case .draft: Self.text(text, with: "draft", site.one(["true", "false"]))
                default: Self.text(text, with: "aliases", "[staraia-\(site.word())]")
                }
            }
        case .added, .copied, .removed, .renamed: return try place(edit)
        case .row, .cell, .csvRow, .csvCell: return try table(edit)
        case .picture, .attachment: return try file(edit)
        case .directionName, .directionAdded, .placeAlias, .glossary, .kindTitle: return try schema(edit)
        case .partial, .string, .style, .menu, .siteTitle, .edition: return try look(edit)
        case .broken, .mended, .unreadable: return try fault(edit)
        case .nothing: return true
        }
    }

    private mutating func place(_ edit: SiteEdit) throws -> Bool {
        if edit == .added {
            let name = word()
            try site.folder.write(
                SampleSite.practice("Новая \(name)", "directions: [Знание]"), to: "content/practices/\(name).md")
            return true
        }
        guard let path = try pick("content/practices/") else { return false }
        let text = try site.folder.text(path)
        if edit != .removed { try site.folder.write(text, to: "content/practices/\(word()).md") }
        if edit != .copied { try remove(path) }
        return true
    }

    private mutating func table(_ edit: SiteEdit) throws -> Bool {
        switch edit {
        case .row:
            return try change("content/roadmaps/karta.md") {
                $0.replacing(
                    "| Консультации |",
                    with: "| Встреча \($1.word()) | школы | Отдел | май 2023 | итог |\n| Консультации |")
            }
        case .cell:
            return try change("content/roadmaps/karta.md") {
                $0.replacing("| запись |", with: "| запись \($1.word()) |")
            }
        case .csvRow:
            return try change("content/roadmaps/leto.csv") { $0 + "Выезд \($1.word());школы;Отдел;август 2023;отчёт\n" }
        default:
            return try change("content/roadmaps/leto.csv") { $0.replacing("отчёт", with: "отчёт \($1.word())") }
        }
    }

    private mutating func file(_ edit: SiteEdit) throws -> Bool {
        let name = word()
        guard let path = try pick("content/practices/") else { return false }
        if edit == .picture {
            try site.folder.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(90))\" height=\"9\"></svg>",
                to: "content/practices/\(name).svg")
            return try change(path) { text, _ in text + "\n![Схема](\(name).svg)\n" }
        }
        try site.folder.write("данные \(name)", to: "content/practices/\(name).txt")
        return try change(path) { text, _ in text + "\n[Файл](\(name).txt)\n" }
    }

    private mutating func schema(_ edit: SiteEdit) throws -> Bool {
        let lists = "content/vocabularies/"
        switch edit {
        case .directionName:
            return try change(lists + "directions.yml") {
                $0.replacing("description: Чему", with: "description: \($1.word()). Чему")
            }
        case .directionAdded:
            return try change(lists + "directions.yml") {
                $0 + "  - {id: \($1.word()), name: Направление \($1.number(1000))}\n"
            }
        case .placeAlias:
            return try change(lists + "municipalities.yml") {
                $0.replacing("aliases: [Аша", with: "aliases: [Аша, Завод \($1.word())")
            }
        case .glossary:
            return try change(lists + "glossary.yml") {
                $0 + "  - {id: \($1.word()), name: СЛ\($1.number(1000)), expansion: слово \($1.number(9))}\n"
            }
        default:
            return try change("content/kinds/practice.yml") {
                Self.text($0, with: "description", "Практики, \($1.word())")
            }
        }
    }

    private mutating func look(_ edit: SiteEdit) throws -> Bool {
        switch edit {
        case .partial:
            return try change("themes/small/templates/partials/link.mustache") { "<!-- \($1.word()) -->" + $0 }
        case .string:
            return try change("themes/small/strings/ru.yml") {
                $0.replacing("many: \"материалов", with: "many: \"(\($1.word())) материалов")
            }
        case .style: return try change("themes/small/assets/css/small.css") { $0 + "\n.a\($1.word()) {}\n" }
        case .menu:
            return try change("album.yml") {
                Self.text($0, with: "menu", $1.one(["[directions, practice]", "[roadmap, calendar]", "[coverage]"]))
            }
        case .siteTitle: return try change("album.yml") { Self.text($0, with: "title", "Альбом \($1.word())") }
        default: return try change("album.yml") { Self.text($0, with: "edition", "2023-0\($1.number(9))-01") }
        }
    }

    private mutating func fault(_ edit: SiteEdit) throws -> Bool {
        if edit == .mended {
            guard let (path, text) = sound.sorted(by: { $0.key < $1.key }).first else { return false }
            sound[path] = nil
            if site.folder.contains(path) { try site.folder.write(text, to: path) }
            return true
        }
        guard let path = try pick("content/practices/"), sound[path] == nil else { return false }
        sound[path] = try site.folder.text(path)
        let isUnreadable = edit == .unreadable
        return try change(path) { text, _ in
            isUnreadable ? "---\ntitle: [\n---\n" : text + "\nСм. [[net-takogo]].\n"
        }
    }

    // MARK: Helpers

    private mutating func change(
        _ path: String, _ edit: (String, inout EditedSite) -> String
    ) throws -> Bool {
        guard site.folder.contains(path) else { return false }
        let text = try site.folder.text(path)
        let changed = edit(text, &self)
        try site.folder.write(changed, to: path)
        return changed != text
    }

    private mutating func remove(_ path: String) throws {
        sound[path] = nil
        try site.folder.remove(path)
    }

    /// A material below one of the folders.
    private mutating func pick(_ folders: String...) throws -> String? {
        try site.folder.files(below: "content").map { "content/" + $0 }
            .filter { path in path.hasSuffix(".md") && folders.contains(where: path.hasPrefix) }
            .sorted().randomElement(using: &numbers)
    }

    /// A line of a front matter or of a YAML file: `key: value`, in place of the one that is there.
    private static func text(_ text: String, with key: String, _ value: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let line = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
            lines[line] = "\(key): \(value)"
        } else {
            lines.insert("\(key): \(value)", at: lines.first == "---" ? 1 : 0)
        }
        return lines.joined(separator: "\n")
    }

    private mutating func word() -> String {
        count += 1
        return "slovo\(count)"
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 1...limit, using: &numbers) }

    private mutating func one(_ choices: [String]) -> String { choices[number(choices.count) - 1] }
}

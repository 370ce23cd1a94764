import Foundation
import TestSupport

/// A site whose files are edited at random, each edit a small one that a person might make.
struct EditedSite {
    let site: SampleSite
    var numbers: SeededNumbers
    /// Names given so far, so that each is new.
    private var count = 100
    /// The materials that the edit is made to.
    var picked: [String] = []
    /// The sources as they were when they were remembered.
    private var sound: [String: [UInt8]] = [:]
    /// What was done since.
    private var changes: [SiteChange] = []

    init(seed: UInt64) throws {
        site = try SampleSite(Self.materials)
        try site.lay(
            SampleSite.tests.appendingPathComponent("Golden/an-album-has-chapters-and-an-edition-on-one-page/site"))
        try site.lay(SampleSite.tests.appendingPathComponent("OwnTheme/site/content"), into: "content/")
        // A site with an address has pages as Markdown too, which are held as pages are.
        let settings = try site.folder.text("album.yml")
        try site.folder.write(settings + "\nurl: https://album.example.org/\n", to: "album.yml")
        numbers = SeededNumbers(seed: seed)
        for path in try sources() where path.hasSuffix(".md") { try site.folder.setTime(Self.begin, of: path) }
        try remember()
    }

    /// When all materials were written: they have one time, so that of two of equal size the disk says the same.
    static let begin = FileTime(seconds: 1_600_000_000)

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

    /// Makes an edit; what it comes to, which is nothing where there is nothing to be edited so.
    ///
    /// Going back comes to all that was done since.
    mutating func make(_ edit: SiteEdit) throws -> [SiteChange] {
        picked = []
        guard try isMade(edit) else { return [] }
        changes.append(SiteChange(edit: edit, materials: picked))
        return edit == .reverted ? changes : [changes[changes.count - 1]]
    }

    private mutating func isMade(_ edit: SiteEdit) throws -> Bool {
        switch edit {
        case .body, .heading, .link, .title, .summary, .directions, .municipalities, .date, .draft, .alias:
            return try text(edit)
        case .added, .copied, .removed, .renamed, .withdrawn, .moved: return try place(edit)
        case .row, .cell, .csvRow, .csvCell: return try table(edit)
        case .picture, .attachment, .attachedText: return try file(edit)
        case .directionName, .directionAdded, .placeAlias, .glossary, .entryAhead, .entryMoved, .kindTitle, .formerName,
            .formerID, .successor:
            return try schema(edit)
        case .partial, .string, .style, .menu, .siteTitle, .edition: return try look(edit)
        case .broken, .unreadable: return try fault(edit)
        case .reverted: return try revert()
        case .sameSize, .sameSizeElsewhere: return try overwrite(edit)
        case .exchanged: return try exchange()
        case .nothing: return true
        }
    }

    // MARK: Going back

    /// Remembers all sources as they are now, for those who go back to them.
    mutating func remember() throws {
        (sound, changes) = ([:], [])
        for path in try sources() { sound[path] = try site.folder.bytes(path) }
    }

    private func revert() throws -> Bool {
        guard !changes.isEmpty else { return false }
        let present = try sources()
        for path in present where sound[path] == nil { try site.folder.remove(path) }
        for (path, bytes) in sound {
            if site.folder.contains(path), try site.folder.bytes(path) == bytes { continue }
            try site.folder.write(bytes, to: path)
        }
        return true
    }

    func sources() throws -> [String] {
        try site.folder.files().filter { path in
            path == "album.yml" || path.hasPrefix("content/") || path.hasPrefix("themes/")
        }
    }

    // MARK: Helpers

    mutating func change(
        _ path: String, _ edit: (String, inout EditedSite) -> String
    ) throws -> Bool {
        guard site.folder.contains(path) else { return false }
        let text = try site.folder.text(path)
        let changed = edit(text, &self)
        try site.folder.write(changed, to: path)
        return changed != text
    }

    /// A material below one of the folders.
    mutating func pick(_ folders: String...) throws -> String? {
        let found = try site.folder.files(below: "content").map { "content/" + $0 }
            .filter { path in path.hasSuffix(".md") && folders.contains(where: path.hasPrefix) }
            .sorted().randomElement(using: &numbers)
        picked += [found].compactMap(\.self)
        return found
    }

    /// A line of a front matter or of a YAML file: `key: value`, in place of the one that is there.
    static func text(_ text: String, with key: String, _ value: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let line = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
            lines[line] = "\(key): \(value)"
        } else {
            lines.insert("\(key): \(value)", at: lines.first == "---" ? 1 : 0)
        }
        return lines.joined(separator: "\n")
    }

    mutating func word() -> String {
        count += 1
        return "slovo\(count)"
    }

    mutating func number(_ limit: Int) -> Int { Int.random(in: 1...limit, using: &numbers) }

    mutating func one(_ choices: [String]) -> String { choices[number(choices.count) - 1] }
}

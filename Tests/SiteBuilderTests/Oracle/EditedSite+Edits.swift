import Foundation
import TestSupport

/// What each edit does to the files.
extension EditedSite {
    mutating func text(_ edit: SiteEdit) throws -> Bool {
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
    }

    mutating func place(_ edit: SiteEdit) throws -> Bool {
        if edit == .added {
            let name = word()
            try site.folder.write(
                SampleSite.practice("Новая \(name)", "directions: [Знание]"), to: "content/practices/\(name).md")
            return true
        }
        guard let path = try pick("content/practices/") else { return false }
        let text = try site.folder.text(path)
        let name = word()
        if edit != .removed, edit != .withdrawn { try site.folder.write(text, to: "content/practices/\(name).md") }
        if edit != .copied { try site.folder.remove(path) }
        if edit == .withdrawn || edit == .moved { try relink(path, to: edit == .moved ? name : "leto") }
        return true
    }

    /// Lets all links to a material lead to another one.
    private mutating func relink(_ path: String, to name: String) throws {
        let old = String(path.split(separator: "/").last?.dropLast(3) ?? "")
        for file in try site.folder.files(below: "content") where file.hasSuffix(".md") || file.hasSuffix(".csv") {
            let text = try site.folder.text("content/" + file)
            let changed = ["]]", "|", "#"].reduce(text) { $0.replacing("[[\(old)\($1)", with: "[[\(name)\($1)") }
            guard changed != text else { continue }
            try site.folder.write(changed, to: "content/" + file)
            picked.append("content/" + file)
        }
    }

    mutating func table(_ edit: SiteEdit) throws -> Bool {
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

    mutating func file(_ edit: SiteEdit) throws -> Bool {
        let name = word()
        guard let path = try pick("content/practices/") else { return false }
        if edit == .picture {
            try site.folder.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(90))\" height=\"9\"></svg>",
                to: "content/practices/\(name).svg")
            return try change(path) { text, _ in text + "\n![Схема](\(name).svg)\n" }
        }
        if edit == .attachedText {
            // Under one name of two, so that other words come into the same file.
            let document = numbers.next() % 2 == 0 ? "polozhenie.docx" : "blank.docx"
            let fixture = numbers.next() % 2 == 0 ? "practice.docx" : "losses.docx"
            let source = SampleSite.repository.appendingPathComponent("Tests/Fixtures/office/" + fixture)
            try site.folder.write([UInt8](try Data(contentsOf: source)), to: "content/practices/" + document)
            return try change(path) { text, _ in text + "\n[Документ](\(document))\n" }
        }
        try site.folder.write("данные \(name)", to: "content/practices/\(name).txt")
        return try change(path) { text, _ in text + "\n[Файл](\(name).txt)\n" }
    }

    mutating func schema(_ edit: SiteEdit) throws -> Bool {
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
        case .entryAhead:
            let list = numbers.next() % 2 == 0 ? "directions.yml" : "glossary.yml"
            return try change(lists + list) {
                $0.replacing(
                    "entries:\n", with: "entries:\n  - {id: \($1.word()), name: Ф\($1.number(1000))}\n")
            }
        case .entryMoved:
            let list = numbers.next() % 2 == 0 ? "directions.yml" : "glossary.yml"
            return try change(lists + list) { text, _ in
                let lines = text.split(separator: "\n")
                guard let last = lines.last, last.hasPrefix("  - {") else { return text }
                let rest = lines.dropLast().joined(separator: "\n") + "\n"
                return rest.replacing("entries:\n", with: "entries:\n\(last)\n")
            }
        case .formerName:
            return try change(lists + "municipalities.yml") {
                $0.replacing(
                    "type: МР,", with: "was: [{name: Район \($1.word()), to: 20\(10 + $1.number(9))}], type: МР,"
                )
                .replacing(#/was: \[[^\]]*\], (was:)/#) { String($0.1) }
            }
        case .formerID:
            return try change(lists + "directions.yml") {
                $0.replacing("number: 9,", with: "number: 9, was: [byvshaia-\($1.word())],")
                    .replacing(#/(was: \[[^\]]*\],) was: \[[^\]]*\],/#) { String($0.1) }
            }
        case .successor:
            return try change(lists + "municipalities.yml") { text, site in
                let other = site.one(["asha-mr", "troitsk-mr"])
                return text.replacing(#/ successor: [a-z-]+,/#, with: "")
                    .replacing("type: ГО,", with: "type: ГО, successor: \(other),")
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

    mutating func look(_ edit: SiteEdit) throws -> Bool {
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

    mutating func fault(_ edit: SiteEdit) throws -> Bool {
        guard let path = try pick("content/practices/") else { return false }
        return try change(path) { text, _ in
            edit == .unreadable ? "---\ntitle: [\n---\n" : text + "\nСм. [[net-takogo]].\n"
        }
    }

    // MARK: Equal size and time

    /// Writes other bytes in place of some, as many, into the same file, and sets its time back.
    mutating func overwrite(_ edit: SiteEdit) throws -> Bool {
        let found =
            edit == .sameSize
            ? try pick("content/")
            : try sources().filter { try !$0.hasSuffix(".md") && !Self.places(site.folder.bytes($0)).isEmpty }
                .randomElement(using: &numbers)
        guard let path = found else { return false }
        var bytes = try site.folder.bytes(path)
        guard let place = Self.places(bytes).randomElement(using: &numbers) else { return false }
        // Of the small Russian letters «а» to «п», which differ in their second byte alone.
        bytes[place + 1] = bytes[place + 1] == 0xB0 ? 0xBE : 0xB0
        let time = try site.folder.time(of: path)
        try site.folder.write(bytes, to: path)
        try site.folder.setTime(time, of: path)
        return true
    }

    /// Where small Russian letters «а» to «п» stand.
    private static func places(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.dropLast().filter { bytes[$0] == 0xD0 && (0xB0...0xBF).contains(bytes[$0 + 1]) }
    }

    /// Gives two materials of equal size one time, and lets them have each other's names.
    mutating func exchange() throws -> Bool {
        var alike: [Int: [String]] = [:]
        for path in try sources() where path.hasPrefix("content/practices/") && path.hasSuffix(".md") {
            alike[try site.folder.bytes(path).count, default: []].append(path)
        }
        let groups = alike.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        guard let group = groups.randomElement(using: &numbers) else { return false }
        let pair = group.shuffled(using: &numbers).prefix(2)
        picked += pair
        let (first, second) = (pair[0], pair[1])
        for path in pair { try site.folder.setTime(Self.begin, of: path) }
        try site.folder.move(first, to: "content/aside")
        try site.folder.move(second, to: first)
        try site.folder.move("content/aside", to: second)
        return true
    }
}

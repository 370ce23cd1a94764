import TestSupport

/// What an editor of a site with roots may do between two builds.
enum RootEdit: String, CaseIterable {
    /// Of a material of a root.
    case body, title, date, directions, municipality, link, row
    /// Of the folder of a root.
    case added, removed, draft
    /// Of the list of roots.
    case rootRemoved, rootRenamed, rootRegion, rootsTurned, rootAdded
    /// Of a root's vocabularies and kinds.
    case placeAhead, placeAdded, placeNamed, directionAdded, directionDiffers, kindTitle, kindAdded
    /// Of the site's own.
    case siteDirection, sitePlace, regionName, siteMaterial
    /// One name in two roots: of a material, of a place, of an id.
    case sameName, samePlace, sameID
    /// All is again what it was.
    case reverted
}

/// The country of ``CountrySite``, edited at random.
struct EditedCountry {
    let site: SampleSite
    var numbers: SeededNumbers
    private var count = 100
    private var sound: [String: [UInt8]] = [:]
    /// The root that the last edit was made in; none where it was the site.
    private(set) var root: String?

    /// The folders of the roots' content.
    static let folders = [
        "perm": "regions/perm/content", "tula": "regions/tula-oblast", "omsk": "regions/omsk/content",
    ]

    init(seed: UInt64) throws {
        var files: [String: String] = [:]
        for (root, folder) in Self.folders {
            for number in 1...3 {
                files["\(folder)/practices/p\(number).md"] = SampleSite.practice(
                    "Практика \(number) \(root)", "directions: [Знание]\ndate: 2023-0\(number)-10")
            }
            files["\(folder)/roadmaps/karta.md"] = """
                ---
                title: Карта \(root)
                summary: Что будет
                directions: [Здоровье]
                date: 2023
                ---
                ## Мероприятия

                | Мероприятие | Участники | Исполнители | Сроки | Результат |
                | --- | --- | --- | --- | --- |
                | Встреча | школы | Отдел | июнь 2023 | отчёт |

                """
        }
        site = try CountrySite.make(files)
        numbers = SeededNumbers(seed: seed)
        try remember()
    }

    mutating func remember() throws {
        sound = [:]
        for path in try sources() { sound[path] = try site.folder.bytes(path) }
    }

    private func sources() throws -> [String] {
        try site.folder.files().filter { path in
            ["album.yml", "content/", "regions/"].contains(where: path.hasPrefix)
        }
    }

    // MARK: Edits

    /// Makes an edit; whether anything is another.
    mutating func make(_ edit: RootEdit, in wanted: String? = nil) throws -> Bool {
        let root = wanted ?? one(["perm", "tula", "omsk"])
        let folder = Self.folders[root] ?? ""
        self.root = root
        switch edit {
        case .body, .title, .date, .directions, .municipality, .link, .row, .draft:
            return try text(edit, "\(folder)/\(edit == .row ? "roadmaps/karta" : "practices/p\(number(3))").md")
        case .added:
            try site.folder.write(SampleSite.practice("Новая \(word())"), to: "\(folder)/practices/\(word()).md")
            return true
        case .removed:
            let path = "\(folder)/practices/p\(number(3)).md"
            guard site.folder.contains(path) else { return false }
            try site.folder.remove(path)
            return true
        case .placeAhead, .placeAdded, .placeNamed, .directionAdded, .directionDiffers, .kindTitle, .kindAdded:
            return try schema(edit, folder)
        case .sameName, .sameID, .samePlace: return try clash(edit, folder)
        default:
            self.root = nil
            return edit == .reverted ? try revert() : try whole(edit)
        }
    }

    private mutating func text(_ edit: RootEdit, _ path: String) throws -> Bool {
        try change(path) { text, site in
            switch edit {
            case .body: text + "\nЕщё \(site.word()).\n"
            case .title: EditedSite.text(text, with: "title", "Название \(site.word())")
            case .date: EditedSite.text(text, with: "date", "2023-0\(site.number(9))-15")
            case .directions:
                EditedSite.text(text, with: "directions", site.one(["[Здоровье, Знание]", "[Здоровье]", "[]"]))
            case .municipality:
                EditedSite.text(
                    text, with: "municipalities", site.one(["[Ленинский МР]", "[Тарский МР]", "[Столица]"]))
            case .link: text + "\nСм. [[\(site.one(["kvest", "p1", "tula/p2", "perm/p1", "omsk/p3", "prikaz"]))]].\n"
            case .draft: EditedSite.text(text, with: "draft", site.one(["true", "false"]))
            default: text.replacing("| Встреча |", with: "| Беседа \(site.word()) | | | май 2023 | |\n| Встреча |")
            }
        }
    }

    private mutating func schema(_ edit: RootEdit, _ folder: String) throws -> Bool {
        let lists = folder + "/vocabularies/"
        switch edit {
        case .placeAhead:
            return try change(lists + "municipalities.yml") { text, site in
                text.replacing("entries:\n", with: "entries:\n  - {id: \(site.word()), name: Аа \(site.number(900))}\n")
            }
        case .placeAdded:
            return try change(lists + "municipalities.yml") {
                $0 + "  - {id: \($1.word()), name: Яя \($1.number(900))}\n"
            }
        case .placeNamed:
            return try change(lists + "municipalities.yml") { text, site in
                text.replacing(#/ГО\}|МР\}/#) { "\($0.output.dropLast()), short: К\(site.number(90))}" }
            }
        case .directionAdded:
            let path = lists + "directions.yml"
            let entry = "  - {id: \(word()), name: Новое \(number(900))}\n"
            if site.folder.contains(path) { return try change(path) { text, _ in text + entry } }
            try site.folder.write(
                "title: Направления\nlabel: {one: направление, few: направления, many: направлений}\naxis: true\n"
                    + "entries:\n" + entry, to: path)
            return true
        case .directionDiffers:
            let path = "regions/tula-oblast/vocabularies/directions.yml"
            root = "tula"
            return try change(path) { $0.replacing("name: Шахматы", with: "name: Шахматы, short: Ш\($1.number(90))") }
        case .kindTitle:
            root = "omsk"
            return try change("regions/omsk/content/kinds/museum.yml") {
                EditedSite.text($0, with: "title", "Музеи \($1.word())")
            }
        default:
            let id = word()
            try site.folder.write(
                "id: \(id)\nfolder: \(id)\nname: {one: вид, few: вида, many: видов}\ntitle: Виды \(id)\norder: 9\n",
                to: "\(folder)/kinds/\(id).yml")
            return true
        }
    }

    private mutating func clash(_ edit: RootEdit, _ folder: String) throws -> Bool {
        switch edit {
        case .samePlace:
            return try change(folder + "/vocabularies/municipalities.yml") { text, site in
                text
                    + "  - {id: \(site.one(["leninsky-mr", "tara-mr", "stolitsa"])), name: \(site.one(["Ленинский МР", "Столица"]))}\n"
            }
        case .sameID:
            return try change("\(folder)/practices/p\(number(3)).md") {
                EditedSite.text($0, with: "id", $1.one(["marafon-1", "p1", "kvest"]))
            }
        default:
            return try change("\(folder)/practices/p\(number(3)).md") {
                EditedSite.text($0, with: "title", $1.one(["Марафон", "Квест страны", "Краевед"]))
            }
        }
    }

    private mutating func whole(_ edit: RootEdit) throws -> Bool {
        switch edit {
        case .siteDirection:
            return try change("content/vocabularies/directions.yml") { text, site in
                text.replacing("entries:\n", with: "entries:\n  - {id: \(site.word()), name: Ф\(site.number(900))}\n")
            }
        case .sitePlace:
            return try change("content/vocabularies/municipalities.yml") { text, site in
                text + "  - {id: \(site.one(["leninsky-mr", "tara-mr"])), name: Общий МР, region: perm}\n"
            }
        case .regionName:
            return try change("content/vocabularies/regions.yml") { text, site in
                text.replacing("Омская область", with: "Омская область \(site.number(900))")
            }
        case .siteMaterial:
            try site.folder.write(SampleSite.practice("Общая \(word())"), to: "content/practices/\(word()).md")
            return true
        default: return try roots(edit)
        }
    }

    private mutating func roots(_ edit: RootEdit) throws -> Bool {
        try change("album.yml") { text, site in
            var lines = text.split(separator: "\n").map(String.init)
            let places = lines.indices.filter { lines[$0].hasPrefix("  - {folder") }
            guard let place = places.randomElement(using: &site.numbers) else { return text }
            switch edit {
            case .rootRemoved: lines.remove(at: place)
            case .rootRenamed:
                lines[place] = lines[place].replacing(#/ id: [a-z0-9]+,/#, with: "")
                    .replacing(", region", with: ", id: \(site.word()), region")
            case .rootRegion:
                lines[place] = lines[place].replacing(
                    #/region: [a-z]+/#, with: "region: \(site.one(["perm", "tula", "omsk"]))")
            case .rootAdded:
                lines.insert("  - {folder: regions/omsk/content/museums, id: \(site.word()), region: omsk}", at: place)
            default: lines.swapAt(place, place == places[0] ? places[places.count - 1] : places[0])
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private func revert() throws -> Bool {
        var isChanged = false
        for path in try sources() where sound[path] == nil {
            try site.folder.remove(path)
            isChanged = true
        }
        for (path, bytes) in sound {
            if site.folder.contains(path), try site.folder.bytes(path) == bytes { continue }
            try site.folder.write(bytes, to: path)
            isChanged = true
        }
        return isChanged
    }

    // MARK: Helpers

    private mutating func change(_ path: String, _ edit: (String, inout EditedCountry) -> String) throws -> Bool {
        guard site.folder.contains(path) else { return false }
        let text = try site.folder.text(path)
        let changed = edit(text, &self)
        try site.folder.write(changed, to: path)
        return changed != text
    }

    mutating func word() -> String {
        count += 1
        return "slovo\(count)"
    }

    mutating func number(_ limit: Int) -> Int { Int.random(in: 1...limit, using: &numbers) }

    mutating func one(_ choices: [String]) -> String { choices[number(choices.count) - 1] }
}

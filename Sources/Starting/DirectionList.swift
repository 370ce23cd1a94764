import Diagnostics
import Languages

/// A direction of the work as it will stand in the vocabulary.
package struct DirectionEntry: Sendable, Hashable {
    package let id: String
    package let name: String
    package var full: String?
    package var short: String?
    package var aliases: [String] = []
    package var group: String?
    package var description: String?

    /// By what it is known, folded.
    fileprivate var allNames: [String] {
        ([name, full, short].compactMap(\.self) + aliases).map { NameFolding.fold($0) }
    }
}

/// The directions by which a new site sorts its materials: its own, or the nine that many regions share.
///
/// A name begins with a capital; one of the nine has their group, full name and description where the list says none.
///
/// ```
/// list = { name [ separator short [ separator description ] ] LF }    separator: a tab, or «;»
/// ```
package struct DirectionList: Sendable, Hashable {
    package let entries: [DirectionEntry]

    /// Reads a list; refuses one that is empty or names a direction twice.
    package static func read(_ text: String) -> (DirectionList?, [StartingNote]) {
        var entries: [DirectionEntry] = []
        var notes: [StartingNote] = []
        var (raised, unquoted): ([String], [String]) = ([], [])
        for line in text.split(whereSeparator: \.isNewline) where line.contains(where: \.isLetter) {
            let cells = PastedCells.split(line, by: line.contains("\t") ? "\t" : ";")
            guard let listed = cells.first(where: { $0.contains(where: \.isLetter) }).map(cleaned)
            else { continue }
            let written = withoutQuotes(listed)
            let name = written.prefix(1).uppercased() + written.dropFirst()
            if NameFolding.fold(name) == "направление" || NameFolding.fold(name) == "название" { continue }
            if RemarkRow.sum(among: cells) != nil {
                notes.append(StartingNote(StartingReason.titleOfDirections, [name]))
                continue
            }
            if entries.isEmpty, isTitle(name) {
                notes.append(StartingNote(StartingReason.titleOfDirections, [name]))
                continue
            }
            guard !entries.contains(where: { NameFolding.fold($0.name) == NameFolding.fold(name) }) else {
                notes.append(StartingNote(StartingReason.doubledDirection, [name], isRefusal: true))
                continue
            }
            if name != written { raised.append("«\(name)»") }
            if written != listed { unquoted.append(name) }
            let others = cells.drop { cleaned($0) != listed }.dropFirst().filter { !$0.isEmpty }
            // One of the nine keeps its id: albums are joined by ids.
            let federal = nine.entries.first { $0.allNames.contains(NameFolding.fold(name)) }
            var entry = DirectionEntry(id: federal.map(\.id) ?? freeID(name, entries), name: name)
            entry.short = others.first.flatMap { $0 == name ? nil : $0 } ?? federal?.short
            entry.description = others.dropFirst().first ?? federal?.description
            (entry.full, entry.group) = (federal?.full, federal?.group)
            entries.append(entry)
        }
        if !raised.isEmpty {
            notes.append(StartingNote(StartingReason.raisedDirections, [raised.joined(separator: ", ")]))
        }
        if !unquoted.isEmpty {
            notes.append(StartingNote(StartingReason.quotedDirections, [unquoted.joined(separator: ", ")]))
        }
        if entries.isEmpty { notes.append(StartingNote(StartingReason.noDirection, [], isRefusal: true)) }
        // What is refused is mended first: what was made of the rest is told then.
        let refusals = notes.filter(\.isRefusal)
        return refusals.isEmpty ? (DirectionList(entries: entries), notes) : (nil, refusals)
    }

    /// Without what a list sets before and behind its items.
    private static func cleaned(_ cell: String) -> String {
        var name = PastedCells.withoutListMark(cell)
        while let last = name.last, ";,. ".contains(last) { name.removeLast() }
        return name
    }

    /// «Здоровье» of ««Здоровье»»; marks around a part of a name are its own.
    private static func withoutQuotes(_ name: String) -> String {
        for (open, close) in [("«", "»"), ("“", "”"), ("„", "“"), ("\"", "\"")]
        where name.hasPrefix(open) && name.hasSuffix(close) {
            let inner = name.dropFirst().dropLast()
            if inner.contains(where: \.isLetter), !inner.contains(where: { "«»“”„\"".contains($0) }) {
                return String(inner)
            }
        }
        return name
    }

    /// «Направления региональной программы», «Перечень направлений»: what stands above a list.
    private static func isTitle(_ name: String) -> Bool {
        let words = NameFolding.fold(name).split { !$0.isLetter }.map(String.init)
        return name.hasSuffix(":") || words.first == "направления"
            || words.contains("направлений") && ["перечень", "список"].contains(words.first ?? "")
    }

    /// The first words of the name, at most 40 letters.
    private static func freeID(_ name: String, _ others: [DirectionEntry]) -> String {
        let words = Transliteration.slug(name).split(separator: "-")
        var id = ""
        for word in words where id.isEmpty || id.utf8.count + word.utf8.count < 40 {
            id += (id.isEmpty ? "" : "-") + word
        }
        if id.isEmpty { id = "napravlenie" }
        let taken = Set(others.map(\.id))
        guard taken.contains(id) else { return id }
        var number = 2
        while taken.contains("\(id)-\(number)") { number += 1 }
        return "\(id)-\(number)"
    }

    /// The directions and conditions of the project «Школа Минпросвещения России», and the municipal level beside them.
    package static let nine = DirectionList(entries: [
        main(
            "znanie", "Знание",
            "Чему и как учат в школе — качество предметных результатов, функциональная грамотность и внутренняя оценка качества."
        ),
        main("zdorove", "Здоровье", "Как школа бережёт и укрепляет здоровье детей и поддерживает спорт."),
        main(
            "tvorchestvo", "Творчество",
            "Где ребёнок пробует себя — дополнительное образование, школьный театр, музей, конкурсы."),
        main("vospitanie", "Воспитание", "Как устроена система воспитания в школе и муниципалитете."),
        main(
            "proforientatsiia", "Профориентация",
            "Как школа помогает выбрать профессию, в том числе через профориентационный минимум.",
            aliases: ["Профессиональная ориентация"]),
        condition(
            "uchitel", "Учитель. Школьная команда", "Учитель",
            "Как растут учитель и управленческая команда — обучение, наставничество, методическая поддержка.",
            aliases: ["Учитель. Школьные команды", "Школьная команда"]),
        condition(
            "shkolnyi-klimat", "Школьный климат", "Климат",
            "Как в школе относятся друг к другу и что делают, чтобы всем было спокойно учиться и работать."),
        condition(
            "obrazovatelnaia-sreda", "Образовательная среда", "Среда",
            "Чем школа оснащена и какими пространствами и цифровыми сервисами пользуется."),
        DirectionEntry(
            id: "munitsipalnaia-gruppa", name: "Муниципальная группа",
            full: "Муниципальная группа (специалисты МОУО)", short: "Мун. группа", aliases: ["Специалисты МОУО"],
            group: "Муниципальный уровень",
            description:
                "Что делают специалисты муниципальных органов управления образованием, чтобы школы получали поддержку."),
    ])

    private static func main(_ id: String, _ name: String, _ about: String, aliases: [String] = []) -> DirectionEntry {
        DirectionEntry(
            id: id, name: name, full: "Магистральное направление «\(name)»", aliases: aliases,
            group: "Магистральные направления", description: about)
    }

    private static func condition(
        _ id: String, _ name: String, _ short: String, _ about: String, aliases: [String] = []
    ) -> DirectionEntry {
        DirectionEntry(
            id: id, name: name, full: "Ключевое условие «\(name)»", short: short, aliases: aliases,
            group: "Ключевые условия", description: about)
    }
}

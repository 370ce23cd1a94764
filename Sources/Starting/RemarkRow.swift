import Languages

/// Rows of a pasted list that are no municipalities: its title, headings within it, sums.
///
/// ```
/// remark  = sum | heading | title | annex
/// annex   = "приложение" [ number ], or initials of who has signed, or words without a capital that hold a figure: «к приказу от 01.02.2026 № 15»
/// about   = a preposition { any word }: «к приказу министерства»; or a region alone in the genitive; or "№" { any word }
/// note    = "*" { any word }, of which the first has no capital or one has a figure: «* пилот», «** — с 2024 г.»
/// sum     = ("итого" | "всего") { any word }
/// heading = { "муниципальные" | "городские" | "сельские" | "районы" | "округа" | "поселения" | "образования" | "города" | "зато" }
/// title   = ("перечень" | "список" | "реестр" | "сведения" | "в том числе") { any word }
/// above   = in a list without columns, any line before the first numbered one that says no sort of a place
/// ```
enum RemarkRow {
    private static let sums: Set<String> = ["итого", "всего"]
    private static let titles: Set<String> = ["перечень", "список", "реестр", "сведения"]
    private static let prepositions: Set<String> = ["к", "от", "об", "о", "по", "на", "для", "из"]
    private static let headings: Set<String> = [
        "муниципальные", "городские", "сельские", "районы", "округа", "поселения", "образования", "города", "зато", "и",
        "муниципальных", "городских", "сельских", "районов", "округов", "поселений", "образований", "городов",
    ]

    /// Whether a row is none of a municipality: by its name, or since one of its cells begins a sum.
    static func isOne(_ name: String, among cells: [String]) -> Bool { isOne(name) || sum(among: cells) != nil }

    /// The cell of a row that begins a sum: «Итого».
    static func sum(among cells: [String]) -> String? {
        cells.first { cell in
            NameFolding.fold(cell).split { !$0.isLetter }.first.map { sums.contains(String($0)) } ?? false
        }
    }

    /// How many lines stand above a plain list: those before the first numbered one, or before the first that says the sort
    /// of a place, as far as a line is none of names alone.
    ///
    /// «Пермь» above «Кунгурский МО» is a city; «участники проекта» is a heading.
    static func headings(of lines: [String], numbered: [Bool]) -> Int {
        if let first = numbered.firstIndex(of: true) { return first }
        let isUnderstood = lines.map { MunicipalityRow(line: 1, name: $0).isUnderstood }
        guard let first = isUnderstood.firstIndex(of: true) else { return 0 }
        let areCapitals = isCapitals(lines[first])
        return lines[..<first].lastIndex { line in
            line.split(separator: " ").contains { $0.first?.isLowercase == true } || isCapitals(line) && !areCapitals
        }.map { $0 + 1 } ?? 0
    }

    private static func isCapitals(_ line: String) -> Bool {
        line == line.uppercased() && line.count(where: \.isLetter) > 4
    }

    /// Whether the name of a row is none of a municipality.
    ///
    /// O(length).
    static func isOne(_ name: String) -> Bool {
        let words = NameFolding.fold(name).split { !$0.isLetter && $0 != "-" }.map(String.init)
        guard let first = words.first else { return false }
        if sums.contains(first) || titles.contains(first) { return true }
        let begins = name.drop { $0.isWhitespace }
        let word = NameFolding.fold(String(begins.prefix { !$0.isWhitespace }))
        if begins.hasPrefix("№") || prepositions.contains(word) && words.count > 1 { return true }
        if words.count == 2, ["области", "края"].contains(words[1]) || first == "республики" { return true }
        if begins.hasPrefix("*") {
            let text = begins.drop { !$0.isLetter }
            return text.first?.isLowercase ?? true || begins.contains(where: \.isNumber)
        }
        if words.starts(with: ["в", "том", "числе"]) || first == "приложение" { return true }
        if name.contains(where: \.isNumber), !name.contains(where: \.isUppercase) { return true }
        // «Министр А. Б. …»: who has signed.
        if name.contains(/\b\p{Lu}\. ?\p{Lu}\./) { return true }
        // «ЗАТО» by itself names nothing; «города» stands in no name.
        return words.allSatisfy(headings.contains)
    }
}

import Languages

/// What a municipality is called, made by rule of one official name; a person approves it.
///
/// ```
/// name       = [ "муниципальное образование" ] ( headed | led | settlement | plain )
/// headed     = adjective type                          Пермский городской округ, Кунгурский МО
/// led        = type [ "ЗАТО" ] [ settlement-word ] noun     городской округ Верхняя Пышма, МО город Екатеринбург
/// settlement = settlement-word noun                    г. Кунгур, город Казань
/// joint      = [ type ] { word } "и" { word }          Муниципальный округ город Нерехта и Нерехтский район
/// ```
/// | from | id | name | full | short | aliases |
/// | --- | --- | --- | --- | --- | --- |
/// | Пермский городской округ | permskii-go | Пермский ГО | Пермский городской округ | Пермский | Пермский округ |
/// | г.о. Верхняя Пышма | verkhniaia-pyshma-go | ГО Верхняя Пышма | Городской округ Верхняя Пышма | Верхняя Пышма | |
/// | город Казань | kazan | Казань | | | г. Казань |
///
/// What the rule does not know is left out: the town behind an adjective is never guessed.
package struct MunicipalityName: Sendable, Hashable {
    /// For addresses; unique in the list once ``MunicipalityProposals`` has looked at all.
    package var id: String
    package var name: String
    package var full: String?
    package var short: String?
    package var aliases: [String] = []
    package var type: MunicipalityType?
    /// Where its administration sits, if its own name does not say so; what it was called before by that.
    var centre: String?
    var shortBeforeCentre: String?

    private init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// «Павловского муниципального района» is «Павловский муниципальный район»; nothing for other words.
    private static func nominative(_ words: [String]) -> String? {
        let heads = ["округа": "округ", "района": "район"]
        guard words.count > 1, let head = words.last.flatMap({ heads[$0.lowercased()] }) else { return nil }
        var result: [String] = []
        for word in words.dropLast() {
            guard let ending = RegionName.plainMasculine.first(where: { word.hasSuffix($0.genitive) }) else {
                return nil
            }
            result.append(word.dropLast(ending.genitive.count) + ending.nominative)
        }
        return (result + [head]).joined(separator: " ")
    }

    private static let offices: Set<String> = [
        "администрация", "управление", "отдел", "комитет", "департамент", "министерство", "учреждение", "моуо", "руо",
    ]

    /// Reads a name as people write it; nothing when no letter of it is left, or when it names an office.
    ///
    /// - Parameters:
    ///   - typeWords: the sort where it stands apart from the name, in a column of its own.
    ///   - region: names of the region, which tables put behind the municipality: «… Республики Татарстан».
    package static func read(_ text: String, type typeWords: String = "", region: [String] = []) -> MunicipalityName? {
        let written = cleaned(text, region)
        guard var name = parsed(written, type: typeWords, region) else { return nil }
        name.full = name.full.map { quoted($0, as: written) }
        return name
    }

    private static func parsed(_ written: String, type typeWords: String, _ region: [String]) -> MunicipalityName? {
        var words = MunicipalityWords.split(written)
        let folded = words.map { NameFolding.fold($0) }
        if folded.starts(with: ["муниципальное", "образование"]), words.count > 2 {
            // An abbreviation by itself stays for those that name no other sort.
            words.removeFirst(2)
            if MunicipalityWords.type(atStartOf: words) == nil, MunicipalityWords.type(atEndOf: words) == nil {
                return formation(words)
            }
        }
        // «МО» before another sort is «муниципальное образование» too.
        if folded.first == "мо", words.count > 2,
            MunicipalityWords.type(atStartOf: Array(words.dropFirst())) != nil
        {
            words.removeFirst()
        }
        // «Якутск, городской округ».
        words = words.map { $0.count > 1 && $0.hasSuffix(",") ? String($0.dropLast()) : $0 }.map(withoutCapitals)
        guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
        // «Администрация Павловского муниципального района» is an office of one: of which one its words say.
        if let first = folded.first, Self.offices.contains(first), words.count > 1 {
            return nominative(Array(words.dropFirst())).flatMap { read($0, type: typeWords, region: region) }
        }
        if words.dropFirst().dropLast().contains("и") {
            return joint(words, official: written)
        }
        let apart = MunicipalityWords.type(atStartOf: MunicipalityWords.split(typeWords))
        if let found = MunicipalityWords.type(atEndOf: words), found.count < words.count {
            return headed(withSort: words, found, apart)
        }
        if let found = MunicipalityWords.type(atStartOf: words), found.count < words.count {
            return led(Array(words.dropFirst(found.count)), found)
        }
        if let found = apart {
            return isAdjective(words[words.count - 1]) && MunicipalityWords.settlements[folded[0]] == nil
                ? headed(words, found) : led(words, found)
        }
        return settlement(words)
    }

    // MARK: The forms

    /// «Уфимский» and «район», which may say its sort a second time: «муниципальный район Уфимский район», or «МР» in a
    /// column of its own.
    private static func headed(
        withSort words: [String], _ found: MunicipalityWords.Found, _ apart: MunicipalityWords.Found?
    ) -> MunicipalityName {
        var head = Array(words.dropLast(found.count))
        let isVague = found.type == .district || found.type == .okrug
        if let first = MunicipalityWords.type(atStartOf: head), first.count < head.count {
            head.removeFirst(first.count)
            // «МО … район» is «муниципальное образование», whose sort is the other word.
            let isArea = first.type == .municipalOkrug && first.count == 1 && found.type == .district
            return headed(head, isVague && !isArea ? first : isArea ? apart ?? found : found)
        }
        return headed(head, isVague ? apart ?? found : found)
    }

    /// «Пермский» and «городской округ».
    private static func headed(_ words: [String], _ found: MunicipalityWords.Found) -> MunicipalityName {
        guard isAdjective(words[words.count - 1]) else { return led(words, found) }
        let head = words.joined(separator: " ")
        let type = found.type
        let name = head + " " + type.rawValue
        // The whole adjective: «Никольский» without its ending, `nikol`, is no word.
        var result = MunicipalityName(id: joined(Transliteration.slug(head), type.slug), name: name)
        let full = head + " " + found.full
        result.full = full == name ? nil : full
        result.short = head
        result.type = type
        if let spoken = type.spoken.map({ head + " " + $0 }), spoken != name { result.aliases.append(spoken) }
        return result
    }

    /// «городской округ» and «Верхняя Пышма», «МО» and «город Екатеринбург».
    private static func led(_ written: [String], _ found: MunicipalityWords.Found) -> MunicipalityName {
        // «городской округ – город Барнаул»: the dash is of the official name alone.
        let isDashed = written.count > 1 && written[0].allSatisfy { "–—-".contains($0) }
        let words = isDashed ? Array(written.dropFirst()) : written
        var noun = words
        var aliases: [String] = []
        if noun.count > 1, let inner = MunicipalityWords.type(atStartOf: noun), inner.type == .closed,
            inner.count < noun.count
        {
            noun.removeFirst(inner.count)
            aliases.append("ЗАТО " + noun.joined(separator: " "))
        }
        let mark = noun.count > 1 ? MunicipalityWords.settlements[NameFolding.fold(noun[0])] : nil
        if let mark {
            noun.removeFirst()
            aliases.append(mark + " " + noun.joined(separator: " "))
        }
        let town = noun.joined(separator: " ")
        let type = found.type
        let slug = Transliteration.slug(town)
        var result = MunicipalityName(
            id: joined(slug, type.slug), name: type.rawValue + " " + words.joined(separator: " "))
        // «МО город …» is also how «муниципальное образование» is written: what it stands for is not known.
        if !(type == .municipalOkrug && mark == "г." && found.count == 1) {
            result.full = capitalised(found.full) + (isDashed ? " – " : " ") + words.joined(separator: " ")
        }
        if result.full == result.name { result.full = nil }
        result.short = town
        result.type = type
        if type == .municipalDistrict, isAdjective(noun[noun.count - 1]) { aliases.append(town + " район") }
        result.aliases = aliases
        return result
    }

    /// «муниципальное образование» and «город Алапаевск»: a municipality whose sort nobody says.
    private static func formation(_ words: [String]) -> MunicipalityName {
        var result = settlement(words)
        let town = words.joined(separator: " ")
        result.full = "Муниципальное образование " + town
        return result
    }

    /// A town and a district that are one municipality: «Муниципальный округ город Нерехта и Нерехтский район».
    ///
    /// The official name stays as it was written; nothing but the sort before it is said for short.
    private static func joint(_ words: [String], official: String) -> MunicipalityName {
        let sort = MunicipalityWords.type(atStartOf: words).flatMap { $0.count < words.count ? $0 : nil }
        let noun = words.dropFirst(sort?.count ?? 0)
        let isMarked = noun.first.map { MunicipalityWords.settlements[NameFolding.fold($0)] != nil } == true
        let slug = Transliteration.slug((isMarked ? noun.dropFirst() : noun).joined(separator: " "))
        let id = sort.map { joined(slug, $0.type.slug) } ?? slug
        let name = ((sort.map { [$0.type.rawValue] } ?? []) + noun).joined(separator: " ")
        var result = MunicipalityName(id: id, name: name)
        result.full = official == name ? nil : official
        result.type = sort?.type
        return result
    }

    /// A settlement with the word for its sort, or a name and nothing else.
    private static func settlement(_ words: [String]) -> MunicipalityName {
        let mark = words.count > 1 ? MunicipalityWords.settlements[NameFolding.fold(words[0])] : nil
        let town = (mark == nil ? words[...] : words.dropFirst()).joined(separator: " ")
        let slug = Transliteration.slug(town)
        var result = MunicipalityName(id: slug, name: town)
        if let mark { result.aliases = [mark + " " + town] }
        return result
    }

    // MARK: Words

    /// Without marks of lists before it, signs behind it and the region.
    private static func cleaned(_ text: String, _ region: [String]) -> String {
        var result = PastedCells.withoutListMark(text)
        // A column of numbers that spaces alone set apart.
        let words = result.split(separator: " ")
        if words.count > 2, let last = words.last, last.allSatisfy(\.isNumber) {
            result = words.dropLast().joined(separator: " ")
        }
        // «(с 2023 года — округ)» is a remark.
        if result.hasSuffix(")"), let open = result.lastIndex(of: "("), open > result.startIndex,
            result[open...].contains(where: \.isNumber)
        {
            result = String(result[..<open].reversed().drop(while: \.isWhitespace).reversed())
        }
        while let last = result.last, ";,*¹²³".contains(last) || last == "." && endsSentence(result) {
            result.removeLast()
        }
        for name in region where NameFolding.fold(result).hasSuffix(" " + NameFolding.fold(name)) {
            let count = name.split(whereSeparator: \.isWhitespace).count
            result = result.split(separator: " ").dropLast(count).joined(separator: " ")
        }
        return result
    }

    /// Whether the point behind a list ends it, «Шекснинский район.», and belongs to no abbreviation: «р-н.», «г.о.», «окр.».
    private static func endsSentence(_ text: String) -> Bool {
        let word = text.split(separator: " ").last?.dropLast() ?? ""
        guard !word.contains("."), word.allSatisfy({ $0.isLetter || "-«»\"“”„".contains($0) }) else {
            return false
        }
        return word.count > 4 || word.count > 2 && word.first?.isUppercase == true || word.hasSuffix("р-н")
    }

    /// The full name with the quotation marks that the official one has: «Городской округ «Город Березники»».
    private static func quoted(_ full: String, as written: String) -> String {
        guard let open = written.firstIndex(where: { "«\"“„".contains($0) }),
            let close = written.lastIndex(where: { "»\"”“".contains($0) }), open < close
        else { return full }
        let inner = written[written.index(after: open)..<close].split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard !inner.isEmpty, !inner.contains(where: { "«»\"“”„".contains($0) }), full.hasSuffix(" " + inner) else {
            return full
        }
        return "\(full.dropLast(inner.count))«\(inner)»"
    }

    /// «ПЕРМСКИЙ» is «Пермский», «ЗАТО» stays.
    private static func withoutCapitals(_ word: String) -> String {
        guard word.count > 4, word == word.uppercased(), word != word.lowercased() else { return word }
        return word.split(separator: "-", omittingEmptySubsequences: false).map { capitalised($0.lowercased()) }
            .joined(separator: "-")
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func isAdjective(_ word: String) -> Bool { ["ий", "ый", "ой"].contains { word.hasSuffix($0) } }

    private static func joined(_ slug: String, _ type: String) -> String { slug + "-" + type }
}

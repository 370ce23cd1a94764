import Languages

/// The sort of a municipality as its official name tells it (Federal laws 131-FZ and 33-FZ), and what stands for it.
package enum MunicipalityType: String, Sendable, Hashable, CaseIterable {
    case urbanOkrug = "ГО"
    case municipalOkrug = "МО"
    case municipalDistrict = "МР"
    case closed = "ЗАТО"
    case urbanSettlement = "ГП"
    case ruralSettlement = "СП"
    case district = "район"
    case okrug = "округ"

    /// What abbreviations stand for; a word that is none stands for itself.
    package var full: String {
        switch self {
        case .urbanOkrug: "городской округ"
        case .municipalOkrug: "муниципальный округ"
        case .municipalDistrict: "муниципальный район"
        case .closed: "закрытое административно-территориальное образование"
        case .urbanSettlement: "городское поселение"
        case .ruralSettlement: "сельское поселение"
        case .district, .okrug: rawValue
        }
    }

    /// The word that people put behind the adjective: «Пермский район»; nothing for settlements.
    var spoken: String? {
        switch self {
        case .urbanOkrug, .municipalOkrug, .okrug: "округ"
        case .municipalDistrict, .district: "район"
        case .closed, .urbanSettlement, .ruralSettlement: nil
        }
    }

    /// What an id ends with: `permskii-go`.
    package var slug: String { Transliteration.slug(rawValue) }

    /// The sort that a text names by itself: «городской округ», «ГО», «Муниципальный округ».
    package static func named(_ text: String) -> MunicipalityType? {
        let words = MunicipalityWords.split(text)
        guard let found = MunicipalityWords.type(atStartOf: words), found.count == words.count else { return nil }
        return found.type
    }
}

/// How names of municipalities are parted into words, and which words name a sort.
enum MunicipalityWords {
    /// A sort, how many words name it, and the words in full where the table has them longer than the sort's own.
    struct Found {
        let type: MunicipalityType
        let count: Int
        let full: String
    }

    /// Longer spellings first, folded as ``NameFolding`` does.
    private static let spellings: [(words: [String], type: MunicipalityType, full: String?)] = [
        (
            ["городской", "округ", "с", "внутригородским", "делением"], .urbanOkrug,
            "городской округ с внутригородским делением"
        ),
        (["закрытое", "административно-территориальное", "образование"], .closed, nil),
        (["городской", "округ"], .urbanOkrug, nil), (["муниципальный", "округ"], .municipalOkrug, nil),
        (["муниципальный", "район"], .municipalDistrict, nil),
        (["городское", "поселение"], .urbanSettlement, nil), (["сельское", "поселение"], .ruralSettlement, nil),
        (["го"], .urbanOkrug, nil), (["мо"], .municipalOkrug, nil), (["мр"], .municipalDistrict, nil),
        (["зато"], .closed, nil), (["гп"], .urbanSettlement, nil), (["сп"], .ruralSettlement, nil),
        (["район"], .district, nil), (["округ"], .okrug, nil),
    ]

    /// What people write with dots, as one word each.
    private static let dotted: [(text: String, word: String)] = [
        ("городск. округ", "ГО"), ("гор. округ", "ГО"), ("мун. округ", "МО"), ("муниц. округ", "МО"),
        ("гор.окр.", "ГО"), ("гор. окр.", "ГО"), ("мун.окр.", "МО"), ("мун. окр.", "МО"), ("гп.", "гп"), ("сп.", "сп"),
        ("мун. район", "МР"), ("муниц. район", "МР"), ("муниципальный р-н", "МР"), ("мун. р-н", "МР"),
        ("м.р-н", "МР"), ("м. р-н", "МР"), ("р-н", "район"), ("г.о.", "ГО"), ("г. о.", "ГО"), ("м.о.", "МО"),
        ("м. о.", "МО"), ("м.р.", "МР"), ("м. р.", "МР"), ("г/о", "ГО"), ("м/о", "МО"), ("м/р", "МР"),
        ("п.г.т.", "пгт"), ("р.п.", "рп"),
    ]

    /// Words between white space, without quotation marks, with dots of abbreviations resolved.
    static func split(_ text: String) -> [String] {
        var text = text
        text.removeAll { "«»\"“”„'".contains($0) }
        for (written, word) in dotted { text = replacing(written, in: text, with: " " + word + " ") }
        // «г.Кунгур» is two words.
        text = text.replacing(".", with: ". ")
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Replaces what stands as a word of its own, whatever its case.
    private static func replacing(_ written: String, in text: String, with word: String) -> String {
        var (result, rest) = ("", text[...])
        while let found = range(of: written, in: rest) {
            let before = found.lowerBound == text.startIndex || !text[text.index(before: found.lowerBound)].isLetter
            let after = found.upperBound == text.endIndex || written.hasSuffix(".") || !text[found.upperBound].isLetter
            result += rest[..<found.lowerBound] + (before && after ? word : String(rest[found]))
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    /// O(length of both): lists are short and read once.
    private static func range(of written: String, in text: Substring) -> Range<String.Index>? {
        let wanted = Array(written.lowercased())
        var start = text.startIndex
        while start < text.endIndex {
            var (index, count) = (start, 0)
            while count < wanted.count, index < text.endIndex, text[index].lowercased() == String(wanted[count]) {
                index = text.index(after: index)
                count += 1
            }
            if count == wanted.count { return start..<index }
            start = text.index(after: start)
        }
        return nil
    }

    static func type(atStartOf words: [String]) -> Found? { type(words) { $0.prefix($1) } }

    static func type(atEndOf words: [String]) -> Found? { type(words) { $0.suffix($1) } }

    private static func type(_ words: [String], _ part: ([String], Int) -> ArraySlice<String>) -> Found? {
        let folded = words.map { NameFolding.fold($0) }
        for (spelling, type, full) in spellings where part(folded, spelling.count).elementsEqual(spelling) {
            return Found(type: type, count: spelling.count, full: full ?? type.full)
        }
        return nil
    }

    /// Words that say what a settlement is, with their abbreviation.
    static let settlements: [String: String] = [
        "город": "г.", "г.": "г.", "г": "г.", "поселок": "п.", "п.": "п.", "пгт": "пгт", "пгт.": "пгт", "рп": "рп",
        "рп.": "рп",
        "село": "с.", "с.": "с.",
    ]
}

import Diagnostics
import Languages

/// Words, numbers and marks of an expression of time.
///
/// Case and ё/е are folded, all dashes are alike, quotation marks vanish. Latin letters that look like Cyrillic ones
/// count as these, but for the letters of Roman numbers.
struct TermToken: Equatable {
    enum Kind: Equatable {
        case number(Int, digits: Int)
        case word(String)
        /// One of `-/.,;:()`, or any other sign.
        case mark(Unicode.Scalar)
    }

    let kind: Kind
    /// Where it stands among the scalars of the expression.
    let range: Range<Int>

    /// - Parameter scalars: the expression as written. O(scalars).
    static func all(in scalars: [Unicode.Scalar]) -> [TermToken] {
        var tokens: [TermToken] = []
        var index = 0
        while index < scalars.count {
            let start = index
            let first = scalars[index]
            if isDigit(first) {
                while index < scalars.count, isDigit(scalars[index]) || isInNumber(scalars, index) { index += 1 }
                let digits = String(String.UnicodeScalarView(scalars[start..<index].filter(isDigit)))
                tokens.append(
                    TermToken(kind: .number(Int(digits) ?? .max, digits: digits.utf8.count), range: start..<index))
            } else if first.properties.isAlphabetic {
                while index < scalars.count, scalars[index].properties.isAlphabetic || isJoiner(scalars[index]) {
                    index += 1
                }
                let word = String(String.UnicodeScalarView(scalars[start..<index]))
                tokens.append(TermToken(kind: .word(folded(word)), range: start..<index))
            } else {
                index += 1
                if let mark = mark(first) { tokens.append(TermToken(kind: .mark(mark), range: start..<index)) }
            }
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What nobody sees between two digits.
    private static func isInNumber(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        UnseenCharacters.contains(scalars[index]) && index + 1 < scalars.count && isDigit(scalars[index + 1])
    }

    /// A soft hyphen and the like, or the breve and the diaeresis of a decomposed й and ё.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        [0x306, 0x308].contains(scalar.value) || UnseenCharacters.contains(scalar)
    }

    /// Nothing for white space and quotation marks.
    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: "-"
        case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: nil
        default: scalar.properties.isWhitespace || UnseenCharacters.contains(scalar) ? nil : scalar
        }
    }

    /// The word as it is compared.
    ///
    /// Roman numbers are Latin: `iv`; all else that looks Cyrillic is Cyrillic.
    private static func folded(_ word: String) -> String {
        let word = NameFolding.fold(word)
        let roman = String(String.UnicodeScalarView(word.unicodeScalars.map { romanTwins[$0] ?? $0 }))
        if RomanNumber.values[roman] != nil { return roman }
        if let number = RomanNumber.signs[word] { return number }
        return LookAlikes.inCyrillic(word)
    }

    /// «І», «ІІ» typed in Ukrainian or Cyrillic letters.
    private static let romanTwins: [Unicode.Scalar: Unicode.Scalar] = [
        "і": "i", "І": "i", "ι": "i", "Ι": "i", "ѵ": "v", "Ѵ": "v", "ӏ": "i", "Ӏ": "i",
    ]
}

/// Roman numbers as terms use them.
enum RomanNumber {
    static let values = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    /// Signs of Unicode that are a number each, folded.
    static let signs = ["ⅰ": "i", "ⅱ": "ii", "ⅲ": "iii", "ⅳ": "iv", "Ⅰ": "i", "Ⅱ": "ii", "Ⅲ": "iii", "Ⅳ": "iv"]

    /// What else is typed for the digits of a Roman number.
    private static let looks: [Unicode.Scalar: String] = [
        "I": "I", "І": "I", "l": "I", "1": "I", "|": "I", "!": "I", "V": "V", "v": "V", "Y": "V", "У": "V", "П": "II",
        "Ш": "III", "i": "I", "і": "I",
    ]

    /// The number that a word looks like, in Latin letters: «IV» for «IY» and «1V»; nothing for one that looks like none.
    static func meant(by word: ArraySlice<Unicode.Scalar>) -> String? {
        guard (1...4).contains(word.count) else { return nil }
        var result = ""
        for scalar in word {
            guard let look = looks[scalar] else { return nil }
            result += look
        }
        return values[result.lowercased()] == nil ? nil : result
    }
}

/// Words of terms that are no months, by what they say.
enum TermWords {
    /// «понедельник», «в среду», «по четвергам», «пт».
    static let weekdays: Set<String> = {
        var words: Set<String> = [
            "пн", "вт", "ср", "чт", "пт", "сб", "вс", "пон", "вторн", "чтв", "пятн", "субб", "воскр",
        ]
        for stem in ["понедельник", "вторник", "четверг"] {
            for ending in ["", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах"] { words.insert(stem + ending) }
        }
        for stem in ["сред", "пятниц", "суббот"] {
            for ending in ["", "а", "ы", "е", "у", "ой", "ей", "ам", "ами", "ах"] { words.insert(stem + ending) }
        }
        for ending in ["е", "я", "ю", "ем", "и", "ий", "ям", "ями", "ях"] { words.insert("воскресень" + ending) }
        return words
    }()

    /// First words of what happens again and again, or whenever it is needed.
    static let recurring: Set<String> = [
        "постоянно", "ежегодно", "ежемесячно", "ежеквартально", "еженедельно", "ежедневно", "бессрочно", "регулярно",
        "систематически", "периодически", "непрерывно", "единовременно", "однократно", "дважды", "трижды",
        "еженедельный", "ежемесячный", "ежегодный", "весь", "постоянный", "своевременно", "оперативно",
    ]

    static let ordinals: [String: Int] = {
        var result: [String: Int] = [:]
        for (number, stem) in ["перв", "втор", "трет", "четверт"].enumerated() {
            for ending in ["ый", "ой", "ая", "ое", "ого", "ом", "ую", "ий", "ья", "ье", "ьего", "ьем", "ьей", "ью"] {
                result[stem + ending] = number + 1
            }
        }
        return result
    }()

    /// The word behind the day of a month that is not named.
    static let dayNumber: Set<String> = ["число", "числа", "числу", "числе", "чисел", "числах"]

    /// What may stand around such a day where it comes again each month.
    static let aroundDayNumber: Set<String> = dayNumber.union([
        "до", "к", "ко", "с", "со", "по", "и", "в", "не", "позднее", "позже", "го", "е", "ежемесячно", "каждого",
        "каждый",
        "каждое", "месяца", "месяц", "ежеквартально",
    ])

    /// Words behind a year.
    static let years: Set<String> = ["г", "гг", "год", "года", "годы", "годов", "году", "годах", "годом", "годам"]

    /// Such of these as stand behind several years.
    static let severalYears: Set<String> = ["гг", "годы", "годов", "годах", "годам"]

    /// Words for the year of the surroundings: «текущего года».
    static let current: Set<String> = [
        "текущего", "текущий", "текущем", "нынешнего", "этого", "данного", "сего", "т", "тек",
    ]
}

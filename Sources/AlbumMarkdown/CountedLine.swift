/// How a line begins that counts, though not by a number alone: a letter, a Roman number, a word with a number.
///
/// ```
/// counted = letter "." blank                     small Cyrillic letters, without «ё» and «й»
///         | roman ( "." | ")" ) blank            up to XXXIX
///         | word blank number ( "." | ":" ) blank     a capital, ten letters at most; the number has two digits at most
/// ```
/// O(1): the first bytes decide of nearly all lines.
struct CountedLine {
    enum Word: Equatable {
        case letter, roman
        case word(String)
    }

    let word: Word
    let number: Int
    /// How many characters the mark has.
    let length: Int

    init?(_ line: ArraySlice<UInt8>) {
        guard let first = line.first, first == 0xD0 || first == 0xD1 || "IVX".utf8.contains(first) else { return nil }
        guard Self.mayCount(line) else { return nil }
        let text = String(decoding: line.prefix(40), as: UTF8.self)
        let head = text.prefix { $0 != " " && $0 != "\t" }
        guard head.count <= 10, head.endIndex < text.endIndex, let capital = head.first else { return nil }
        let name = head.dropLast()
        if head.last == "." || head.last == ")", let found = Self.mark(name, head.last == ".") {
            (word, number, length) = (found.0, found.1, head.count)
            return
        }
        let rest = text[head.endIndex...].dropFirst()
        let digits = rest.prefix { ("0"..."9").contains($0) }
        let behind = rest[digits.endIndex...]
        guard capital.isUppercase, head.allSatisfy(\.isLetter), (1...2).contains(digits.count), let value = Int(digits),
            behind.first == "." || behind.first == ":", behind.dropFirst().first?.isWhitespace ?? false
        else { return nil }
        (word, number, length) = (.word(String(head)), value, head.count + digits.count + 2)
    }

    /// Whether the first word ends with a mark, or a number stands behind it.
    private static func mayCount(_ line: ArraySlice<UInt8>) -> Bool {
        let start = line.prefix(40)
        guard let blank = start.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return false }
        return ".)".utf8.contains(line[blank - 1]) || (line[(blank + 1)...].first?.isASCIIDigit ?? false)
    }

    private static func mark(_ name: Substring, _ isPoint: Bool) -> (Word, Int)? {
        if isPoint, name.count == 1, let letter = name.first, let place = letters.firstIndex(of: letter) {
            return (.letter, letters.distance(from: letters.startIndex, to: place))
        }
        return roman(name).map { (.roman, $0) }
    }

    private static let letters = "абвгдежзиклмнопрстуфхцчшщэюя"

    /// The value of a Roman number of X, V and I.
    private static func roman(_ name: Substring) -> Int? {
        let values = name.map { letter -> Int in letter == "I" ? 1 : letter == "V" ? 5 : letter == "X" ? 10 : 0 }
        guard !values.isEmpty, !values.contains(0) else { return nil }
        return zip(values, values.dropFirst() + [0]).reduce(0) { $0 + ($1.0 < $1.1 ? -$1.0 : $1.0) }
    }
}

/// Finds a person's name beside a date of birth: «Иванов Пётр Сергеевич, 12.05.2012 года рождения».
///
/// A date is one of birth where words say so, before or behind it; it is in figures, or has the month as a word. A year
/// alone is one of a child: «2012 г. р.». People who were born long ago are history.
enum BirthScan {
    private static let years = 1950...2100
    private static let childrensYears = 2000...2100

    /// The name beside a date that begins with the digit at `start`, else nothing.
    static func name(_ bytes: [UInt8], besideDateAt start: Int) -> Range<Int>? {
        let digits = bytes[start...].prefix(5).prefix { PrivacyScanner.isDigit($0) }.count
        guard [1, 2, 4].contains(digits) else { return nil }
        // «5 школ», «12,5»: most numbers begin no date.
        let next = start + digits < bytes.count ? bytes[start + digits] : 0x0A
        guard digits == 4 || next == UInt8(ascii: ".") || next == 0x20 || next == 0xC2 else { return nil }
        let lineEnd = PrivacyScanner.lineEnd(bytes, from: start)
        let line = Substring(String(decoding: bytes[start..<lineEnd], as: UTF8.self))
        guard let (year, rest) = date(line) else { return nil }
        guard (digits == 4 ? childrensYears : years).contains(year) else { return nil }
        let lineStart = PrivacyScanner.lineStart(bytes, before: start)
        let before = NameWords.tokens(bytes, lineStart..<start)
        let behind = behindMark(rest)
        guard behind != nil || isMarked(before) else { return nil }
        let name = before.lastIndex { !isOfBirth($0) }.map { Array(before[...$0]) } ?? []
        if let range = NameWords.nameAtEnd(name) { return range }
        let end = lineEnd - (behind ?? rest).utf8.count
        let after = NameWords.tokens(bytes, end..<lineEnd).drop { isOfBirth($0) }
        return NameWords.nameAtStart(Array(after))
    }

    /// The year of `12.05.2012`, «12 мая 2012» or `2012`, and what follows; nothing for other numbers.
    private static func date(_ line: Substring) -> (year: Int, rest: Substring)? {
        func number(_ text: inout Substring, _ sizes: ClosedRange<Int>) -> Int? {
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard sizes.contains(digits.count) else { return nil }
            text = text.dropFirst(digits.count)
            return Int(digits)
        }
        var rest = line
        if let year = number(&rest, 4...4) { return (year, rest) }
        guard number(&rest, 1...2) != nil, let sign = rest.first else { return nil }
        rest = rest.dropFirst()
        if sign == "." {
            guard number(&rest, 1...2) != nil, rest.first == "." else { return nil }
        } else {
            let month = rest.prefix(while: \.isLetter)
            guard sign.isWhitespace, months.contains(where: month.lowercased().hasPrefix),
                rest.dropFirst(month.count).first?.isWhitespace ?? false
            else { return nil }
            rest = rest.dropFirst(month.count)
        }
        rest = rest.dropFirst()
        if let year = number(&rest, 4...4) { return (year, rest) }
        // «1.02.13»
        return number(&rest, 2...2).map { ($0 < 50 ? 2000 + $0 : 1900 + $0, rest) }
    }

    private static let months = [
        "январ", "феврал", "март", "апрел", "мая", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
        "декабр",
    ]

    /// What stands behind words such as «года рождения»; nothing where a date is not said to be one of birth.
    private static func behindMark(_ text: Substring) -> Substring? {
        var rest = text.drop(while: \.isWhitespace)
        // Most dates stop here.
        guard let first = rest.first, "гГрР".contains(first) else { return nil }
        func takes(_ words: [String]) -> Bool {
            let next = rest.prefix(5).lowercased()
            guard let word = words.first(where: next.hasPrefix) else { return false }
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
            return true
        }
        let isOfYear = takes(["года", "год", "г."])
        let word = rest.prefix(while: \.isLetter)
        if births.contains(where: word.lowercased().hasPrefix) {
            rest = rest.dropFirst(word.count)
            return rest.first == "." ? rest.dropFirst() : rest
        }
        return isOfYear && takes(["р."]) ? rest : nil
    }

    /// Whether words before a date say that it is one of birth.
    private static func isMarked(_ before: [NameWords.Token]) -> Bool {
        let words = before.reversed().prefix { !$0.isWord || isOfBirth($0) }.filter(\.isWord).map {
            $0.text.lowercased()
        }
        // «д. р.», from behind.
        return words.contains { word in births.contains(where: word.hasPrefix) } || words.starts(with: ["р", "д"])
    }

    private static let births = ["рожд", "родил"]

    /// Words and marks that stand between a name and its date.
    private static func isOfBirth(_ token: NameWords.Token) -> Bool {
        guard token.isWord else { return true }
        let word = token.text.lowercased()
        return births.contains(where: word.hasPrefix) || ["дата", "год", "года", "г", "р", "д"].contains(word)
    }
}

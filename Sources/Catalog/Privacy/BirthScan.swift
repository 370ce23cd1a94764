/// Finds a person's name beside a date of birth: «Иванов Пётр Сергеевич, 12.05.2012 года рождения», and a child's date of
/// birth beside a class: «5 «А» класс, 12.03.2014 г.р.».
///
/// A date is one of birth where words say so, before or behind it, or those of a clause that also names the place:
/// «родилась в Миассе 12 мая 2012 года», «12.05.2012 появилась на свет». It is in figures, or has the month as a word. A
/// year alone is one of a child: «2012 г. р.». People who were born long ago are history.
enum BirthScan {
    private static let years = 1950...2100
    private static let childrensYears = 2000...2100

    /// The name beside a date that begins with the digit at `start`, or that date where a class stands beside it; else
    /// nothing.
    static func finding(_ bytes: [UInt8], besideDateAt start: Int) -> Range<Int>? {
        guard beginsDate(bytes, start) else { return nil }
        let lineEnd = PrivacyScanner.lineEnd(bytes, from: start)
        let line = Substring(String(decoding: bytes[start..<lineEnd], as: UTF8.self))
        guard let (year, rest, isYearAlone) = date(line) else { return nil }
        guard (isYearAlone ? childrensYears : years).contains(year) else { return nil }
        let dateEnd = start + line.utf8.count - rest.utf8.count
        let lineStart = PrivacyScanner.lineStart(bytes, before: start)
        // Most dates have no such word anywhere in their line.
        let mayBeBefore = BirthWords.mayEnd(bytes, lineStart..<start)
        let mayBeBehind = BirthWords.mayBegin(bytes, dateEnd..<lineEnd)
        guard mayBeBefore || mayBeBehind else { return nil }
        let before = NameWords.tokens(bytes, lineStart..<start)
        let after = NameWords.tokens(bytes, dateEnd..<lineEnd)
        guard let said = BirthWords.said(before: before, behind: after) else { return nil }
        if let name = NameWords.nameAtEnd(Array(before[..<said.start])) { return name }
        if let name = NameWords.nameAtStart(Array(after[said.end...])) { return name }
        let isChild = !isYearAlone && childrensYears.contains(year)
        return isChild && isBesideClass(bytes, before, after, date: start..<dateEnd) ? start..<dateEnd : nil
    }

    /// Whether the digits at a place may begin a date: «5 школ», «12,5» do not, as most numbers.
    private static func beginsDate(_ bytes: [UInt8], _ start: Int) -> Bool {
        let digits = bytes[start...].prefix(5).prefix { PrivacyScanner.isDigit($0) }.count
        guard digits != 4 else { return true }
        guard digits == 1 || digits == 2, start + digits < bytes.count else { return false }
        let next = bytes[start + digits]
        guard next == UInt8(ascii: "/") || next == UInt8(ascii: "-") else {
            return next == UInt8(ascii: ".") || next == 0x20 || next == 0xC2
        }
        // «12/05/2012» and «12-05-2012», and neither «7-Б» nor «5/2».
        let month = bytes[(start + digits + 1)...].prefix(3).prefix { PrivacyScanner.isDigit($0) }.count
        let behind = start + digits + 1 + month
        return (1...2).contains(month) && behind < bytes.count && bytes[behind] == next
    }

    /// The year of `12.05.2012`, «12 мая 2012» or `2012`, and what follows; nothing for other numbers.
    private static func date(_ line: Substring) -> (year: Int, rest: Substring, isYearAlone: Bool)? {
        func number(_ text: inout Substring, _ sizes: ClosedRange<Int>) -> Int? {
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard sizes.contains(digits.count) else { return nil }
            text = text.dropFirst(digits.count)
            return Int(digits)
        }
        var rest = line
        if let year = number(&rest, 4...4) {
            // «2012-05-12»
            var day = rest.dropFirst()
            guard rest.first == "-", number(&day, 2...2) != nil, day.first == "-" else { return (year, rest, true) }
            day = day.dropFirst()
            return number(&day, 2...2) == nil ? (year, rest, true) : (year, day, false)
        }
        guard number(&rest, 1...2) != nil, let sign = rest.first else { return nil }
        rest = rest.dropFirst()
        if sign == "." || sign == "/" || sign == "-" {
            guard number(&rest, 1...2) != nil, rest.first == sign else { return nil }
        } else {
            let month = rest.prefix(while: \.isLetter)
            guard sign.isWhitespace, months.contains(where: month.lowercased().hasPrefix),
                rest.dropFirst(month.count).first?.isWhitespace ?? false
            else { return nil }
            rest = rest.dropFirst(month.count)
        }
        rest = rest.dropFirst()
        if let year = number(&rest, 4...4) { return (year, rest, false) }
        // «1.02.13»
        return number(&rest, 2...2).map { ($0 < 50 ? 2000 + $0 : 1900 + $0, rest, false) }
    }

    private static let months = [
        "январ", "феврал", "март", "апрел", "мая", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
        "декабр",
    ]

    /// Whether a class stands before or behind a date, with marks and words of birth between the two alone.
    private static func isBesideClass(
        _ bytes: [UInt8], _ before: [NameWords.Token], _ after: [NameWords.Token], date: Range<Int>
    ) -> Bool {
        func isBetween(_ token: NameWords.Token) -> Bool {
            !isDigit(token) && (BirthWords.isOne(token) || NameWords.isConnecting(token))
        }
        if let next = after.first(where: { !isBetween($0) }), isDigit(next),
            ClassScan.end(bytes, ofClassAt: next.range.lowerBound) != nil
        {
            return true
        }
        // The class that ends last before the date: its own letter and word stand between its number and the date.
        let number = before.indices.last { index in
            isDigit(before[index])
                && (index == 0 || !isDigit(before[index - 1])
                    || before[index - 1].range.upperBound != before[index].range.lowerBound)
        }
        guard let number, let end = ClassScan.end(bytes, ofClassAt: before[number].range.lowerBound),
            end <= date.lowerBound
        else { return false }
        return before[number...].allSatisfy { $0.range.lowerBound < end || isBetween($0) }
    }

    private static func isDigit(_ token: NameWords.Token) -> Bool {
        token.text.utf8.first.map(PrivacyScanner.isDigit) ?? false
    }
}

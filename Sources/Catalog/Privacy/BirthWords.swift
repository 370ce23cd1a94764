/// Words that say of a date beside them that somebody was born then.
enum BirthWords {
    /// Where a name may end before the words that speak of birth, and begin behind them.
    ///
    /// Positions among the tokens before and behind the date; nothing where a date is not said to be one of birth.
    static func said(before: [NameWords.Token], behind: [NameWords.Token]) -> (start: Int, end: Int)? {
        let start = before.count - before.reversed().prefix { !isDigit($0) && isOne($0) }.count
        let end = behind.prefix { !isDigit($0) && isOne($0) }.count
        // Marks between cells and sentences part the date from words of another one.
        let own = behind.indices.prefix { $0 < end && !"|;".contains(behind[$0].text) && !isSentenceEnd(behind, $0) }
        let (left, right) = (before[start...].filter(\.isWord), own.map { behind[$0] }.filter(\.isWord))
        let isSaid =
            speaks(left) || isAbbreviated(left, behind: before[..<start]) || speaks(right) || isAbbreviatedBehind(right)
        if isSaid { return (start, end) }
        if let verb = verb(before: before) { return (verb, end) }
        return verb(behind: behind).map { (start, $0) }
    }

    /// Words and marks that stand between a name and its date.
    static func isOne(_ token: NameWords.Token) -> Bool {
        guard token.isWord else { return true }
        let word = plain(token)
        return isOfBirth(word) || small.contains(word) || isComing(word)
    }

    private static let small: Set<String> = [
        "дата", "дату", "даты", "датой", "день", "дня", "число", "месяц", "год", "года", "году", "г", "р", "д", "др",
        "род", "на", "свет", "of", "date", "day", "was", "on",
    ]
    private static let births = ["рожд", "родил", "уроже", "туган", "born", "birth"]
    /// «Появилась», «явился», «пришёл»: with «на свет» alone.
    private static let comings = ["появил", "явил", "приш"]

    private static func isOfBirth(_ word: String) -> Bool {
        births.contains(where: word.hasPrefix) && !word.hasPrefix("рождеств")
    }

    private static func isComing(_ word: String) -> Bool { comings.contains(where: word.hasPrefix) }

    /// «Дата рождения», «родилась», «появился на свет».
    private static func speaks(_ words: [NameWords.Token]) -> Bool {
        let words = words.map(plain)
        return words.contains(where: isOfBirth) || words.contains("свет") && words.contains(where: isComing)
    }

    /// Whether a short form stands right before a date: «д. р.», «д/р», «ДР», «р.», «род.»
    ///
    /// «100 р.» is a price, and «и др.» are others.
    private static func isAbbreviated(_ words: [NameWords.Token], behind before: ArraySlice<NameWords.Token>) -> Bool {
        guard let last = words.last, !(before.last.map(isDigit) ?? false), before.last?.text != "и" else {
            return false
        }
        return ["р", "др", "род"].contains(plain(last))
    }

    /// Whether a short form stands right behind a date: «г. р.», «г/р», «года р.»
    private static func isAbbreviatedBehind(_ words: [NameWords.Token]) -> Bool {
        let first = words.prefix(2).map(plain)
        return first.count == 2 && ["г", "год", "года"].contains(first[0]) && first[1] == "р"
    }

    /// In small letters and without its full stop.
    private static func plain(_ word: NameWords.Token) -> String {
        let text = word.text.lowercased()
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    // MARK: A clause that names the place too

    /// So many words and marks may stand between the verb and its date: «в селе Кунашак Челябинской области».
    private static let reach = 7

    /// Where a name may end before «родился в Миассе», behind which the date stands.
    private static func verb(before tokens: [NameWords.Token]) -> Int? {
        var hasLight = false
        for index in tokens.indices.reversed().prefix(reach) {
            if endsClause(tokens, index) { return nil }
            let word = plain(tokens[index])
            hasLight = hasLight || word == "свет"
            if word.hasPrefix("родил") || hasLight && isComing(word) {
                return tokens[..<index].lastIndex { !isOne($0) }.map { $0 + 1 } ?? 0
            }
        }
        return nil
    }

    /// Where a name may begin behind «в Миассе родился», before which the date stands.
    private static func verb(behind tokens: [NameWords.Token]) -> Int? {
        var hasLight = false
        for index in tokens.indices.prefix(reach) {
            if endsClause(tokens, index) { return nil }
            let word = plain(tokens[index])
            hasLight = hasLight || word == "свет"
            if word.hasPrefix("родил") || hasLight && isComing(word) {
                return tokens[index...].firstIndex { !isOne($0) } ?? tokens.endIndex
            }
        }
        return nil
    }

    private static func endsClause(_ tokens: [NameWords.Token], _ index: Int) -> Bool {
        isDigit(tokens[index]) || ",;:|!?".contains(tokens[index].text) || isSentenceEnd(tokens, index)
    }

    /// Whether a token is a full stop that is no abbreviation's, as those of «г.» and «р.» are.
    private static func isSentenceEnd(_ tokens: [NameWords.Token], _ index: Int) -> Bool {
        tokens[index].text == "." && (index == 0 || tokens[index - 1].text.count > 2)
    }

    private static func isDigit(_ token: NameWords.Token) -> Bool {
        token.text.utf8.first.map(PrivacyScanner.isDigit) ?? false
    }

    // MARK: A first look, at the bytes alone

    /// Whether such words may stand in what precedes a date: few dates have any there.
    static func mayEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var letters = Letters(bytes, range)
        var last: UInt16 = 0
        // «д. р.», «род.»: the letter that is nearest to the date.
        while let letter = letters.next() {
            if letter.isLetter { last = letter.code } else if letter.isDigit { last = 0 }
        }
        return last == Self.er || last == Self.de || mayHold(bytes, range)
    }

    /// Whether such words may stand in what follows a date.
    static func mayBegin(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var letters = Letters(bytes, range)
        var isOfYear = false
        // «г. р.», «года р.»: what stands between the two letters is the rest of a word for the year.
        while let letter = letters.next(), !letter.isDigit {
            guard letter.isLetter else { continue }
            if isOfYear, letter.code == er { return true }
            if !isOfYear, letter.code != ge { break }
            if isOfYear, !rest.contains(letter.code) { break }
            isOfYear = true
        }
        return mayHold(bytes, range)
    }

    private static func mayHold(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var letters = Letters(bytes, range)
        while let letter = letters.next() {
            guard beginnings.contains(letter.code) else { continue }
            for stem in stems where stem[0] == letter.code {
                var behind = letters
                if stem.dropFirst().allSatisfy({ behind.next()?.code == $0 }) { return true }
            }
        }
        return false
    }

    private static let stems = (births + ["свет"]).map { Array($0.utf16) }
    private static let beginnings = stems.map { $0[0] }
    private static let (er, de, ge) = (code("р"), code("д"), code("г"))
    private static let rest = Set("ода".utf16)

    private static func code(_ letter: Unicode.Scalar) -> UInt16 { UInt16(letter.value) }
}

/// The letters of a stretch of UTF-8 in their small form, of the Latin and the Russian alphabet; all else is what it is.
private struct Letters {
    struct Letter {
        let code: UInt16
        var isLetter: Bool { (0x61...0x7A).contains(code) || (0x430...0x451).contains(code) }
        var isDigit: Bool { (0x30...0x39).contains(code) }
    }

    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        (self.bytes, index, end) = (bytes, range.lowerBound, range.upperBound)
    }

    mutating func next() -> Letter? {
        guard index < end else { return nil }
        let byte = bytes[index]
        index += 1
        if byte < 0x80 { return Letter(code: UInt16((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) }
        guard byte & 0xE0 == 0xC0, index < end else { return Letter(code: 0) }
        let code = UInt16(byte & 0x1F) << 6 | UInt16(bytes[index] & 0x3F)
        index += 1
        return Letter(code: (0x410...0x42F).contains(code) ? code + 0x20 : code)
    }
}

/// Finds a child's name beside a school class: «Иванова Мария, 5 «А» класс», «ученик 7Б Петров Иван».
///
/// A name is two capitalised words of which one is a given name or a patronymic, or a surname with initials. Beside
/// means: between the two stand marks and words such as «ученица» only.
enum ClassScan {
    /// The name beside a class that begins with the digit at `start`, else nothing.
    static func name(_ bytes: [UInt8], besideClassAt start: Int) -> Range<Int>? {
        guard let end = end(bytes, ofClassAt: start) else { return nil }
        let lineEnd = PrivacyScanner.lineEnd(bytes, from: start)
        let lineStart = PrivacyScanner.lineStart(bytes, before: start)
        let before = NameWords.tokens(bytes, lineStart..<start)
        if let name = NameWords.nameAtEnd(before) { return name }
        return NameWords.nameAtStart(NameWords.tokens(bytes, end..<lineEnd))
    }

    /// Where a class ends that begins with the digit at `start`; nothing where none does.
    static func end(_ bytes: [UInt8], ofClassAt start: Int) -> Int? {
        guard isGrade(bytes, start) else { return nil }
        return classEnd(Array(bytes[start..<PrivacyScanner.lineEnd(bytes, from: start)])).map { start + $0 }
    }

    /// Whether the digits at a place are a number from 1 to 11.
    private static func isGrade(_ bytes: [UInt8], _ start: Int) -> Bool {
        let digits = bytes[start...].prefix(3).prefix { PrivacyScanner.isDigit($0) }
        let grade = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return digits.first != UInt8(ascii: "0") && (1...11).contains(grade)
    }

    /// Bytes of `7Б`, `7 «Б» класс`, `11-А`, `5 класса`, `5-го класса`; nothing for a number that is no class.
    private static func classEnd(_ line: [UInt8]) -> Int? {
        var text = Substring(String(decoding: line, as: UTF8.self))
        let whole = text.utf8.count
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let grade = Int(digits), (1...11).contains(grade), digits.first != "0" else { return nil }
        text = text.dropFirst(digits.count)
        let plain = wordEnd(in: text)
        var behind = text.drop { "- \u{A0}‑–".contains($0) }
        guard text.utf8.count - behind.utf8.count <= 4 else { return plain.map { whole - $0 } }
        let quoted = behind.first.map { "«\"“„'".contains($0) } ?? false
        if quoted { behind = behind.dropFirst() }
        guard let letter = behind.first, ("А"..."Я").contains(letter.uppercased()) else {
            return plain.map { whole - $0 }
        }
        behind = behind.dropFirst()
        if quoted {
            guard let mark = behind.first, "»\"”“'".contains(mark) else { return plain.map { whole - $0 } }
            behind = behind.dropFirst()
        }
        guard !(behind.first?.isLetter ?? false), !(behind.first?.isNumber ?? false) else {
            return plain.map { whole - $0 }
        }
        if let rest = wordEnd(in: behind) { return whole - rest }
        // «в 5 А. Петров…» and «5 и 6» are no classes without the word, «7Б.» and «7б» are; the ending of a file's name is
        // no initial's point. «1-й» is a place that somebody took.
        let isOfFile = behind.first == "." && behind.dropFirst().first.map { $0.isASCII && $0.isLetter } ?? false
        let gap = text.prefix { "- \u{A0}‑–".contains($0) }
        let isAttached =
            letter.isLowercase ? gap.isEmpty && letters.contains(letter) : gap.allSatisfy { "-‑–".contains($0) }
        let isLetterAlone = !quoted && !isOfFile && !isAttached && (letter.isLowercase || behind.first == ".")
        return isLetterAlone ? nil : whole - behind.utf8.count
    }

    /// Of classes that are written as «7б»; others end ordinal numbers.
    private static let letters: Set<Character> = ["а", "б", "в", "г", "д", "ж", "з", "к", "л"]

    /// What is left, in bytes, behind «класс», «-го класса», «кл.»; nothing when it does not stand there.
    private static func wordEnd(in text: Substring) -> Int? {
        var rest = text
        for ending in ["-го", "-й", "-ый", "-ом", "-м"] where rest.hasPrefix(ending) {
            rest = rest.dropFirst(ending.count)
            break
        }
        rest = rest.drop { " \u{A0}".contains($0) }
        let word = rest.prefix { $0.isLetter }
        guard word == "кл" || word.hasPrefix("класс") && word.count <= 7 else { return nil }
        rest = rest.dropFirst(word.count)
        return (rest.first == "." && word == "кл" ? rest.dropFirst() : rest).utf8.count
    }
}

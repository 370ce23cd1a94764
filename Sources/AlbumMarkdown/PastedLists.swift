import Diagnostics

/// Finds lists as word processors paste them: lines of one paragraph that were meant for items.
///
/// ```
/// line = bullet text                       "•" and its like, or a sign of Word's own fonts: one line is enough
///      | "o" tab text                      the bullet of a second level
///      | sign blank text                   "§", "✓" and their like, beside another line; no number behind
///      | dash blank text | letter ")"      in two lines at least
///      | letter "." blank text             two lines in their order: «а.», «б.»
///      | number text | "-" letters         glued: one line is enough; two in their order before small letters
///      | ( "+" | "*" ) letters             glued: two lines at least, the star closed nowhere
///      | roman "." blank text              "II. Text"; "Шаг 2. Text", "Этап 2: Text": likewise
///      | levels blank text                 "1.2. Text": two lines in their order, or one below another line
/// ```
/// One diagnostic a paragraph, at the first such line. O(bytes of paragraphs): first bytes decide of nearly all lines.
struct PastedLists {
    /// How a line begins.
    private enum Sort: Hashable {
        case bullet, sign, dash, letter, gluedNumber, gluedHyphen, gluedPlus, gluedStar
    }

    private let file: SourceFile
    private let beginsItem: Bool
    private var found: [Sort: (count: Int, first: Range<Int>)] = [:]
    private var numbers: [(levels: [Int], range: Range<Int>, isFirst: Bool)] = []
    private var lineCount = 0
    /// The line before, where it begins with a name that counts: its sort and number.
    private var counted: (name: CountedLine, range: Range<Int>)?
    /// The line before, where a number with a point stands close to a small letter, and the first of two in their order.
    private var glued: (number: Int, range: Range<Int>)?
    private var gluedLine: Range<Int>?
    /// The first of two such lines in their order.
    private var countedLine: (name: CountedLine, range: Range<Int>)?

    /// - Parameters:
    ///   - range: the bytes of a paragraph.
    ///   - beginsItem: whether a true mark of a list stands before it.
    init(file: SourceFile, range: Range<Int>, beginsItem: Bool) {
        self.file = file
        self.beginsItem = beginsItem
        for line in file.lines(in: range) { read(line) }
    }

    /// What is to be told of the paragraph.
    var diagnostic: Diagnostic? {
        var marked = found.filter { isEnough($0.key, $0.value.count) }.map { (Optional($0.key), $0.value.first) }
        if let gluedLine { marked.append((.gluedNumber, gluedLine)) }
        let numbered = numberedLine.map { [(Sort?.none, $0)] } ?? []
        if marked.isEmpty, numbered.isEmpty, let countedLine {
            let (name, line) = countedLine
            let mark = String(file.text(line).prefix(name.length))
            return Diagnostic(
                name.word == .letter ? .pastedList : .numberedLines, [mark], at: SourceLocation(file, line))
        }
        return (marked + numbered).min { $0.1.lowerBound < $1.1.lowerBound }.map { diagnostic($0, at: $1) }
    }

    private func isEnough(_ sort: Sort, _ count: Int) -> Bool {
        switch sort {
        case .bullet, .gluedNumber, .gluedHyphen: true
        case .sign: lineCount > 1
        case .dash, .letter, .gluedPlus, .gluedStar: count > 1
        }
    }

    private func diagnostic(_ sort: Sort?, at line: Range<Int>) -> Diagnostic {
        let mark = String(file.text(line).prefix { !$0.isWhitespace })
        let place = SourceLocation(file, line)
        switch sort {
        case .gluedNumber:
            let end = mark.firstIndex { ".)".contains($0) }.map { mark.index(after: $0) } ?? mark.startIndex
            let number = String(mark[..<end])
            let range = line.lowerBound..<line.lowerBound + number.utf8.count
            return Diagnostic(.gluedNumber, [number], at: SourceLocation(file, range))
        case .gluedHyphen, .gluedPlus, .gluedStar:
            return Diagnostic(.gluedNumber, [String(mark.prefix(1))], at: place)
        case .letter: return Diagnostic(.pastedList, [String(mark.prefix(2))], at: place)
        case .bullet, .sign, .dash:
            let sign = mark.prefix(1)
            let shown = sign.unicodeScalars.first.flatMap { FontSign.isOne($0) ? FontSign.name($0) : nil }
            return Diagnostic(.pastedList, [shown ?? String(sign)], at: place)
        case nil: return Diagnostic(.numberedLines, [mark], at: place)
        }
    }

    // MARK: Lines

    private mutating func read(_ whole: Range<Int>) {
        let bytes = file.bytes[whole]
        // Marks of quotes and blanks before a line that goes on a paragraph say nothing.
        guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }) else {
            return
        }
        lineCount += 1
        let line = start..<whole.upperBound
        readCounted(line)
        readGlued(line)
        guard Self.maySpeak(file.bytes[line]) else { return }
        let text = String(decoding: file.bytes[line].prefix(64), as: UTF8.self)
        if beginsItem, lineCount == 1, text.unicodeScalars.first.map(FontSign.isOne) ?? false {
            // The sign is one too many in an item that there is.
        } else if let sort = Self.sort(text, whole: file.bytes[line]) {
            found[sort] = ((found[sort]?.count ?? 0) + 1, found[sort]?.first ?? line)
        } else if let levels = Self.levels(text) {
            numbers.append((levels, line, lineCount == 1))
        }
    }

    private mutating func readCounted(_ line: Range<Int>) {
        let name = countedLine == nil ? CountedLine(file.bytes[line]) : nil
        if let name, let before = counted, before.name.word == name.word, before.name.number + 1 == name.number {
            countedLine = before
        }
        counted = name.map { ($0, line) }
    }

    /// «1.пункт» and «2.пункт»; one line alone may hold «5.кг».
    private mutating func readGlued(_ line: Range<Int>) {
        let number = Self.gluedNumber(file.bytes[line])
        if let number, let before = glued, before.number + 1 == number, gluedLine == nil { gluedLine = before.range }
        glued = number.map { ($0, line) }
    }

    private static func gluedNumber(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix(3).prefix { $0.isASCIIDigit }
        guard (1...2).contains(digits.count), let mark = line.dropFirst(digits.count).first, ".)".utf8.contains(mark),
            let letter = String(decoding: line.dropFirst(digits.count + 1).prefix(4), as: UTF8.self).unicodeScalars
                .first, letter.properties.isAlphabetic
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func maySpeak(_ line: ArraySlice<UInt8>) -> Bool {
        guard let byte = line.first else { return false }
        if byte == 0xC2 || byte >= 0xE2 || byte.isASCIIDigit || "-+*".utf8.contains(byte) { return true }
        let second = line.dropFirst(byte < 0x80 ? 1 : 2).first
        return second == UInt8(ascii: ")") || (second == 0x09 && byte == UInt8(ascii: "o"))
    }

    private static func sort(_ text: String, whole line: ArraySlice<UInt8>) -> Sort? {
        guard let first = text.unicodeScalars.first else { return nil }
        let rest = text.unicodeScalars.dropFirst()
        let isParted = rest.first?.properties.isWhitespace ?? false
        switch first {
        case "•", "·", "▪", "‣", "●", "○", "■", "□": return .bullet
        case _ where FontSign.isOne(first): return .bullet
        case "o" where rest.first == "\t": return .bullet
        case "§", "✓", "✔", "☑", "✅", "➢", "➤", "➔", "→", "►", "▶", "◆", "◇", "◦", "❖", "★", "☆", "♦", "⇒":
            let word = rest.first { !$0.properties.isWhitespace }
            return isParted && !(word.map { ("0"..."9").contains($0) } ?? true) ? .sign : nil
        case "–", "—", "−": return isParted ? .dash : nil
        case "-":
            // «-то, -либо» of a lesson on the language are no items.
            return text.firstMatch(of: /^-\p{L}/) != nil && text.firstMatch(of: /^-\p{L}{1,5}(?:[-,.;]|$)/) == nil
                ? .gluedHyphen : nil
        case "+": return rest.first?.properties.isAlphabetic ?? false ? .gluedPlus : nil
        case "*":
            let isClosed = line.dropFirst().contains(UInt8(ascii: "*"))
            return !isClosed && rest.first?.properties.isAlphabetic ?? false ? .gluedStar : nil
        default: break
        }
        if first.properties.isLowercase, rest.first == ")" { return .letter }
        let digits = rest.prefix { ("0"..."9").contains($0) }.count + 1
        let behind = text.unicodeScalars.dropFirst(digits)
        guard ("0"..."9").contains(first), digits < 3, behind.first == "." || behind.first == ")" else { return nil }
        return behind.dropFirst().first?.properties.isUppercase ?? false ? .gluedNumber : nil
    }

    // MARK: Numbers

    /// The levels of a line's number: 1 and 2 where it is 1.2.
    ///
    /// A number of one level begins a list by itself but where a paragraph goes on.
    private static func levels(_ text: String) -> [Int]? {
        var rest = Array(text.utf8)[...]
        var levels: [Int] = []
        repeat {
            let digits = rest.prefix { $0.isASCIIDigit }
            guard (1...2).contains(digits.count) else { return nil }
            levels.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
            rest = rest.dropFirst(digits.count)
            guard levels.count < 5, rest.first == UInt8(ascii: "."), rest.dropFirst().first?.isASCIIDigit ?? false
            else {
                break
            }
            rest = rest.dropFirst()
        } while true
        let isMarked = rest.first.map { ".)".utf8.contains($0) } ?? false
        if isMarked { rest = rest.dropFirst() }
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks > 0, rest.count > blanks else { return nil }
        return levels.count > 1 || isMarked ? levels : nil
    }

    /// The first of two lines whose numbers follow each other, or one of several levels below another line.
    private var numberedLine: Range<Int>? {
        for (position, number) in numbers.enumerated() {
            if position + 1 < numbers.count, Self.follows(numbers[position + 1].levels, number.levels) {
                return number.range
            }
            guard number.levels.count > 1, !number.isFirst else { continue }
            let text = file.text(number.range)
            if text.firstMatch(of: /^[\d.]+[.)]\s+\p{Lu}/) != nil { return number.range }
        }
        return nil
    }

    /// Whether a number is the next one: 1.2 behind 1.1, 2 or 1.1.1 too.
    private static func follows(_ next: [Int], _ number: [Int]) -> Bool {
        if next == number + [1] { return true }
        guard next.count <= number.count, let last = next.last else { return false }
        let depth = next.count - 1
        return next.prefix(depth) == number.prefix(depth) && last == number[depth] + 1
    }
}

/// Signs that a word processor takes from a font of signs: no reader has a shape for them.
///
/// They stand in the private area of Unicode, U+E000 to U+F8FF.
enum FontSign {
    /// Whether a character is one of them.
    static func isOne(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xF8FF).contains(scalar.value) }

    /// How a message names it: by its code point, "U+F0B7".
    static func name(_ scalar: Unicode.Scalar) -> String { "U+" + String(scalar.value, radix: 16, uppercase: true) }

    /// Where the first one stands, and which; nothing in nearly every text.
    static func first(in bytes: ArraySlice<UInt8>) -> (offset: Int, scalar: Unicode.Scalar)? {
        var before: UInt8 = 0
        for (index, byte) in zip(bytes.indices, bytes) {
            if before == 0xEE || before == 0xEF && byte <= 0xA3 {
                let scalar = String(decoding: bytes[(index - 1)...].prefix(3), as: UTF8.self).unicodeScalars.first
                return scalar.map { (index - 1 - bytes.startIndex, $0) }
            }
            before = byte
        }
        return nil
    }
}

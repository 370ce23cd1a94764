import Diagnostics

/// Signs that Markdown takes for its own marks, so that they vanish though an editor meant them.
///
/// ```
/// signs = number "*" number "*" …        an emphasis between numbers: «5*3*2»
///       | "~" number … "~"               a deletion by single tildes: «~100~», «5~7 и 8~10», «H~2~O»
///       | "_" marks "_"                  an emphasis of no words, the blanks of a form: «___.___.2023», «(_)_(_)»
///       | "_" word "_" word … "_"        of one word that holds underscores too, or before the ending of a file's name:
///                                        «_итог_2023_.docx»
/// ```
/// O(bytes of such pieces).
struct SwallowedMarks {
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the underscores end that were told last: emphases lie within each other.
    private var toldEnd = 0
    /// From where a word was looked for last, and where it stands: marks within each other would look for it once for each of them.
    private var nextWord = 0..<0

    init(file: SourceFile) {
        self.file = file
    }

    /// Takes an emphasis or a deletion.
    mutating func read(_ range: Range<Int>) {
        let bytes = file.bytes
        if bytes[range].first == Self.underscore { return readUnderscores(range) }
        guard range.lowerBound > 0 || bytes[range].first == Self.tilde, let mark = bytes[range].first,
            mark == UInt8(ascii: "*") || mark == Self.tilde,
            let inner = inner(of: range, mark), let first = bytes[inner].first, let last = bytes[inner].last
        else { return }
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        let isApproximate = mark == Self.tilde && inner.lowerBound == range.lowerBound + 1 && first.isASCIIDigit
        let isProduct = before.isASCIIDigit && last.isASCIIDigit && Self.isWord(after)
        guard isApproximate || isProduct || first.isASCIIDigit && Self.isWord(before) && Self.isWord(after) else {
            return
        }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        let right: String
        if isApproximate, !before.isASCIIDigit {
            let middle =
                Self.isWord(before)
                ? subscripted(inner) : "≈" + file.text(inner) + (Self.isWord(after) ? "–" : "")
            right = file.text(start..<range.lowerBound) + middle + file.text(range.upperBound..<end)
        } else {
            right = file.text(start..<end).replacing("**", with: "×").replacing("*", with: "×")
                .replacing("~~", with: "–").replacing("~", with: "–")
        }
        diagnostics.append(
            Diagnostic(.swallowedSigns, [file.text(start..<end), right], at: SourceLocation(file, start..<end)))
    }

    private static let tilde = UInt8(ascii: "~")
    private static let underscore = UInt8(ascii: "_")

    private mutating func readUnderscores(_ range: Range<Int>) {
        let bytes = file.bytes
        guard range.lowerBound >= toldEnd, let inner = inner(of: range, Self.underscore) else { return }
        let words = bytes[inner]
        if !nextWord.contains(inner.lowerBound) {
            nextWord = inner.lowerBound..<(words.firstIndex(where: Self.isWord) ?? inner.upperBound)
        }
        let isForm = nextWord.upperBound >= inner.upperBound
        let isOneWord = words.allSatisfy { Self.isWord($0) || $0 == Self.underscore }
        guard isForm || isOneWord && (words.contains(Self.underscore) || isEnding(at: range.upperBound)) else { return }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, Self.isOfName(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isOfName(bytes[end]) || isEnding(at: end) { end += 1 }
        toldEnd = end
        let written = file.text(start..<end)
        let right = written.replacing("\\_", with: "_").replacing("_", with: "\\_")
        diagnostics.append(Diagnostic(.swallowedSigns, [written, right], at: SourceLocation(file, start..<end)))
    }

    private static func isOfName(_ byte: UInt8) -> Bool { isWord(byte) || byte == underscore }

    /// Whether a point or bracket stands at a place with more of a name behind it.
    private func isEnding(at place: Int) -> Bool {
        guard place + 1 < file.bytes.count, ".-/()".utf8.contains(file.bytes[place]) else { return false }
        return Self.isOfName(file.bytes[place + 1])
    }

    /// What stands between the marks.
    private func inner(of range: Range<Int>, _ mark: UInt8) -> Range<Int>? {
        let bytes = file.bytes
        guard let first = bytes[range].firstIndex(where: { $0 != mark }),
            let last = bytes[range].lastIndex(where: { $0 != mark })
        else { return nil }
        return first..<last + 1
    }

    /// The number below the line of a formula; other words behind a tilde are further numbers.
    private func subscripted(_ inner: Range<Int>) -> String {
        let isNumber = file.bytes[inner].allSatisfy { $0.isASCIIDigit }
        return isNumber ? "<sub>" + file.text(inner) + "</sub>" : " ≈" + file.text(inner) + " "
    }

    /// A digit or a letter, those beyond ASCII too.
    private static func isWord(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }
}

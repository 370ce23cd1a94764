import Diagnostics

/// Signs that Markdown takes for its own marks, so that they vanish though an editor meant them.
///
/// ```
/// signs = number "*" number "*" …        an emphasis between numbers: «5*3*2»
///       | "~" number … "~"               a deletion by single tildes: «~100~», «5~7 и 8~10», «H~2~O»
/// ```
/// O(bytes of such pieces).
struct SwallowedMarks {
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) {
        self.file = file
    }

    /// Takes an emphasis or a deletion.
    mutating func read(_ range: Range<Int>) {
        let bytes = file.bytes
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

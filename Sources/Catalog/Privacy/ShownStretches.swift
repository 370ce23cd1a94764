/// Stretches of a text in which a number or an address may be shown that is not written so: ``ShownText``.
///
/// A line, with the next where digits end the one and begin the other. Few lines are such: ten digits or an `@` have to be
/// there, with marks, references or characters of other scripts, or a line end within.
enum ShownStretches {
    /// As many lines may hold one number.
    private static let mostLines = 4
    /// A phone has as many digits at the least.
    private static let fewestDigits = 10

    /// In the order of the text.
    ///
    /// None overlaps another. O(bytes).
    static func all(_ bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { text in
            var found: [Range<Int>] = []
            var index = 0
            while index < text.count {
                var stretch = Stretch()
                let start = index
                repeat {
                    index = stretch.take(text, lineAt: index)
                } while stretch.lines < mostLines && goesOn(text, behind: index)
                if stretch.isOne(fewestDigits) { found.append(start..<index) }
            }
            return found
        }
    }

    /// What there is in some lines.
    private struct Stretch {
        var lines = 0
        private var digits = 0
        private var hasAt = false
        private var hasMarks = false

        /// Looks at one line, and answers with where the next begins.
        mutating func take(_ text: UnsafeBufferPointer<UInt8>, lineAt start: Int) -> Int {
            lines += 1
            var index = start
            while index < text.count, text[index] != 0x0A {
                let byte = text[index]
                switch byte {
                case 0x30...0x39: digits += 1
                case UInt8(ascii: "@"): hasAt = true
                case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    hasMarks = true
                case UInt8(ascii: "&"), UInt8(ascii: "%"): takeAnything()
                case 0..<0xC2, 0xD0, 0xD1: break
                case 0xC2: hasMarks = hasMarks || index + 1 < text.count && text[index + 1] == 0xAD
                case 0xE2: hasMarks = hasMarks || isBlankOrUnseen(text, index)
                default: takeAnything()
                }
                index += 1
            }
            return min(index + 1, text.count)
        }

        /// A reference, or a character of another script: it may be a digit or an `@`.
        private mutating func takeAnything() {
            digits += 1
            hasAt = true
            hasMarks = true
        }

        /// U+2000…U+200F, U+2028…U+202F, U+2040…U+207F.
        private func isBlankOrUnseen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
            guard index + 2 < text.count else { return false }
            return switch text[index + 1] {
            case 0x80: text[index + 2] < 0x90 || text[index + 2] >= 0xA8
            case 0x81: true
            default: false
            }
        }

        func isOne(_ fewest: Int) -> Bool {
            digits >= fewest && (hasMarks || lines > 1) || hasAt && hasMarks
        }
    }

    /// Whether a number may go on in the line at a place: digits, brackets or a hyphen end the line before, and begin it behind
    /// what a quotation or a value of several lines begins it with.
    private static func goesOn(_ text: UnsafeBufferPointer<UInt8>, behind place: Int) -> Bool {
        var (end, start) = (place - 1, place)
        while start < text.count, text[start] == 0x20 || text[start] == UInt8(ascii: ">") { start += 1 }
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        return end > 0 && start < text.count && isOfNumber(text[start]) && isOfNumber(text[end - 1])
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        PrivacyScanner.isDigit(byte) || "()-+*".utf8.contains(byte)
    }
}

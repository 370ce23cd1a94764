import Diagnostics

/// Finds in a text what must not be published about people.
///
/// One walk over the bytes; each digit and each `@` looks at its own line a bounded way back and forth, so it is linear
/// in the text. Marks of Markdown and CSV between two things are passed over, so that a name and a class in
/// neighbouring cells stand beside each other.
package enum PrivacyScanner {
    /// Something found, in order of the text.
    package struct Finding: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case insuranceNumber, passport, mobilePhone, mail, child, birth
        }

        package let kind: Kind
        /// Bytes of the text.
        package let range: Range<Int>
    }

    /// Findings from the first to the last; none overlaps another.
    package static func findings(in bytes: [UInt8]) -> [Finding] {
        var found = written(bytes)
        for stretch in ShownStretches.all(bytes) {
            let shown = ShownText(bytes, stretch)
            found += written(shown.bytes).map { Finding(kind: $0.kind, range: shown.source(of: $0.range)) }
        }
        found += ClassColumn.findings(in: bytes).map { Finding(kind: .child, range: $0) }
        found += PassportColumn.findings(in: bytes).map { Finding(kind: .passport, range: $0) }
        return withoutRepeats(found, bytes)
    }

    /// What is found where it is shown as it is written.
    private static func written(_ bytes: [UInt8]) -> [Finding] {
        var found: [Finding] = []
        var index = 0
        while let place = nextSign(in: bytes, from: index) {
            index = place
            let byte = bytes[index]
            if byte == UInt8(ascii: "@"), let range = MailScan.privateAddress(bytes, at: index) {
                found.append(Finding(kind: .mail, range: range))
                index = range.upperBound
            } else if isDigit(byte), isNumberStart(bytes, index) {
                if let (kind, range) = NumberScan.finding(bytes, from: index) {
                    found.append(Finding(kind: kind, range: range))
                    index = range.upperBound
                } else {
                    if let range = ClassScan.name(bytes, besideClassAt: index) {
                        found.append(Finding(kind: .child, range: range))
                    } else if let range = BirthScan.finding(bytes, besideDateAt: index) {
                        found.append(Finding(kind: .birth, range: range))
                    }
                    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
                }
            } else {
                index += 1
            }
        }
        return found
    }

    /// A name between two classes is found from both sides; an address is often both the text and the goal of a link.
    private static func withoutRepeats(_ found: [Finding], _ bytes: [UInt8]) -> [Finding] {
        var kept: [Finding] = []
        for finding in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard let last = kept.last else {
                kept.append(finding)
                continue
            }
            let overlaps = finding.range.lowerBound < last.range.upperBound
            let between = overlaps ? [] : bytes[last.range.upperBound..<finding.range.lowerBound].prefix(12)
            let isGoalOfLink =
                between.starts(with: "](".utf8) && between.count < 12 && bytes[last.range] == bytes[finding.range]
            if !overlaps, !isGoalOfLink { kept.append(finding) }
        }
        return kept
    }

    /// The next digit or `@`.
    private static func nextSign(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            var index = start
            while index < text.count, !isDigit(text[index]), text[index] != UInt8(ascii: "@") { index += 1 }
            return index < text.count ? index : nil
        }
    }

    /// How far, in bytes, a name may stand from the number that it is told by.
    private static let reach = 160

    /// Where the line of a place ends, or as far as a name may stand behind it.
    static func lineEnd(_ bytes: [UInt8], from place: Int) -> Int {
        let limit = min(bytes.count, place + reach)
        return bytes[place..<limit].firstIndex(of: 0x0A) ?? limit
    }

    /// Where the line of a place begins, or as far as a name may stand before it.
    static func lineStart(_ bytes: [UInt8], before place: Int) -> Int {
        let limit = max(0, place - reach)
        return bytes[limit..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? limit
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether no letter or digit stands before: `А12` and the middle of a number begin none.
    private static func isNumberStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        if isDigit(before) || MailScan.isLetter(before) || before == UInt8(ascii: "_") { return false }
        // Cyrillic letters end in a byte above 0x7F, as do marks such as «; their first bytes tell them apart.
        return index < 2 || before < 0x80 || !(0xD0...0xD1).contains(bytes[index - 2])
    }
}

/// Finds addresses of public mail services.
enum MailScan {
    static let services: Set<String> = [
        "mail.ru", "yandex.ru", "ya.ru", "yandex.com", "gmail.com", "bk.ru", "list.ru", "inbox.ru", "rambler.ru",
        "internet.ru", "xmail.ru", "icloud.com", "outlook.com", "hotmail.com", "yahoo.com", "vk.com", "lenta.ru",
        "autorambler.ru", "myrambler.ru", "ro.ru", "narod.ru", "live.ru", "live.com", "proton.me", "protonmail.com",
        "me.com", "mail.com",
    ]

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The bytes of an address around an `@`, at most 64 before it.
    static func privateAddress(_ bytes: [UInt8], at place: Int) -> Range<Int>? {
        var start = place
        while start > 0, place - start < 64, isOfName(bytes[start - 1]) { start -= 1 }
        var end = place + 1
        while end < bytes.count, end - place < 64,
            isLetter(bytes[end]) || PrivacyScanner.isDigit(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D
        {
            end += 1
        }
        while end > place + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
        let domain = String(decoding: bytes[place + 1..<end].map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        return start < place && services.contains(domain) ? start..<end : nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || PrivacyScanner.isDigit(byte) || "._%+-".utf8.contains(byte)
    }
}

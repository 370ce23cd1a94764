/// What one look over a body finds of the marks that libcmark does not know.
///
/// A text without any of them takes the short way through the reader. Those that libcmark would misread are hidden
/// from it: the copy that it parses has a control byte in their place, one for one, so that positions stay.
///
/// | byte | stands for | where |
/// | --- | --- | --- |
/// | 1 | `[` | before `^label]`, which libcmark would take for a reference definition |
/// | 2 | `_` | inside a bare address, where it would begin emphasis |
/// | 3 | `*` | likewise |
struct SourceFeatures {
    var hasPipe = false
    /// `]:` stands somewhere: only then can there be reference definitions.
    var hasDefinitions = false
    var hasFootnotes = false
    /// Bytes 1 to 6 stand in the text itself; they become U+001A there.
    var hasControls = false
    /// Where `~`, `[[`, `[^`, `://`, `www.` and `@` stand, ascending: leaves without any need no second look.
    var triggers: [Int] = []
    /// Where bare addresses may begin that hold `_` or `*`.
    var addresses: [Int] = []

    var needsMask: Bool { hasControls || hasFootnotes || !addresses.isEmpty }

    init(_ text: UnsafeBufferPointer<UInt8>, _ extensions: MarkdownParser.Extensions) {
        var index = 0
        let count = text.count
        func at(_ offset: Int) -> UInt8 { offset < count ? text[offset] : 0 }
        while index < count {
            let byte = text[index]
            // Letters are most of a text, and Russian ones are beyond ASCII.
            guard byte < 0x80, Self.isMark(byte) else {
                index += 1
                continue
            }
            switch byte {
            case 0: break
            case 1...6: hasControls = true
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: "~"): triggers.append(index)
            case UInt8(ascii: "@"): triggers.append(index)
            case UInt8(ascii: "["):
                if at(index + 1) == UInt8(ascii: "[") {
                    triggers.append(index)
                } else if at(index + 1) == UInt8(ascii: "^") {
                    triggers.append(index)
                    hasFootnotes = true
                }
            case UInt8(ascii: "]"):
                if at(index + 1) == UInt8(ascii: ":") { hasDefinitions = true }
            default:
                if let start = Self.addressStart(text, at: index) {
                    triggers.append(start)
                    addresses.append(start)
                }
            }
            index += 1
        }
        hasPipe = hasPipe && extensions.contains(.tables)
        hasFootnotes = hasFootnotes && extensions.contains(.footnotes)
        if !extensions.contains(.autolinks) { addresses = [] }
        if extensions.isDisjoint(with: [.strikethrough, .footnotes, .wikiLinks, .autolinks]) { triggers = [] }
    }

    /// Bytes 1 to 6 and `| ~ @ [ ] : w`, as bits: two words instead of a table.
    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool {
        let low: UInt64 = 0x7E | 1 << UInt64(UInt8(ascii: ":"))
        let high: UInt64 = 0x5080_0000_2800_0001
        return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
    }

    /// The start of `https://…` whose colon, or of `www.` whose first letter, stands at `index`.
    private static func addressStart(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard index + 4 < text.count else { return nil }
        if text[index] == UInt8(ascii: ":") {
            guard text[index + 1] == UInt8(ascii: "/"), text[index + 2] == UInt8(ascii: "/") else { return nil }
            var start = index
            while start > 0, index - start < 5, text[start - 1].isASCIILetter { start -= 1 }
            return start < index ? start : nil
        }
        let isWWW = text[index + 1] == text[index] && text[index + 2] == text[index]
        return isWWW && text[index + 3] == UInt8(ascii: ".") ? index : nil
    }
}

/// The bytes that stand for hidden ones.
enum Mask {
    static let bracket: UInt8 = 1
    static let underscore: UInt8 = 2
    static let asterisk: UInt8 = 3
    static let substitute: UInt8 = 0x1A

    /// The byte that was hidden, or the byte itself.
    static func revealed(_ byte: UInt8) -> UInt8 {
        switch byte {
        case bracket: UInt8(ascii: "[")
        case underscore: UInt8(ascii: "_")
        case asterisk: UInt8(ascii: "*")
        default: byte
        }
    }

    /// Hides in a copy of the text what libcmark must not see.
    ///
    /// O(length).
    static func hide(in text: inout [UInt8], _ features: SourceFeatures) {
        if features.hasControls {
            for index in text.indices where (1...6).contains(text[index]) { text[index] = substitute }
        }
        if features.hasFootnotes { Footnotes.hide(in: &text, at: features.triggers) }
        var end = 0
        for start in features.addresses where start >= end {
            end = text.withUnsafeBufferPointer { Autolinks.addressEnd($0, from: start, limit: $0.count) } ?? start
            for index in start..<end {
                if text[index] == UInt8(ascii: "_") { text[index] = underscore }
                if text[index] == UInt8(ascii: "*") { text[index] = asterisk }
            }
        }
    }
}

extension UInt8 {
    @inline(__always) var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inline(__always) var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    @inline(__always) var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    @inline(__always) var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    @inline(__always) var isMarkdownSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    @inline(__always) var isASCIIPunctuation: Bool {
        (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
            || (0x7B...0x7E).contains(self)
    }
}

import Languages

/// A stretch of a text as a page shows it: without marks that make letters bold or slanted, without what nobody sees, with
/// references and digits of other scripts as the characters that they stand for.
///
/// `8 912 34**5-67**-89`, `8&nbsp;912&nbsp;345-67-89` and `８ 912 345-67-89` are one number, and so is one that goes on in the
/// next line.
struct ShownText {
    private(set) var bytes: [UInt8] = []
    /// Where each of the bytes is written.
    private var places: [Range<Int>] = []

    /// O(bytes).
    init(_ text: [UInt8], _ range: Range<Int>) {
        bytes.reserveCapacity(range.count)
        places.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let (shown, length) = Self.unit(text, index, range)
            for byte in shown ?? [text[index]] {
                bytes.append(byte)
                places.append(index..<index + length)
            }
            index += length
        }
    }

    /// Where a part of it that is not empty is written.
    func source(of part: Range<Int>) -> Range<Int> {
        places[part.lowerBound].lowerBound..<places[part.upperBound - 1].upperBound
    }

    /// What is shown in place of that which begins at a byte, and its length; nothing where it is shown as it is.
    private static func unit(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> (shown: [UInt8]?, length: Int) {
        let end = range.upperBound
        switch text[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "`"): return ([], 1)
        case UInt8(ascii: "_"):
            // Between two letters or digits it is a letter itself.
            let isWithin =
                index > range.lowerBound && isOfWord(text[index - 1]) && index + 1 < end && isOfWord(text[index + 1])
            return (isWithin ? nil : [], 1)
        case UInt8(ascii: "\\") where index + 1 < end && (isMark(text[index + 1]) || text[index + 1] == 0x0A):
            return ([], 1)
        case UInt8(ascii: "["), UInt8(ascii: "]"): return ([], bracket(text, index, end))
        case UInt8(ascii: "&"): return reference(text, index, end)
        case UInt8(ascii: "%"): return spelledInAddress(text, index, end)
        case 0x0A:
            // What a quotation or a value of several lines begins its lines with.
            let behind = text[(index + 1)..<end].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
            return ([0x20], 1 + behind.count)
        case 0..<0xC2, 0xD0, 0xD1: return (nil, 1)
        default: return character(text, index, end)
        }
    }

    /// The length of a bracket of a link with what is not shown: `](address)`, `[[name|`; whom `mailto:` and `tel:` reach is.
    private static func bracket(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
        let rest = text[(index + 1)..<min(index + 300, end)].prefix { $0 != 0x0A }
        if text[index] == UInt8(ascii: "]"), rest.first == UInt8(ascii: "("),
            !["(mailto:", "(tel:"].contains(where: { rest.starts(with: $0.utf8) }),
            let close = rest.firstIndex(of: UInt8(ascii: ")"))
        {
            return close + 1 - index
        }
        if text[index] == UInt8(ascii: "["), rest.first == UInt8(ascii: "["),
            let bar = rest.prefix(while: { $0 != UInt8(ascii: "]") }).firstIndex(of: UInt8(ascii: "|"))
        {
            return bar + 1 - index
        }
        return 1
    }

    /// «&nbsp;», `&#43;`, `&#x40;`.
    private static func reference(_ text: [UInt8], _ index: Int, _ end: Int) -> (shown: [UInt8]?, length: Int) {
        let name = text[(index + 1)..<min(index + 24, end)].prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < end, text[name.endIndex] == UInt8(ascii: ";") else { return (nil, 1) }
        let length = name.count + 2
        if name.first == UInt8(ascii: "#") {
            let isHexadecimal = name.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
            let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
            let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
            return scalar.map { (shown($0) ?? Array(String($0).utf8), length) } ?? (nil, 1)
        }
        return named[String(decoding: name, as: UTF8.self)].map { (Array($0.utf8), length) } ?? (nil, 1)
    }

    /// References by a name that may stand in a number or an address.
    private static let named = [
        "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "numsp": " ", "puncsp": " ", "hairsp": " ", "Tab": " ",
        "NewLine": " ", "shy": "", "zwj": "", "zwnj": "", "lrm": "", "rlm": "", "ZeroWidthSpace": "", "NoBreak": "",
        "plus": "+", "commat": "@", "period": ".", "lowbar": "_", "UnderBar": "_", "hyphen": "-", "dash": "-",
        "ndash": "-", "mdash": "-", "minus": "-", "lpar": "(", "rpar": ")", "num": "#", "amp": "&", "percnt": "%",
    ]

    /// `%40` and the like, as in the address of a link.
    private static func spelledInAddress(_ text: [UInt8], _ index: Int, _ end: Int) -> (shown: [UInt8]?, length: Int) {
        guard index + 2 < end,
            let value = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16),
            (0x20..<0x7F).contains(value)
        else { return (nil, 1) }
        return ([value], 3)
    }

    private static func character(_ text: [UInt8], _ index: Int, _ end: Int) -> (shown: [UInt8]?, length: Int) {
        let length = text[index] < 0xE0 ? 2 : text[index] < 0xF0 ? 3 : 4
        guard index + length <= end,
            let scalar = String(decoding: text[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return (nil, 1) }
        return (shown(scalar), length)
    }

    /// What a character is to people who read it; nothing where it is what it is.
    private static func shown(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if UnseenCharacters.contains(scalar) || RefusedCharacters.contains(scalar) { return [] }
        // Letters, digits and marks as wide as a Chinese one.
        if (0xFF01...0xFF5E).contains(scalar.value) { return [UInt8(scalar.value - 0xFEE0)] }
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue, !scalar.isASCII {
            return [0x30 + UInt8(value)]
        }
        return scalar.properties.isWhitespace && !scalar.isASCII ? [0x20] : nil
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || PrivacyScanner.isDigit(byte) || MailScan.isLetter(byte)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}

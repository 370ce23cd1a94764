/// Bare addresses in running text: `https://…`, `http://…`, `www.…`, `name@host.ru`.
///
/// Ends are found as GFM finds them: no closing punctuation, no unpaired closing bracket, no `&entity;`. Beyond GFM,
/// typographic quotes end an address too: «https://example.ru» is common in Russian.
enum Autolinks {
    /// The end of an address that begins at `start`; nothing where none does.
    static func addressEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
        guard let hostStart = hostStart(text, from: start, limit: limit) else { return nil }
        guard let hostEnd = hostEnd(text, from: hostStart, limit: limit, needsDot: text[start] | 0x20 == 0x77) else {
            return nil
        }
        var end = hostEnd
        while end < limit, !endsAddress(text, end, limit) { end += 1 }
        end = trimmedEnd(text, start, end)
        return end > hostStart ? end : nil
    }

    /// What stands after `https://` or at `www.`.
    private static func hostStart(_ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
        for (prefix, skipped) in prefixes where start + prefix.count < limit {
            var index = 0
            while index < prefix.count, lowercased(text[start + index]) == prefix[index] { index += 1 }
            if index == prefix.count { return start + skipped }
        }
        return nil
    }

    private static let prefixes: [([UInt8], Int)] = [
        (Array("https://".utf8), 8), (Array("http://".utf8), 7), (Array("www.".utf8), 0),
    ]

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte.isASCIILetter ? byte | 0x20 : byte }

    private static func hostEnd(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int, needsDot: Bool
    ) -> Int? {
        var end = start
        var dots = 0
        var underscores = (before: 0, last: 0)
        while end < limit, !endsAddress(text, end, limit) {
            let byte = text[end]
            if byte == UInt8(ascii: ".") {
                dots += 1
                underscores = (underscores.last, 0)
            } else if byte == UInt8(ascii: "_") || byte == Mask.underscore {
                underscores.last += 1
            } else if byte != UInt8(ascii: "-"), !byte.isASCIIAlphanumeric, byte < 0x80 {
                break
            }
            end += 1
        }
        // The last two parts of a domain hold no underscore.
        guard end > start, underscores == (0, 0), dots > 0 || !needsDot else { return nil }
        return text[start] == UInt8(ascii: ".") ? nil : end
    }

    /// Space, `<`, and the typographic quotes « » „ “ ” and no-break space.
    private static func endsAddress(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool {
        let byte = text[index]
        if byte <= 0x20, byte != Mask.underscore, byte != Mask.asterisk { return true }
        if byte == UInt8(ascii: "<") { return true }
        if byte == 0xC2, index + 1 < limit { return [0xAB, 0xBB, 0xA0].contains(text[index + 1]) }
        if byte == 0xE2, index + 2 < limit, text[index + 1] == 0x80 {
            return [0x9C, 0x9D, 0x9E, 0xA6].contains(text[index + 2])
        }
        return false
    }

    private static func trimmedEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var end = end
        var surplus = 0
        for index in start..<end {
            if text[index] == UInt8(ascii: ")") { surplus += 1 }
            if text[index] == UInt8(ascii: "(") { surplus -= 1 }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""),
                UInt8(ascii: "]"), UInt8(ascii: "|"), Mask.underscore, Mask.asterisk:
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 1
                while name > start, text[name - 1].isASCIIAlphanumeric { name -= 1 }
                end = name < end - 1 && name > start && text[name - 1] == UInt8(ascii: "&") ? name - 1 : end - 1
            case UInt8(ascii: ")"):
                guard surplus > 0 else { return end }
                surplus -= 1
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// Whether an address may begin after this byte: at a start, after a space, `*`, `_`, `~`, `(` or a quote.
    static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at start: Int, from lower: Int) -> Bool {
        guard start > lower else { return true }
        let before = text[start - 1]
        return !before.isASCIIAlphanumeric && before != UInt8(ascii: "/")
    }

    /// The range of an e-mail address around the `@` at `place`, not before `lower`.
    static func mailRange(
        _ text: UnsafeBufferPointer<UInt8>, around place: Int, from lower: Int, limit: Int
    ) -> Range<Int>? {
        var start = place
        while start > lower, text[start - 1].isASCIIAlphanumeric || ".+-_".utf8.contains(text[start - 1]) { start -= 1 }
        var end = place + 1
        var lastDot: Int?
        while end < limit {
            let byte = text[end]
            if byte == UInt8(ascii: ".") {
                guard end + 1 < limit, text[end + 1].isASCIIAlphanumeric else { break }
                lastDot = end
            } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard start < place, lastDot != nil, text[place + 1].isASCIIAlphanumeric else { return nil }
        return text[end - 1].isASCIIAlphanumeric ? start..<end : nil
    }
}

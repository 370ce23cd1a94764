/// Sorts of alerts: block quotes that begin with a mark as GitHub has it.
///
/// ```
/// alert = ">" "[!" name "]" [ text ]     further lines of the quote follow
/// name  = one of ``Alert/names``, in any case
/// ```
/// GitHub wants the mark alone on its line; here the rest of the line is the beginning of the text.
package enum Alert: String, CaseIterable, Sendable {
    case note, tip, important, warning, caution

    /// What stands in the brackets, in lower case.
    static let names: [String: Alert] = [
        "note": .note, "tip": .tip, "important": .important, "warning": .warning, "caution": .caution,
        "примечание": .note, "совет": .tip, "важно": .important, "внимание": .warning, "осторожно": .caution,
    ]

    /// The mark at the beginning of a quote's first paragraph, and where the rest of its line begins.
    ///
    /// Two bytes decide of nearly every paragraph.
    static func mark(
        in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
    ) -> (alert: Alert, end: Int)? {
        guard start + 3 < limit, text[start] == UInt8(ascii: "["), text[start + 1] == UInt8(ascii: "!"),
            let close = text[start..<min(limit, start + longestMark)].firstIndex(of: UInt8(ascii: "]")),
            let alert = names[String(decoding: text[start + 2..<close], as: UTF8.self).lowercased()]
        else { return nil }
        var end = close + 1
        while end < limit, text[end].isSpaceOrTab { end += 1 }
        return (alert, end)
    }

    /// More bytes than any name has, with its brackets.
    private static let longestMark = 32
}

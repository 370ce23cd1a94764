import Languages

/// Headings and heads as an editor means them.
///
/// «2. Мероприятия», «II. Мероприятия:» and «Мероприятия» are one name.
///
/// ```
/// heading = [ number ] name { ":" | "." | ";" | "," | "-" | " " | anchor }
/// anchor  = "{#" … "}"              of other programs
/// number  = digits { "." digits } [ "." ] " "       with one dot at least
///         | ( digits | roman { roman } ) ( "." | ")" ) " "
/// ```
package enum HeadingName {
    /// The name folded as ``NameFolding`` does, without a number before it and without marks behind it.
    ///
    /// A text of nothing else comes out as folded. O(length).
    package static func fold(_ text: some StringProtocol) -> String { bare(NameFolding.fold(text)) }

    /// A folded name without a number before it and without marks behind it.
    static func bare(_ folded: String) -> String {
        var name = Array(folded.utf8)[...]
        while let last = name.last {
            if endMarks.contains(last) {
                name.removeLast()
            } else if last == UInt8(ascii: "}"), let anchor = name.lastIndex(of: UInt8(ascii: "{")),
                name[anchor...].dropFirst().first == UInt8(ascii: "#")
            {
                name = name[..<anchor]
            } else {
                break
            }
        }
        let end = numberEnd(name)
        name = name[end...]
        return name.isEmpty ? folded : String(decoding: name, as: UTF8.self)
    }

    /// The words of the folded name.
    static func words(of text: String) -> [String] { fold(text).split(separator: " ").map(String.init) }

    /// Whether a text ends with a mark that no name has: «Цель:».
    package static func hasEndMark(_ text: String) -> Bool {
        text.utf8.last { $0 != 0x20 }.map { endMarks.contains($0) } ?? false
    }

    /// Whether a number stands before the name, as in «II) Второе полугодие».
    package static func isNumbered(_ text: some StringProtocol) -> Bool {
        let name = Array(NameFolding.fold(text).utf8)[...]
        return numberEnd(name) > name.startIndex
    }

    private static let endMarks = Set(":.;,- ".utf8)

    /// Where the name begins behind a number, or the start where there is none.
    private static func numberEnd(_ name: ArraySlice<UInt8>) -> Int {
        let digits = name.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        let isArabic = digits.first.map { $0 != UInt8(ascii: ".") } ?? false
        var end = isArabic ? digits.endIndex : romanEnd(name)
        let hasDot =
            isArabic && digits.contains(UInt8(ascii: ".")) && digits.endIndex < name.endIndex && name[end] == 0x20
        if !hasDot {
            guard end > name.startIndex, end < name.endIndex,
                name[end] == UInt8(ascii: ".") || name[end] == UInt8(ascii: ")")
            else { return name.startIndex }
            end += 1
        }
        guard end < name.endIndex, name[end] == 0x20 else { return name.startIndex }
        return end + 1
    }

    /// Where Roman digits end; the Cyrillic х stands for the Latin x.
    private static func romanEnd(_ name: ArraySlice<UInt8>) -> Int {
        var end = name.startIndex
        while end < name.endIndex {
            if "ivxlc".utf8.contains(name[end]) {
                end += 1
            } else if name[end] == 0xD1, end + 1 < name.endIndex, name[end + 1] == 0x85 {
                end += 2
            } else {
                break
            }
        }
        return end
    }
}

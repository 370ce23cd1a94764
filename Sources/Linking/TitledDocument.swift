import Formats

/// The number, the day and the official title that the title of a document tells: «Приказ от 12.03.2025 № 45 «О чтении»».
///
/// ```
/// title    := [ adjective ] sort … [ от DATE ] № number [ от DATE ] [ official ]
/// official := «…» | О … | Об …         to the end
/// ```
/// Only what is certain: a title that names a second document, as one that changes another does («О внесении изменений в
/// приказ от … № …»), or several numbers, tells nothing.
package struct TitledDocument: Sendable, Equatable {
    /// As written.
    package let number: String
    package let date: CalendarDate
    /// Without the quotation marks around it; nothing where the title has none.
    package let officialTitle: String?

    /// O(length).
    package init?(_ title: String) {
        let text = SeenText(Array(title.utf8)).bytes
        guard let sign = NumberSign.next(in: text, from: 0), NumberSign.next(in: text, from: sign.upperBound) == nil,
            case let ends = Citations.numberEnds(in: text, from: sign.upperBound), ends.count == 1, let end = ends.first
        else { return nil }
        let before = DateBeside.before(sign.lowerBound, in: text, floor: 0)
        let after = DateBeside.after(end, in: text)
        guard let found = before ?? after, before == nil || after == nil else { return nil }
        let start = min(found.range.lowerBound, sign.lowerBound)
        let word = DocumentWord.start(before: start, in: text, floor: 0)
        guard word < start, Self.isBeginning(text[..<word]) else { return nil }
        number = String(decoding: text[sign.upperBound..<end], as: UTF8.self).trimmed
        date = found.date
        let rest = String(decoding: text[max(end, found.range.upperBound)...], as: UTF8.self)
        // A document within the official title is another one: it has no number, or it would have been the second.
        officialTitle = Self.official(rest.trimmed)
    }

    /// Whether nothing or an adjective stands before the word for the sort: «Федеральный».
    private static func isBeginning(_ text: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: text, as: UTF8.self).split(separator: " ")
        guard let word = words.first else { return true }
        return words.count == 1 && ["ый", "ий", "ой", "ое", "ая"].contains { word.hasSuffix($0) }
    }

    private static func official(_ rest: String) -> String? {
        if rest.hasPrefix("«"), rest.hasSuffix("»") {
            let inner = rest.dropFirst().dropLast()
            var depth = 0
            for sign in inner {
                if sign == "«" { depth += 1 }
                if sign == "»" { depth -= 1 }
                if depth < 0 { return nil }
            }
            return depth == 0 && !inner.isEmpty ? String(inner) : nil
        }
        return ["О ", "Об ", "об ", "о "].contains { rest.hasPrefix($0) } ? rest : nil
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

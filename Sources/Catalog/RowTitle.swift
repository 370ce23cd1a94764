import Languages

/// What titles the rows below it by its words alone, whether it is set in bold or not.
package enum RowTitle {
    /// Words by which parts of a plan begin.
    private static let partWords: Set<String> = [
        "раздел", "подраздел", "этап", "блок", "направление", "модуль", "полугодие", "квартал", "задача", "часть",
    ]

    /// Numbered in Roman digits, begun by a word such as «Раздел», in capitals, or with a colon at the end.
    ///
    /// - Parameter text: a plain text.
    package static func isOne(_ text: String) -> Bool {
        let words = NameFolding.fold(text).split(separator: " ")
        let isPart = words.prefix(2).contains { Self.partWords.contains(HeadingName.fold($0)) }
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let isCapital = letters.count > 3 && letters.allSatisfy(\.properties.isUppercase)
        return isPart || isCapital || text.hasSuffix(":") || (HeadingName.isNumbered(text) && !startsWithDigit(text))
    }

    private static func startsWithDigit(_ text: String) -> Bool {
        text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
}

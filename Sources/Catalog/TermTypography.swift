import Languages

/// How a term is printed that is shown as it was written.
enum TermTypography {
    /// With dashes for the hyphens of spans: «2023–2024», «март–май».
    ///
    /// A hyphen inside of a word («онлайн-встреча»), behind a number («1-й», «15-сен-23») or of a date in numbers
    /// («2024-12-20») is none of a span and stays. O(scalars).
    static func dashed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = scalars
        for place in scalars.indices where scalars[place] == "-" && isOfSpan(place, scalars) { result[place] = "–" }
        return String(String.UnicodeScalarView(result))
    }

    private static func isOfSpan(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let before = run(endingAt: place, scalars)
        let after = run(startingBehind: place, scalars)
        guard let first = before.first, let last = after.first else { return true }
        switch (isDigit(first), isDigit(last)) {
        case (true, true):
            let outer = [place - before.count - 1, place + after.count + 1]
            return !outer.contains { scalars.indices.contains($0) && scalars[$0] == "-" }
        case (false, false): return isNamed(before) && isNamed(after)
        default: return false
        }
    }

    /// The letters or the digits that stand close before a place; none where there are others.
    private static func run(endingAt place: Int, _ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard place > 0 else { return [] }
        let isNumber = isDigit(scalars[place - 1])
        return Array(scalars[..<place].reversed().prefix { isPart($0, ofNumber: isNumber) }.reversed())
    }

    private static func run(startingBehind place: Int, _ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard place + 1 < scalars.count else { return [] }
        let isNumber = isDigit(scalars[place + 1])
        return Array(scalars[(place + 1)...].prefix { isPart($0, ofNumber: isNumber) })
    }

    private static func isPart(_ scalar: Unicode.Scalar, ofNumber isNumber: Bool) -> Bool {
        isNumber ? isDigit(scalar) : scalar.properties.isAlphabetic
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// A month, a day of the week or a Roman number: what a span has for ends.
    private static func isNamed(_ scalars: [Unicode.Scalar]) -> Bool {
        guard case .word(let word)? = TermToken.all(in: scalars).first?.kind else { return false }
        return MonthNames.numbers[word] != nil || RomanNumber.values[word] != nil
            || TermWords.weekdays.contains(word) || TermWords.ordinals[word] != nil
    }
}

import Languages

/// Text typed in the other keyboard layout: «pyfybt» is «знание».
///
/// Seven Russian letters are on keys of signs: «,.l;tn» is «бюджет», «`;» is «ёж». The browser's client does the same.
enum KeyboardLayout {
    /// The fewest Latin letters that Cyrillic ones may be.
    static let fewestLatin = 4

    /// The text as the other layout would have given it; nil when it is of both alphabets or of none.
    ///
    /// Signs alone are letters when two are neighbours, for one may be punctuation. No Latin word has letters on the keys of
    /// signs, so Russian text with them stays; nor is a short one Latin: «суд» is no «cel».
    static func swapped(_ text: String) -> String? {
        let scalars = text.unicodeScalars.map(lowercased)
        let hasCyrillic = scalars.contains { "а"..."я" ~= $0 || $0 == "ё" }
        let hasLatin = scalars.contains(where: isLatin) || !hasCyrillic && hasNeighbouringSigns(scalars)
        guard hasLatin != hasCyrillic else { return nil }
        var swapped = String.UnicodeScalarView()
        for key in scalars { swapped.append((hasLatin ? KeyboardKeys.russian(key) : KeyboardKeys.latin(key)) ?? key) }
        if hasCyrillic, swapped.count < fewestLatin || swapped.contains(where: isSign) { return nil }
        return String(swapped)
    }

    /// A run of signs in the other layout: with the punctuation at its end as letters, and without.
    static func readings(of run: String) -> [String] {
        let trimmed = trimmed(run)
        return (run == trimmed ? [run] : [run, trimmed]).compactMap(swapped)
    }

    /// Whether a run has signs that are no punctuation where they stand, such as those in front of a Latin word.
    static func hasDoubtfulSigns(_ run: String) -> Bool {
        if run.unicodeScalars.contains(where: { isLatin(lowercased($0)) }) {
            return trimmed(run).unicodeScalars.contains(where: isSign)
        }
        return FoldedWords.wholes(of: run).isEmpty
    }

    private static func trimmed(_ run: String) -> String {
        var scalars = run.unicodeScalars
        while let last = scalars.last, ",.;:".unicodeScalars.contains(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar }

    /// Whether a sign is on the key of a Russian letter.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        !isLatin(scalar) && KeyboardKeys.russian(scalar) != nil
    }

    private static func hasNeighbouringSigns(_ scalars: [Unicode.Scalar]) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { isSign($0) && isSign($1) }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 32) ?? scalar
        case 0x401: "ё"
        default: scalar
        }
    }
}

/// Letters of Latin and Cyrillic that look the same, so that either is typed for the other: «пoдмена» with a Latin o.
package enum LookAlikes {
    /// The Cyrillic lower-case letter that stands for a Latin lower-case one in some case of letters: в for b, since
    /// В looks like B.
    package static func cyrillic(_ latin: Unicode.Scalar) -> Unicode.Scalar? { cyrillicByLatin[latin] }

    /// The Latin lower-case letter for a Cyrillic lower-case one.
    package static func latin(_ cyrillic: Unicode.Scalar) -> Unicode.Scalar? { latinByCyrillic[cyrillic] }

    /// The Cyrillic letter that looks like a Latin one as it stands: a, B, but neither b nor h.
    package static func cyrillicAsSeen(_ latin: Unicode.Scalar) -> Unicode.Scalar? { cyrillicBySight[latin] }

    /// A lower-case text with the Cyrillic letter for each Latin one that has one.
    package static func inCyrillic(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { cyrillic($0) ?? $0 }))
    }

    private static let latin = "abcehkmoptxy"
    private static let cyrillic = "авсенкмортху"
    private static let cyrillicByLatin = table(latin, cyrillic)
    private static let latinByCyrillic = table(cyrillic, latin)
    private static let cyrillicBySight = table("acekopxyABCEHKMOPTX", "асекорхуАВСЕНКМОРТХ")

    private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
    }
}

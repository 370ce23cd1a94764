/// Text typed in the other keyboard layout: «pyfybt» is «знание».
enum KeyboardLayout {
    private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~".unicodeScalars)
    private static let cyrillic = Array("йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё".unicodeScalars)

    /// The text as the other layout would have given it; nil when it is of both alphabets or of none.
    static func swapped(_ text: String) -> String? {
        let scalars = text.unicodeScalars.map(lowercased)
        let hasLatin = scalars.contains { "a"..."z" ~= $0 }
        let hasCyrillic = scalars.contains { "а"..."я" ~= $0 || $0 == "ё" }
        guard hasLatin != hasCyrillic else { return nil }
        let (from, to) = hasLatin ? (latin, cyrillic) : (cyrillic, latin)
        var swapped = String.UnicodeScalarView()
        for scalar in scalars { swapped.append(from.firstIndex(of: scalar).map { to[$0] } ?? scalar) }
        return String(swapped)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 32) ?? scalar
        case 0x401: "ё"
        default: scalar
        }
    }

    /// The letters of the keys on both sides of a Russian letter.
    static func neighbours(of letter: UInt16) -> [UInt16] {
        guard let key = cyrillic.firstIndex(where: { $0.value == UInt32(letter) }) else { return [] }
        return [key - 1, key + 1].filter { cyrillic.indices.contains($0) }.map { UInt16(cyrillic[$0].value) }
    }
}

/// The keys of a keyboard in its Latin and its Russian layout (ГОСТ 6431; the layout of Windows and X11).
///
/// Seven Russian letters are on keys of signs: `,` is б, `;` is ж, and with Shift `<` and `:`.
package enum KeyboardKeys {
    /// The lower-case Russian letter on the key of a Latin letter or a sign.
    package static func russian(_ latin: Unicode.Scalar) -> Unicode.Scalar? { russianByLatin[latin] }

    /// The Latin letter or the sign without Shift on the key of a lower-case Russian letter.
    package static func latin(_ russian: Unicode.Scalar) -> Unicode.Scalar? { latinByRussian[russian] }

    /// The keys in the Latin layout, and in the same order in the Russian one: those of Shift after the others.
    package static let latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~"
    package static let russianKeys = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё"
    private static let russianByLatin = table(latinKeys, russianKeys)
    private static let latinByRussian = table(russianKeys, latinKeys)

    private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
    }
}

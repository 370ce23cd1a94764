/// Characters that nobody sees and that do harm: those that no page may hold, those that turn the order of letters around, and
/// those that no text of an album needs.
package enum RefusedCharacters {
    /// Whether a character is one of any sort.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        isForbidden(scalar) || isTurning(scalar) || isHidden(scalar)
    }

    /// Whether no XML 1.0 document and no HTML page may hold a character: controls but tab and line ends, U+FFFE and U+FFFF.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a character turns the order of letters around; those that only end what others began do not.
    package static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: true
        default: false
        }
    }

    /// Whether a character shows nothing and comes into a text by nobody's keyboard.
    ///
    /// Fillers of other scripts, tags, shapes of letters, marks of music and of mathematics, the line ends U+2028 and
    /// U+2029: with one of them two names look alike and are not. Those of ``UnseenCharacters`` come along with what is
    /// copied and are passed over. Behind a picture U+FE0E and U+FE0F say how it is drawn (``isShape(_:)``).
    ///
    /// Source: `Default_Ignorable_Code_Point` of Unicode 15, with blank and format characters that it has not: U+2800,
    /// U+FFFC, the line ends.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2028, 0x2029, 0x2061...0x2065,
            0x206A...0x206F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xFFF0...0xFFFC, 0x1107F, 0x13430...0x1343F,
            0x16FE4, 0x1BCA0...0x1BCA3, 0x1D159, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// Whether a character says of a picture before it how that is drawn: in colours or as a letter.
    package static func isShape(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{FE0E}" || scalar == "\u{FE0F}" }

    /// Whether a character is a shape, and stands behind a picture.
    package static func isShape(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar?) -> Bool {
        isShape(scalar) && last?.properties.isEmoji ?? false
    }
}

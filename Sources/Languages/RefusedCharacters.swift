/// Characters that nobody sees and that do harm: those that no page may hold, and those that turn the order of letters around.
package enum RefusedCharacters {
    /// Whether a character is one of either sort.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool { isForbidden(scalar) || isTurning(scalar) }

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
}

/// What becomes of a character before words are compared.
///
/// The browser's client has the same rules.
///
/// - ASCII letters and digits, Latin-1 letters and Cyrillic (U+0400…U+052F) make words; all else parts them.
/// - Letters are lower-cased; ё becomes е; Latin-1 letters lose their marks (é → e).
/// - и or у with a combining breve is й or ў, е with a diaeresis is ё, і likewise ї; other combining marks vanish,
///   as do the soft hyphen, zero-width characters and marks of the direction of writing.
/// - Every hyphen and dash is `-`.
enum LetterFolding {
    /// What a character is to the scanner.
    enum Class: Equatable {
        /// A letter or digit, folded.
        case letter(UInt32)
        /// Hyphen or slash (ASCII): joins two parts of a word when it stands directly between them.
        case connector(UInt8)
        /// Nothing: as if it were not there.
        case invisible
        /// A mark that composes with the letter before it.
        case combining(UInt32)
        /// Parts words.
        case separator
    }

    /// The class of any character.
    static func classify(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: return .letter(scalar)
        case 0x41...0x5A: return .letter(scalar + 32)
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .connector(0x2D)
        case 0x2F: return .connector(0x2F)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: return .invisible
        case 0xC0...0xFF:
            let folded = latin1[Int(scalar - 0xC0)]
            return folded == 0x20 ? .separator : .letter(UInt32(folded))
        case 0x0300...0x036F: return .combining(scalar)
        case 0x0400...0x052F: return cyrillic(scalar)
        default: return .separator
        }
    }

    /// The base letters of U+00C0…U+00FF; a space where the character is no letter.
    static let latin1 = Array(
        "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy".utf8)

    private static func cyrillic(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x0401, 0x0451: return .letter(0x0435)
        case 0x0400...0x040F: return .letter(scalar + 0x50)
        case 0x0410...0x042F: return .letter(scalar + 0x20)
        case 0x0430...0x045F: return .letter(scalar)
        case 0x0482: return .separator
        case 0x0483...0x0489: return .invisible
        case 0x04C0: return .letter(0x04CF)
        case 0x04C1...0x04CE: return .letter(scalar + (scalar & 1))
        default: return .letter(scalar | 1)
        }
    }

    /// The letter that `base` and a combining mark make together, when the mark counts.
    static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        switch (base, mark) {
        case (0x0438, 0x0306): 0x0439
        case (0x0443, 0x0306): 0x045E
        case (0x0456, 0x0308): 0x0457
        default: nil
        }
    }
}

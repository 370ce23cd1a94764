/// Characters that take no place and carry no meaning: what is compared, counted or made into an address passes them over.
///
/// They come along with what is copied from a word processor or a web page: soft hyphens, characters without width,
/// marks of the direction of writing, byte order marks.
package enum UnseenCharacters {
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

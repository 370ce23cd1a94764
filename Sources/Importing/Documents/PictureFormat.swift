/// What a picture is by its first bytes, whatever it is called.
///
/// Sources: ISO/IEC 14496-12 and 23008-12 (`ftyp` and its brands), TIFF 6.0, BMP (`BITMAPFILEHEADER`).
package enum PictureFormat: String, Sendable {
    case jpeg, png, gif, webp, heic, tiff, bmp

    /// Endings that name a picture.
    package static let endings: Set<String> = [
        "jpg", "jpeg", "jpe", "png", "gif", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp",
    ]

    /// Nothing for what is none of them; O(1).
    package init?(_ bytes: [UInt8]) {
        func has(_ text: String, at place: Int) -> Bool {
            bytes.count >= place + text.utf8.count && bytes[place...].starts(with: text.utf8)
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has("GIF8", at: 0) {
            self = .gif
        } else if has("RIFF", at: 0), has("WEBP", at: 8) {
            self = .webp
        } else if has("ftyp", at: 4),
            ["heic", "heix", "heim", "heis", "mif1", "avif"].contains(where: { has($0, at: 8) })
        {
            self = .heic
        } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            self = .tiff
        } else if has("BM", at: 0), bytes.count > 26, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            self = .bmp
        } else {
            return nil
        }
    }

    /// As file names end.
    package var ending: String { self == .jpeg ? "jpg" : rawValue }

    /// As people call it.
    package var name: String { self == .heic ? "HEIC" : rawValue.uppercased() }

    /// Whether all usual browsers show it.
    package var isShown: Bool { [.jpeg, .png, .gif, .webp].contains(self) }
}

import Linking

/// Reads width and height off the first bytes of a picture: PNG, GIF, JPEG, WebP.
enum PictureHeader {
    static let extensions: Set<String> = ["png", "gif", "jpg", "jpeg", "webp"]

    static func size(_ bytes: [UInt8]) -> PictureSize? {
        if bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            return PictureSize(width: big(bytes, 16, 4), height: big(bytes, 20, 4))
        }
        if bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) {
            return PictureSize(width: little(bytes, 6, 2), height: little(bytes, 8, 2))
        }
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)) { return webp(bytes) }
        return nil
    }

    /// The first frame header (ITU-T T.81, B.2.2).
    private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return PictureSize(width: big(bytes, index + 7, 2), height: big(bytes, index + 5, 2)) }
            index += 2 + big(bytes, index + 2, 2)
        }
        return nil
    }

    /// The three forms of the container (RFC 9649).
    private static func webp(_ bytes: [UInt8]) -> PictureSize? {
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": PictureSize(width: little(bytes, 26, 2) & 0x3FFF, height: little(bytes, 28, 2) & 0x3FFF)
        case "VP8L":
            PictureSize(width: (little(bytes, 21, 4) & 0x3FFF) + 1, height: ((little(bytes, 21, 4) >> 14) & 0x3FFF) + 1)
        case "VP8X": PictureSize(width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1)
        default: nil
        }
    }

    private static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Takes the place where a picture was taken out of it: out of EXIF and XMP in JPEG, PNG and WebP.
///
/// EXIF is changed where it stands, so that turned pictures stay turned: the entry that leads to the GPS directory goes,
/// and the directory is overwritten with zeros. An XMP packet that speaks of GPS goes as a whole. All else stays byte
/// for byte. Sources: Exif 2.32 (CIPA DC-008), PNG 3rd edition, RFC 9649. O(bytes).
package enum PicturePosition {
    /// The picture without its place; nothing when it holds none or is of another format.
    package static func removed(from bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
        if bytes.count >= 12, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) {
            return webp(bytes)
        }
        return nil
    }

    // MARK: Formats

    /// Segments up to the first scan; what follows the last known one is taken over.
    private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
        var result = Array(bytes[..<2])
        var isChanged = false
        var index = 2
        while index + 4 <= bytes.count, bytes[index] == 0xFF, bytes[index + 1] != 0xDA {
            if bytes[index + 1] == 0xFF {
                result.append(0xFF)
                index += 1
                continue
            }
            let end = index + 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
            guard end <= bytes.count, end >= index + 4 else { break }
            let body = bytes[index + 4..<end]
            if bytes[index + 1] == 0xE1, body.starts(with: Array("Exif".utf8) + [0, 0]) {
                let cleaned = exif(Array(body.dropFirst(6)))
                isChanged = isChanged || cleaned != nil
                result += bytes[index..<index + 10] + (cleaned.map { $0[...] } ?? body.dropFirst(6))
            } else if bytes[index + 1] == 0xE1, body.starts(with: "http://ns.adobe.com/x".utf8), speaksOfGPS(body) {
                isChanged = true
            } else {
                result += bytes[index..<end]
            }
            index = end
        }
        return isChanged ? result + bytes[index...] : nil
    }

    private static func png(_ bytes: [UInt8]) -> [UInt8]? {
        var result = Array(bytes[..<8])
        var isChanged = false
        var index = 8
        while index + 12 <= bytes.count {
            let length = number(bytes, index, 4, isLittle: false)
            let end = index + 12 + length
            guard end <= bytes.count else { break }
            let type = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
            let body = bytes[index + 8..<end - 4]
            if type == "eXIf", let cleaned = exif(Array(body)) {
                isChanged = true
                let marked = bytes[index + 4..<index + 8] + cleaned
                result += bytes[index..<index + 4] + marked + bigEndian(CyclicCheck.value(of: marked))
            } else if type == "iTXt", body.starts(with: "XML:com.adobe.xmp".utf8), speaksOfGPS(body) {
                isChanged = true
            } else {
                result += bytes[index..<end]
            }
            index = end
        }
        return isChanged ? result + bytes[index...] : nil
    }

    private static func webp(_ bytes: [UInt8]) -> [UInt8]? {
        var result = Array(bytes[..<12])
        var isChanged = false
        var hasLostXMP = false
        var index = 12
        while index + 8 <= bytes.count {
            let length = number(bytes, index + 4, 4, isLittle: true)
            let end = index + 8 + length + length % 2
            guard end <= bytes.count else { break }
            let type = String(decoding: bytes[index..<index + 4], as: UTF8.self)
            let body = bytes[index + 8..<index + 8 + length]
            if type == "EXIF", let cleaned = exifOfWebP(Array(body)) {
                isChanged = true
                result += bytes[index..<index + 8] + cleaned + bytes[index + 8 + length..<end]
            } else if type.hasPrefix("XMP"), speaksOfGPS(body) {
                // Some programs end the name with a zero in place of the blank.
                (isChanged, hasLostXMP) = (true, true)
            } else {
                result += bytes[index..<end]
            }
            index = end
        }
        guard isChanged else { return nil }
        result += bytes[index...]
        let size = UInt32(
            truncatingIfNeeded: result.count - 8 - (bytes.count - 8 - number(bytes, 4, 4, isLittle: true)))
        result.replaceSubrange(4..<8, with: bigEndian(size).reversed())
        // The flag that tells of a packet, in the extended header.
        if hasLostXMP, result.count > 20, result[12..<16].elementsEqual("VP8X".utf8) { result[20] &= ~0x04 }
        return result
    }

    /// Some programs write the mark of JPEG before the directory here too.
    private static func exifOfWebP(_ body: [UInt8]) -> [UInt8]? {
        let mark = Array("Exif".utf8) + [0, 0]
        guard body.starts(with: mark) else { return exif(body) }
        return exif(Array(body.dropFirst(6))).map { mark + $0 }
    }

    // MARK: Metadata

    /// The TIFF structure without its GPS directory, as long as before; nothing when there is none.
    private static func exif(_ tiff: [UInt8]) -> [UInt8]? {
        guard tiff.count >= 8, tiff[0] == tiff[1], tiff[0] == 0x49 || tiff[0] == 0x4D else { return nil }
        let isLittle = tiff[0] == 0x49
        var result = tiff
        let directory = number(tiff, 4, 4, isLittle: isLittle)
        guard directory + 2 <= tiff.count else { return nil }
        let count = number(tiff, directory, 2, isLittle: isLittle)
        let places = (0..<count).map { directory + 2 + $0 * 12 }.prefix { $0 + 12 <= tiff.count }
        guard let entry = places.first(where: { number(tiff, $0, 2, isLittle: isLittle) == 0x8825 }) else { return nil }
        clear(&result, directory: number(tiff, entry + 8, 4, isLittle: isLittle), isLittle)
        // The entries behind it and the offset of the next directory move up.
        let end = min(directory + 2 + count * 12 + 4, tiff.count)
        result.replaceSubrange(entry..<end, with: result[entry + 12..<end] + [UInt8](repeating: 0, count: 12))
        let left = UInt16(truncatingIfNeeded: count - 1)
        let (low, high) = (UInt8(left & 0xFF), UInt8(left >> 8))
        result.replaceSubrange(directory..<directory + 2, with: isLittle ? [low, high] : [high, low])
        return result
    }

    /// Overwrites a directory and the values that its entries lead to.
    private static func clear(_ tiff: inout [UInt8], directory: Int, _ isLittle: Bool) {
        guard directory >= 8, directory + 2 <= tiff.count else { return }
        let sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
        let count = number(tiff, directory, 2, isLittle: isLittle)
        for place in stride(from: directory + 2, through: min(directory + 2 + count * 12, tiff.count) - 12, by: 12) {
            let type = number(tiff, place + 2, 2, isLittle: isLittle)
            let length =
                (sizes.indices.contains(type) ? sizes[type] : 1) * number(tiff, place + 4, 4, isLittle: isLittle)
            let value = number(tiff, place + 8, 4, isLittle: isLittle)
            if length > 4, value >= 8, value + length <= tiff.count { zero(&tiff, value..<value + length) }
        }
        zero(&tiff, directory..<min(directory + 2 + count * 12, tiff.count))
    }

    private static func zero(_ bytes: inout [UInt8], _ range: Range<Int>) {
        for index in range { bytes[index] = 0 }
    }

    /// `exif:GPSLatitude` and its like, in attributes or elements.
    private static func speaksOfGPS(_ body: ArraySlice<UInt8>) -> Bool {
        let mark = Array("GPSL".utf8)
        var index = body.startIndex
        while index + mark.count <= body.endIndex {
            if body[index] == mark[0], body[index..<index + mark.count].elementsEqual(mark) { return true }
            index += 1
        }
        return false
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int, isLittle: Bool) -> Int {
        let part = bytes[start..<start + count]
        return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

/// The CRC-32 of PNG chunks (ISO 3309), bit by bit: metadata is short.
enum CyclicCheck {
    static func value(of bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { check, byte in
            (0..<8).reduce(check ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
            }
        }
    }
}

import Linking

/// Reads width and height off the beginning of a picture: PNG, GIF, JPEG, WebP, SVG.
package enum PictureHeader {
    /// Endings of file names.
    package static let extensions: Set<String> = ["png", "gif", "jpg", "jpeg", "webp", "svg"]

    /// Nothing for a file that is no picture; a drawing may be one and yet tell no size.
    package static func read(_ bytes: [UInt8]) -> (isPicture: Bool, size: PictureSize?) {
        let size = raster(bytes) ?? SVGHeader.size(bytes)
        if let size, size.width > 0, size.height > 0 { return (true, size) }
        return (SVGHeader.tag(bytes) != nil, nil)
    }

    private static func raster(_ bytes: [UInt8]) -> PictureSize? {
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

    /// As browsers show it: a phone writes a picture that was taken upright on its side, and says so.
    private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
        guard let frame = frame(bytes) else { return nil }
        let (width, height) = (big(bytes, frame + 7, 2), big(bytes, frame + 5, 2))
        return isOnItsSide(bytes)
            ? PictureSize(width: height, height: width) : PictureSize(width: width, height: height)
    }

    /// Whether EXIF's orientation exchanges width and height (Exif 2.32, tag 0x0112, values 5 to 8).
    private static func isOnItsSide(_ bytes: [UInt8]) -> Bool {
        var index = 2
        while index + 4 < bytes.count, bytes[index] == 0xFF, bytes[index + 1] != 0xDA {
            let end = min(index + 2 + big(bytes, index + 2, 2), bytes.count)
            guard end > index + 4 else { return false }
            let body = Array(bytes[index + 4..<end])
            if bytes[index + 1] == 0xE1, body.starts(with: Array("Exif".utf8) + [0, 0]) {
                return (5...8).contains(orientation(Array(body.dropFirst(6))))
            }
            index = end
        }
        return false
    }

    /// 1, upright, where the structure does not say.
    private static func orientation(_ tiff: [UInt8]) -> Int {
        guard tiff.count >= 10, tiff[0] == tiff[1], tiff[0] == 0x49 || tiff[0] == 0x4D else { return 1 }
        let number = tiff[0] == 0x49 ? little : big
        let directory = number(tiff, 4, 4)
        guard directory + 2 <= tiff.count else { return 1 }
        for entry in 0..<number(tiff, directory, 2) {
            let place = directory + 2 + entry * 12
            guard place + 12 <= tiff.count else { break }
            if number(tiff, place, 2) == 0x0112 { return number(tiff, place + 8, 2) }
        }
        return 1
    }

    /// Whether it is a JPEG whose pixels have four parts: cyan, magenta, yellow and black.
    package static func hasFourColours(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xD8]) && frame(bytes).map { bytes[$0 + 9] == 4 } ?? false
    }

    /// Where the first frame header begins (ITU-T T.81, B.2.2).
    private static func frame(_ bytes: [UInt8]) -> Int? {
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return index }
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

/// Reads the size of an SVG picture off its root element: `width` and `height` in pixels, else the `viewBox`.
private enum SVGHeader {
    static func size(_ bytes: [UInt8]) -> PictureSize? {
        guard let tag = tag(bytes) else { return nil }
        if let width = number(attribute("width", in: tag)), let height = number(attribute("height", in: tag)) {
            return PictureSize(width: width, height: height)
        }
        let box = (attribute("viewBox", in: tag) ?? "").split { $0 == " " || $0 == "," }
        guard box.count == 4, let width = number(box[2]), let height = number(box[3]) else { return nil }
        return PictureSize(width: width, height: height)
    }

    /// The root element between `<svg` and `>`, its white space as spaces; nothing when there is none.
    static func tag(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        return String(text[start.upperBound..<end].map { $0.isWhitespace ? " " : $0 })
    }

    private static func attribute(_ name: String, in tag: String) -> Substring? {
        for quote in ["\"", "'"] {
            if let start = tag.firstRange(of: " \(name)=\(quote)")?.upperBound {
                return tag[start...].prefix { String($0) != quote }
            }
        }
        return nil
    }

    /// A number of pixels; other units say nothing of the page.
    private static func number(_ text: Substring?) -> Int? {
        guard let text, let value = Double(text.hasSuffix("px") ? text.dropLast(2) : text), value.isFinite,
            (0.5..<100_000).contains(value)
        else { return nil }
        return Int(value.rounded())
    }
}

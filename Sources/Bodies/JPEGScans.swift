/// Tells a JPEG whose picture is not there: a file that a program has cut or emptied, though its head claims a size.
///
/// Every block of eight by eight points takes at least one bit in a scan that is coded by Huffman's method (ITU-T T.81,
/// F.1.2 and G.1.2), so that less than that for the size in the frame header is no picture. O(bytes).
package enum JPEGScans {
    /// False for what is no JPEG, and where nothing can be said.
    package static func isDamaged(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
        var (place, coded) = (2, 0)
        var blocks: Int?
        while let segment = segment(bytes, &place) {
            switch segment.marker {
            case 0xC0, 0xC1, 0xC2:
                guard let size = size(bytes, segment.body) else { return true }
                blocks = blocks ?? (size.height + 7) / 8 * ((size.width + 7) / 8)
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: blocks = blocks ?? 8
            case 0xDA: coded += scan(bytes, &place)
            default: break
            }
        }
        guard let blocks else { return true }
        return coded == 0 || coded * 8 < blocks
    }

    /// The next segment, and the place behind it; nothing at the end of the picture and where one is cut.
    private static func segment(_ bytes: [UInt8], _ place: inout Int) -> (marker: UInt8, body: Range<Int>)? {
        while place + 1 < bytes.count, bytes[place] != 0xFF || bytes[place + 1] == 0xFF || bytes[place + 1] == 0 {
            place += 1
        }
        guard place + 4 <= bytes.count, bytes[place + 1] != 0xD9 else { return nil }
        let marker = bytes[place + 1]
        if marker == 1 || (0xD0...0xD8).contains(marker) {
            place += 2
            return (marker, place..<place)
        }
        let end = place + 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
        guard end >= place + 4, end <= bytes.count else { return nil }
        defer { place = end }
        return (marker, place + 4..<end)
    }

    /// Of the frame; a height of zero is told behind the first scan.
    private static func size(_ bytes: [UInt8], _ body: Range<Int>) -> (width: Int, height: Int)? {
        guard body.count >= 6 else { return nil }
        let numbers = bytes[body].dropFirst().prefix(4).map(Int.init)
        return (numbers[2] << 8 + numbers[3], numbers[0] << 8 + numbers[1])
    }

    /// How many bytes a scan codes; the place moves behind them.
    private static func scan(_ bytes: [UInt8], _ place: inout Int) -> Int {
        let start = place
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            // A zero behind FF and the marks of a restart belong to the scan.
            if bytes[place] == 0xFF, next != 0, !(0xD0...0xD7).contains(next) { break }
            place += 1
        }
        return place - start
    }
}

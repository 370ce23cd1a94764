import Diagnostics
import Languages

/// A text without what stands in words and nobody sees: soft hyphens, spaces and joiners of no width, byte order marks.
///
/// Word processors and pages of the web bring them along; a name with one in it is the same name.
struct SeenText {
    let bytes: [UInt8]
    /// For each byte its place in the text as it was; nothing where the text had no such marks.
    private let places: [Int]?

    /// O(length); nearly all texts are taken as they are.
    init(_ text: [UInt8]) {
        guard Self.holdsMarks(text) else {
            (bytes, places) = (text, nil)
            return
        }
        var bytes: [UInt8] = []
        var places: [Int] = []
        bytes.reserveCapacity(text.count)
        places.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let length = Self.markLength(text, index)
            if length == 0 {
                bytes.append(text[index])
                places.append(index)
            }
            index += max(length, 1)
        }
        (self.bytes, self.places) = (bytes, places)
    }

    /// Where a range that is not empty stands in the text as it was, with the marks inside it.
    func source(of range: Range<Int>) -> Range<Int> {
        guard let places else { return range }
        return places[range.lowerBound]..<places[range.upperBound - 1] + 1
    }

    private static func holdsMarks(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            bytes.indices.contains { mayBegin(bytes[$0]) && markLength(text, $0) > 0 }
        }
    }

    /// Whether a byte is the first of soft hyphens, of spaces and joiners, or of byte order marks.
    private static func mayBegin(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

    /// The length of a mark that begins at a place; 0 where none does.
    private static func markLength(_ text: [UInt8], _ index: Int) -> Int {
        guard index + 1 < text.count, mayBegin(text[index]) else { return 0 }
        let length = text[index] < 0xE0 ? 2 : 3
        guard index + length <= text.count,
            let scalar = String(decoding: text[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return 0 }
        return UnseenCharacters.contains(scalar) ? length : 0
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks for a byte with the C library, which compares many at once.
package enum ByteSearch {
    /// The first place of a byte at or behind a place.
    ///
    /// O(bytes).
    package static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether bytes stand in a text at a place.
    package static func stands(
        _ bytes: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Bool {
        guard place + bytes.count <= text.count else { return false }
        guard let base = text.baseAddress, let start = bytes.baseAddress else { return bytes.isEmpty }
        return memcmp(base + place, start, bytes.count) == 0
    }
}

extension [UInt8] {
    /// The first place of a byte within a part.
    ///
    /// O(part).
    package func firstIndex(of byte: UInt8, in part: Range<Int>) -> Int? {
        withUnsafeBufferPointer { bytes in
            ByteSearch.first(byte, in: UnsafeBufferPointer(rebasing: bytes[..<part.upperBound]), from: part.lowerBound)
        }
    }
}

/// A word to look for in many texts.
///
/// Horspool's search: the byte under the end of the word says how far the word may be moved on; a byte that the word
/// does not hold moves it past itself. O(bytes × length) at worst, about bytes ÷ 4 steps in Russian texts.
package struct BytePattern: Sendable {
    private let word: [UInt8]
    /// For each byte how far it stands from the end of the word; the whole length where it stands nowhere before.
    private let steps: [Int]

    /// - Parameter text: not empty.
    package init(_ text: String) {
        word = Array(text.utf8)
        precondition(!word.isEmpty, "nothing to look for")
        var steps = [Int](repeating: word.count, count: 256)
        for (place, byte) in word.dropLast().enumerated() { steps[Int(byte)] = word.count - 1 - place }
        self.steps = steps
    }

    /// The first place at or behind a place where the word begins.
    package func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        word.withUnsafeBufferPointer { word in
            steps.withUnsafeBufferPointer { steps in
                let last = word.count - 1
                var place = start
                while place + last < bytes.count {
                    let byte = bytes[place + last]
                    if byte == word[last], bytes[place..<place + last].elementsEqual(word[..<last]) { return place }
                    place += steps[Int(byte)]
                }
                return nil
            }
        }
    }

    /// A text with another one in each place of the word.
    package func replaced(in text: String, by other: String) -> String {
        var copy = text
        return copy.withUTF8 { bytes in
            guard var place = first(in: bytes, from: 0) else { return text }
            var output: [UInt8] = []
            var start = 0
            while true {
                output += bytes[start..<place]
                output += other.utf8
                start = place + word.count
                guard let next = first(in: bytes, from: start) else { break }
                place = next
            }
            output += bytes[start...]
            return String(decoding: output, as: UTF8.self)
        }
    }
}

import Diagnostics
import Formats
import Languages

/// Finds unseen characters that are spelled by their number, as `&#1;`: no look over the bytes of a file sees them.
///
/// ```
/// reference = "&#" digits ";" | "&#" ( "x" | "X" ) hexadecimal digits ";"
/// ```
/// One for each character, at its first place, with the number of its places. What code shows of one is letters, and no
/// harm: a reference counts where the finished text holds its character. O(bytes).
struct SpelledCharacters {
    let file: SourceFile

    /// What is spelled within a part of the file, where the text that was made of it holds it; there blanks take the place of
    /// what no page may hold.
    func diagnostics(in part: Range<Int>, _ text: inout [UInt8]) -> [Diagnostic] {
        var held: [Unicode.Scalar: Bool] = [:]
        let found = references(in: part).filter { reference in
            if let isHeld = held[reference.scalar] { return isHeld }
            let isHeld = Self.holds(
                &text, reference.scalar, blanked: RefusedCharacters.isForbidden(reference.scalar))
            held[reference.scalar] = isHeld
            return isHeld
        }
        return RefusedCharacterReport.diagnostics(found, in: file)
    }

    private static func holds(_ text: inout [UInt8], _ scalar: Unicode.Scalar, blanked: Bool) -> Bool {
        // libcmark writes U+FFFE and U+FFFF as one byte each, which is no UTF-8.
        let bytes = scalar.value & 0xFFFE == 0xFFFE ? [UInt8(scalar.value & 0xFF)] : Array(String(scalar).utf8)
        var found = false
        var place = 0
        while let next = text.firstIndex(of: bytes[0], in: place..<text.count) {
            place = next + 1
            guard text[next...].starts(with: bytes) else { continue }
            found = true
            if blanked {
                text.replaceSubrange(next..<next + bytes.count, with: repeatElement(0x20, count: bytes.count))
            }
        }
        return found
    }

    /// The references to characters that are refused, in the order of the file.
    private func references(in part: Range<Int>) -> [(scalar: Unicode.Scalar, range: Range<Int>)] {
        let bytes = file.bytes
        var found: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
        var index = part.lowerBound
        while let start = bytes.firstIndex(of: UInt8(ascii: "&"), in: index..<part.upperBound) {
            index = start + 1
            guard index < part.upperBound, bytes[index] == UInt8(ascii: "#") else { continue }
            // Eight digits or letters at the most, with the x: CommonMark takes no longer ones.
            let digits = bytes[(index + 1)..<min(index + 10, part.upperBound)].prefix { $0 != UInt8(ascii: ";") }
            guard digits.endIndex < part.upperBound, bytes[digits.endIndex] == UInt8(ascii: ";"),
                let scalar = Self.scalar(digits)
            else { continue }
            found.append((scalar, start..<digits.endIndex + 1))
        }
        return found
    }

    private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
            let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value != 0, let scalar = Unicode.Scalar(value)
        else { return nil }
        return RefusedCharacters.contains(scalar) ? scalar : nil
    }
}

import Catalog
import Diagnostics
import Languages

/// Rules for what is wrong with the bytes of a file before any text is read of them.
enum ByteRule {
    /// By the name of the code.
    static let all: [String: @Sendable ([UInt8]) -> [UInt8]?] = [
        DiagnosticCode.byteOrderMark.name: { $0.starts(with: mark) ? Array($0.dropFirst(mark.count)) : nil },
        DiagnosticCode.badEncoding.name: { TextLoader.utf8(of: $0) },
        DiagnosticCode.controlCharacter.name: withoutControls,
    ]

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A line or page break of a presentation becomes a space between words, any other sign goes where it stands beside a
    /// blank; nothing where one stands within a word: what was there is not known.
    @Sendable private static func withoutControls(_ bytes: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard RefusedCharacters.isForbidden(scalar) else {
                result.append(scalar)
                continue
            }
            let before = index == 0 || scalars[index - 1].properties.isWhitespace
            let after = index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
            if before || after { continue }
            guard scalar == "\u{B}" || scalar == "\u{C}" else { return nil }
            result.append(" ")
        }
        return Array(String(result).utf8)
    }
}

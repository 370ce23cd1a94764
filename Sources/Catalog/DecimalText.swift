import Diagnostics
import Languages

extension ValueReader {
    /// `1234`, `1 234`, `12,5`, `−1`.
    package static func decimal(_ text: String) -> Double? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}": continue
            case _ where UnseenCharacters.contains(scalar): continue
            case ",": digits.append(".")
            case "−", "–", "-": digits.append("-")
            default: digits.unicodeScalars.append(scalar)
            }
        }
        let isDecimal = digits.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E || $0 == 0x2B }
        guard isDecimal, let number = Double(digits), number.isFinite else { return nil }
        return number
    }
}

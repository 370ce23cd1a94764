import Catalog

/// How texts are written as YAML scalars.
package enum YAMLSpelling {
    /// How a scalar is quoted.
    package enum Style: Sendable {
        case plain, single, double
    }

    /// A text on one line, in the wanted style where that can hold it, else in double quotes, which hold anything.
    ///
    /// - Parameter isInList: between brackets, where a comma ends a plain scalar.
    package static func scalar(_ text: String, _ style: Style = .plain, isInList: Bool = false) -> String {
        switch style {
        case .plain where isPlain(text, isInList: isInList): text
        case .single where text.unicodeScalars.allSatisfy(isPrintable):
            "'" + text.replacing("'", with: "''") + "'"
        default: double(text)
        }
    }

    /// A value as flow text on one line, as another file says it: what stood in quotation marks stays a text.
    package static func text(_ node: YAMLNode, isInList: Bool) -> String {
        switch node.value {
        // `true` and what is left empty mean something only without quotation marks.
        case .scalar(let text, isPlain: true) where text.isEmpty || words.contains(text.lowercased()): text
        case .scalar(let text, let isPlain): scalar(text, isPlain ? .plain : .double, isInList: isInList)
        case .sequence(let items): "[" + items.map { Self.text($0, isInList: true) }.joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\($0.key): \(Self.text($0.value, isInList: true))" }.joined(separator: ", ") + "}"
        }
    }

    private static func double(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return result + "\""
    }

    /// What YAML lets stand in a line as it is (YAML 1.2.2, 5.1), without its line ends.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Whether a text without quotation marks is read as it is: it begins with a letter or a digit and has nothing within
    /// that ends a scalar or means something.
    private static func isPlain(_ text: String, isInList: Bool) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber, text.last?.isWhitespace == false,
            text.last != ":", text.unicodeScalars.allSatisfy(isPrintable), !words.contains(text.lowercased())
        else { return false }
        if text.contains(": ") || text.contains(" #") || text.contains("\u{A0}#") { return false }
        return !isInList || !text.contains { ",[]{}\"':".contains($0) }
    }

    /// Words that other readers of YAML take for something else than a text.
    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off"]
}

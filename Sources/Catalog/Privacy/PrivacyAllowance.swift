import Diagnostics

/// The leave to publish a text that says something of a person: one item of `privacy-allow`.
///
/// ```yaml
/// privacy-allow:
///   - {text: school1@mail.ru, reason: почта школы}
/// ```
/// It stands in a material's front matter, for its CSV files too, or in an entry of a vocabulary. A text that is the name
/// of a picture is leave to keep silent of the place that this picture holds.
package struct PrivacyAllowance: Sendable {
    /// The key in a front matter and in an entry.
    package static let key = "privacy-allow"

    package let text: String
    /// Where the text is written.
    package let range: Range<Int>

    package init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// The items of a list; one without a text or a reason is reported and allows nothing.
    static func read(_ node: YAMLNode, in file: SourceFile) -> (allowances: [PrivacyAllowance], faults: [Diagnostic]) {
        var allowances: [PrivacyAllowance] = []
        var faults: [Diagnostic] = []
        for item in node.items {
            let keys = Set((item.pairs ?? []).map(\.key))
            guard keys == ["text", "reason"], let text = item[key: "text"], let words = text.text,
                item[key: "reason"]?.text != nil
            else {
                faults.append(Diagnostic(.brokenAllowance, at: SourceLocation(file, item.range)))
                continue
            }
            allowances.append(PrivacyAllowance(text: words, range: text.range))
        }
        if node.items.isEmpty { faults.append(Diagnostic(.brokenAllowance, at: SourceLocation(file, node.range))) }
        return (allowances, faults)
    }

    /// Whether the leave is for a text: it holds the text, or the same digits in another writing.
    func allows(_ found: String) -> Bool {
        let (own, other) = (Self.folded(text), Self.folded(found))
        if own.contains(other) { return true }
        let (ownDigits, otherDigits) = (own.filter(\.isWholeNumber), other.filter(\.isWholeNumber))
        return otherDigits.count >= 10 && ownDigits == otherDigits
    }

    /// Whether the leave is for a picture: it gives the picture's name, with its folder or without.
    package func allows(picture path: String) -> Bool {
        let (own, other) = (Self.folded(text), Self.folded(path))
        return namesPicture && (own == other || other.hasSuffix("/" + own))
    }

    /// Whether it gives the name of a picture of a sort that may hold a place.
    var namesPicture: Bool {
        let ending = text.lowercased().split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        return text.contains(".") && Self.pictureEndings.contains(String(ending))
    }

    /// Endings of the names of pictures that may hold the place where they were taken.
    package static let pictureEndings: Set<String> = ["jpg", "jpeg", "jpe", "jfif", "png", "webp"]

    /// Small letters, one space for each white space.
    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

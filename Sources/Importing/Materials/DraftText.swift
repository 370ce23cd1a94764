import Catalog
import Editing

/// A material as the text of its file.
enum DraftText {
    /// - Parameters:
    ///   - fields: values as YAML, by position in ``Kind/fields``.
    ///   - body: pieces of Markdown, to be parted by empty lines.
    static func text(title: String, kind: Kind, fields: [Int: String], body: [String]) -> String {
        var lines = ["---", "title: \(YAMLText.quoted(title))"]
        for (position, field) in kind.fields.enumerated() where field.id != CoreField.title {
            if let value = fields[position] {
                lines.append("\(field.id): \(value)")
            } else if field.isRequired {
                lines.append("\(field.id): ")
            }
        }
        lines += NewText.endOfDraft(.ru)
        return lines.joined(separator: "\n") + "\n" + body.joined(separator: "\n\n") + "\n"
    }

    /// One line without what a title has no use for.
    static func title(_ text: String) -> String {
        let line = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
        return line.hasSuffix(".") && line.filter({ $0 == "." }).count == 1 ? String(line.dropLast()) : line
    }
}

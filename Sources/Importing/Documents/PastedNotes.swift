/// Footnotes and endnotes of a page that Word has written.
///
/// ```
/// <a style="mso-footnote-id:ftn1" href="#_ftn1">[1]</a>                         where one is mentioned
/// <div style="mso-element:footnote"><p><a href="#_ftnref1">[1]</a> Текст        and what it says
/// ```
/// Readers of HTML take them for links into the page. They are marked with signs that no text has (Unicode, private use),
/// which stay where they are until all is Markdown.
enum PastedNotes {
    private static let (mention, text, end) = ("\u{F8F0}", "\u{F8F1}", "\u{F8F2}")

    /// What is put in place of a link; nothing for one that is of no note.
    static func mark(_ tag: String) -> String? {
        guard tag.contains("mso-footnote-id") || tag.contains("mso-endnote-id"),
            let match = tag.firstMatch(of: /href=["']?#_(ftn|edn)(ref)?([0-9]{1,4})/)
        else { return nil }
        // Endnotes are numbered apart.
        let number = (Int(match.3) ?? 0) + (match.1 == "edn" ? 10_000 : 0)
        return (match.2 == nil ? mention : text) + String(number) + end
    }

    /// Markdown with its notes: `[^1]`, and `[^1]: Текст` at the end, numbered in the order of their mentions.
    static func written(_ pieces: [String], after count: Int) -> [String] {
        var numbers: [Substring: Int] = [:]
        let mentioned = pieces.map { piece in
            piece.replacing(/\u{F8F0}([0-9]+)\u{F8F2}/) { match in
                let number = numbers[match.1] ?? count + numbers.count + 1
                numbers[match.1] = number
                return "[^\(number)]"
            }
        }
        return mentioned.map { piece in
            let isText = piece.hasPrefix(text)
            return piece.replacing(/\u{F8F1}([0-9]+)\u{F8F2}[ \u{A0}]*/) { match in
                // Without a mention it is a paragraph.
                numbers[match.1].map { isText ? "[^\($0)]: " : "" } ?? ""
            }
        }
    }

    /// A text that has no place for notes: a title, a field.
    static func without(_ text: String) -> String { text.replacing(/[\u{F8F0}\u{F8F1}][0-9]+\u{F8F2}/, with: "") }
}

/// What the name of a file below `content/` says of it.
///
/// Readers of Windows do not see the end `.txt` that Notepad gave a file, and every synchronised disk has its own way to
/// name a second copy. Both are recognised here and nowhere else.
package enum MaterialFileName {
    /// How a file is named.
    package enum Manner: Sendable, Hashable {
        /// `kvest.md`.
        case proper
        /// `kvest.MD`, `kvest.markdown`, `kvest.md.txt`: a material all the same.
        case improper
        /// Anything else, `kvest.txt` too.
        case other
    }

    /// Ends of names of texts, in small letters, longer ones first.
    private static let ends = [".md.txt", ".markdown", ".mdown", ".mkdn", ".mkd", ".md", textEnd].map { Array($0.utf8) }
    /// The one of them that says nothing of Markdown.
    private static let textEnd = ".txt"

    /// A `.txt` is a material only when its text begins as one.
    package static func manner(_ name: some StringProtocol) -> Manner {
        if name.utf8.count > 3, name.utf8.suffix(3).elementsEqual(".md".utf8) { return .proper }
        guard let end = end(of: name) else { return .other }
        return end.elementsEqual(textEnd.utf8) ? .other : .improper
    }

    /// The name or path of a material without its end; any other as it is.
    package static func stem<Name: StringProtocol>(_ name: Name) -> Name.SubSequence {
        guard let end = end(of: name) else { return name[...] }
        return name[..<name.utf8.index(name.endIndex, offsetBy: -end.count)]
    }

    private static func end(of name: some StringProtocol) -> [UInt8]? {
        let length = name.utf8.count
        return ends.first { end in
            length > end.count
                && name.utf8.suffix(end.count).elementsEqual(end) { byte, letter in
                    byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter
                }
        }
    }

    /// The name or path as it should be: `kvest.md` for `kvest.md.txt`.
    package static func proper(_ name: String) -> String { stem(name) + ".md" }

    /// The stem of the file that one of this stem is a copy of, by the ways of Windows, macOS, Linux and shared disks.
    ///
    /// «kvest — копия (2)», «Копия kvest», «kvest (1)», «kvest copy», «kvest (Конфликтующая копия …)»,
    /// `kvest.sync-conflict-20231012-…`. Nothing where the name is no such one; whether the other file is there has
    /// to be seen.
    package static func original(ofCopy stem: String) -> String? {
        // Nearly every name is plain; the rest is worth the patterns.
        guard stem.utf8.contains(where: { $0 == 0x20 || $0 == 0x28 || $0 >= 0x80 || $0 == 0x2E }) else { return nil }
        let marks: [Regex<(Substring, Substring)>] = [
            /(?i)^(.+?)[ _]*[-–—][ _]*(?:копия|copy)(?:[ _]*\(?\d+\)?)?$/,
            /(?i)^(.+?)[ _]+(?:копия|copy)(?:[ _]*\(?\d+\)?)?$/,
            /(?i)^(?:копия|copy of)[ _]+(.+)$/,
            /^(.+?)[ _]*\(\d{1,3}\)$/,
            /(?i)^(.+?)[ _]*\([^()]*(?:конфликт|conflict)[^()]*\)$/,
            /(?i)^(.+?)\.sync-conflict-[-0-9A-Z]+$/,
        ]
        for mark in marks {
            if let found = stem.wholeMatch(of: mark) { return String(found.1) }
        }
        return nil
    }
}

import Diagnostics

/// Files of the theme that a style sheet names, `url(../fonts/title.woff2)`: in the site they have other names.
///
/// ```
/// assets/css/album.css    url("../fonts/title.woff2")  →  url("../fonts/title.3f2a1c09.woff2")
/// ```
/// Addresses with a scheme, `data:` too, and those within the document stay as they are: what leaves the site is refused
/// by the pages' own policy.
struct StyleReferences {
    /// A name in a style sheet.
    struct Reference {
        /// Where its text stands, without quotes.
        let range: Range<Int>
        /// The file it means, below the theme: `assets/fonts/title.woff2`; nothing where it leads out of the theme.
        let path: String?
        /// Of the address, what stands behind the path: `#icon`.
        let rest: String
    }

    /// In their order.
    let references: [Reference]
    private let source: SourceFile

    /// - Parameter path: of the style sheet, below the theme.
    init(_ source: SourceFile, path: String) {
        self.source = source
        let folder = path.split(separator: "/").dropLast().map(String.init)
        references = Self.addresses(in: source.bytes).compactMap { range in
            let text = source.text(range)
            guard !text.isEmpty, !text.hasPrefix("#"), !text.hasPrefix("/"), !text.contains(":") else { return nil }
            let end = text.firstIndex { "?#".contains($0) } ?? text.endIndex
            return Reference(range: range, path: Self.resolved(text[..<end], in: folder), rest: String(text[end...]))
        }
    }

    /// The style sheet with other names for the files; those for which there is none stay.
    func replaced(by name: (String) -> String?) -> [UInt8] {
        var output: [UInt8] = []
        var copied = 0
        for reference in references {
            guard let path = reference.path, let new = name(path) else { continue }
            output += source.bytes[copied..<reference.range.lowerBound]
            let old = source.text(reference.range).dropLast(reference.rest.count)
            let folder = old.lastIndex(of: "/").map { old[...$0] } ?? ""
            output += Array("\(folder)\(new.split(separator: "/").last ?? "")\(reference.rest)".utf8)
            copied = reference.range.upperBound
        }
        return output + source.bytes[copied...]
    }

    private static func resolved(_ address: Substring, in folder: [String]) -> String? {
        var parts = folder
        for part in address.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// Where the addresses of `url(…)` stand, quotes taken off; those in comments are none.
    private static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            if bytes[place...].starts(with: "/*".utf8) {
                place = end(of: "*/", in: bytes, from: place + 2)
            } else if bytes[place...].starts(with: "url(".utf8) {
                let end = end(of: ")", in: bytes, from: place + 4)
                let isAround: (UInt8) -> Bool = { " \t\n\"'".utf8.contains($0) }
                let inner = bytes[place + 4..<max(place + 4, end - 1)]
                let start = inner.firstIndex { !isAround($0) } ?? inner.endIndex
                let last = inner.lastIndex { !isAround($0) } ?? start - 1
                found.append(start..<max(start, last + 1))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// Behind the next `text`, or the end.
    private static func end(of text: String, in bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place...].starts(with: text.utf8) { return place + text.utf8.count }
            place += 1
        }
        return bytes.count
    }
}

import Files
import Formats

/// The two pages in an archive that say where to begin: a folder of hundreds of files does not.
///
/// Both open the home page; the second has a name that every program can write.
enum EntryPages {
    static let paths = [SitePath(literal: "ОТКРЫТЬ.html"), SitePath(literal: "OPEN.html")]

    /// - Parameter home: the home page, from which the language and the title are taken.
    static func page(of home: [UInt8]) -> [UInt8] {
        let text = String(decoding: home, as: UTF8.self)
        // As they stand in the page, so that they are escaped.
        let language = between("<html lang=\"", "\"", of: text) ?? "ru"
        let title = between("<title>", "</title>", of: text) ?? ""
        let word = language == "en" ? "Open" : language == "tt" ? "Ачарга" : "Открыть"
        return Array(
            """
            <!DOCTYPE html>
            <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=index.html">
            <title>\(title)</title></head>
            <body><p><a href="index.html">\(word): \(title)</a></p></body></html>

            """.utf8)
    }

    private static func between(_ start: String, _ end: String, of text: String) -> Substring? {
        guard let from = text.firstRange(of: start)?.upperBound, let to = text[from...].firstRange(of: end) else {
            return nil
        }
        return text[from..<to.lowerBound]
    }
}

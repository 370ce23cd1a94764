import Formats
import Languages

/// What all pages of the desk have around what they show.
enum DeskPage {
    /// A whole page.
    /// - Parameters:
    ///   - header: links, as HTML.
    ///   - main: what it shows, as HTML.
    ///   - behind: what follows the page, as HTML.
    static func html(
        _ language: Language, title: String, header: String, main: String, behind: String = ""
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.ofMessages.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>\(HTMLEscaping.html(title))</title>
        <link rel="icon" href="/_edit/assets/icon.svg"><link rel="stylesheet" href="/_edit/assets/editor.css"></head>
        <body><header>\(header)</header>
        <main>\(main)</main>
        \(behind)</body></html>

        """
    }
}

/// How books look: few rules, since a reader's program has its own letters, colours and sizes.
enum BookStyle {
    /// What a book of lines that flow has and one of pages too.
    private static let common = """
        body { line-height: 1.5; hyphens: auto; -epub-hyphens: auto; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; hyphens: none; -epub-hyphens: none; break-after: avoid; }
        h1 { font-size: 1.6em; margin: 0.5em 0 0.6em; }
        h2 { font-size: 1.3em; margin: 1.4em 0 0.5em; }
        h3 { font-size: 1.1em; margin: 1.2em 0 0.4em; }
        p { margin: 0.6em 0; }
        .eyebrow, .quiet, .about { font-size: 0.85em; opacity: 0.8; }
        .eyebrow { break-after: avoid; }
        .lead { font-size: 1.1em; }
        .official { font-style: italic; }
        .facts { margin: 0.8em 0; font-size: 0.9em; }
        .facts dt { font-weight: bold; break-after: avoid; margin-top: 0.3em; }
        .facts dd { margin: 0 0 0 1.2em; }
        table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: 0.85em; }
        caption { text-align: left; font-weight: bold; margin-bottom: 0.4em; }
        th, td { border: 1px solid; border-color: rgba(128, 128, 128, 0.6); padding: 0.25em 0.45em; text-align: left; vertical-align: top; }
        .number { text-align: right; }
        /* Long words break where they must, and not letter by letter; in a row of many cells sooner. */
        th, td { overflow-wrap: anywhere; min-width: 5em; }
        tbody th { min-width: 8em; }
        tr > :first-child:nth-last-child(n+9), tr > :first-child:nth-last-child(n+9) ~ * { min-width: 3em; padding: 0.25em 0.2em; }
        tbody tr > th:first-child:nth-last-child(n+9) { min-width: 7em; }
        tr > .number { min-width: 2.5em; }
        tr { break-inside: avoid; }
        img { max-width: 100%; height: auto; }
        figure { margin: 1em 0; break-inside: avoid; }
        figcaption { font-weight: bold; margin-bottom: 0.5em; }
        figcaption span { display: block; font-weight: normal; font-size: 0.85em; }
        blockquote { margin: 1em 1.5em; font-style: italic; }
        pre { white-space: pre-wrap; }
        abbr { text-decoration: none; }
        /* Nor where a narrow column breaks anything. */
        abbr, .whole { hyphens: none; -epub-hyphens: none; overflow-wrap: normal; white-space: nowrap; }
        .cards td, .cards th { display: block; }
        .drawing { overflow: visible; }
        .drawing text { font-size: 0.8em; fill: currentColor; }
        .drawing .bar, .drawing .point { fill: #2b6a8f; stroke: #2b6a8f; }
        .drawing line { stroke: currentColor; stroke-opacity: 0.3; }

        """

    /// For EPUB.
    static let reflowing =
        common + """
            @media (max-width: 34em) {
              table.reflow, .reflow tbody, .reflow tr, .reflow th, .reflow td { display: block; }
              .reflow thead { display: none; }
              .reflow tr { margin: 0.8em 0; }
              .reflow td { border-top: 0; text-align: left; }
              .reflow td:empty { display: none; }
              .reflow td[data-label]::before { content: attr(data-label) ": "; font-weight: bold; }
            }
            /* Said by the heading above, and by programs that read aloud. */
            .hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            .title-page { text-align: center; margin-top: 3em; }
            .chapter-head { margin-top: 2em; }

            """

    /// For sheets of A4, which nobody can press: a link within the book says its page, one out of it where it leads.
    ///
    /// In cells, which are narrow, pages of the site itself are not spelled out: where the material stands there is said below it.
    static func paged(_ book: Book) -> String {
        let site = book.site.map { site in
            ".part td a[href^=\(string(site))]::after, .part th a[href^=\(string(site))]::after { content: none; }\n"
        }
        return sheets
            + """
            .part a[href^="#"]::after { content: " (" \(string(book.words.page)) "\\A0" target-counter(attr(href), page) ")"; }
            .part a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; hyphens: none; }
            \(site ?? "").part a.\(BoundBook.shownAddress)::after, .part .footnote-ref a::after, .part a.footnote-back::after { content: none; }
            .part.contents a::after { content: leader(".") target-counter(attr(href), page); font-weight: normal; }

            """
    }

    /// A text as CSS has it.
    private static func string(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\"\(escaped)\""
    }

    private static let sheets =
        common + """
            @page { size: A4; margin: 22mm 20mm 22mm 22mm;
              @top-left { content: string(book); font-size: 8pt; color: #555; }
              @top-right { content: string(part); font-size: 8pt; color: #555; width: 60%; text-align: right; }
              @bottom-center { content: counter(page); font-size: 9pt; } }
            @page :first { @top-left { content: none; } @top-right { content: none; } @bottom-center { content: none; } }
            html { font-family: "PT Serif", "DejaVu Serif", serif; font-size: 10.5pt; }
            h1, h2, h3, h4, th, caption, figcaption, .eyebrow { font-family: "PT Sans", "DejaVu Sans", sans-serif; }
            a { color: inherit; text-decoration: underline; text-decoration-color: #999; }
            .part { break-before: page; }
            .title { break-before: auto; padding-top: 60mm; }
            .title h1 { font-size: 26pt; bookmark-level: none; string-set: book content(); }
            .material { break-before: auto; margin-top: 12mm; }
            .chapter h1 { font-size: 20pt; bookmark-level: 1; string-set: part content(); }
            .material h1 { bookmark-level: 2; string-set: part content(); }
            .material h2 { bookmark-level: 3; }
            .material h3, .material h4, .material h5, .material h6 { bookmark-level: none; }
            .contents h1 { bookmark-level: 1; string-set: part content(); }
            .contents ul { list-style: none; padding: 0; }
            .contents li { margin: 0.25em 0; break-inside: avoid; }
            .contents li.chapter { padding: 0; margin-top: 0.8em; font-weight: bold; }
            .contents li.material { margin-left: 1.2em; }
            .contents a { text-decoration: none; }
            /* Said by the heading above. */
            .hidden-label { display: none; }
            thead { display: table-header-group; }
            p { orphans: 2; widows: 2; }

            """
}

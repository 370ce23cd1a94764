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
        .lead { font-size: 1.1em; }
        table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: 0.85em; }
        caption { text-align: left; font-weight: bold; margin-bottom: 0.4em; }
        th, td { border: 1px solid; border-color: rgba(128, 128, 128, 0.6); padding: 0.25em 0.45em; text-align: left; vertical-align: top; }
        .number { text-align: right; }
        th, td { overflow-wrap: anywhere; }
        tr { break-inside: avoid; }
        img { max-width: 100%; height: auto; }
        figure { margin: 1em 0; break-inside: avoid; }
        figcaption { font-weight: bold; margin-bottom: 0.5em; }
        figcaption span { display: block; font-weight: normal; font-size: 0.85em; }
        blockquote { margin: 1em 1.5em; font-style: italic; }
        pre { white-space: pre-wrap; }
        abbr { text-decoration: none; }
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
            .title-page { text-align: center; margin-top: 3em; }
            .chapter-head { margin-top: 2em; }

            """
}

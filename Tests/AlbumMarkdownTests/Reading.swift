import AlbumMarkdown
import Diagnostics

/// The HTML of a text as on a page, without the links of headings to themselves.
func page(_ markdown: String, _ change: (inout HTMLOptions) -> Void = { _ in }) -> String {
    var options = HTMLOptions()
    options.linksHeadings = false
    change(&options)
    return html(read(markdown), options)
}

func html(_ parsed: ParsedMarkdown, _ options: HTMLOptions) -> String {
    var renderer = HTMLRenderer(parsed, options: options)
    renderer.renderDocument()
    return String(decoding: renderer.output, as: UTF8.self)
}

func read(_ markdown: String, _ extensions: MarkdownParser.Extensions = .all) -> ParsedMarkdown {
    MarkdownParser.parse(file: SourceFile(path: "a.md", text: markdown), extensions: extensions)
}

/// Each problem as `code: the source it points at`.
func problems(_ markdown: String) -> [String] {
    read(markdown).diagnostics.sortedForPrinting().map { diagnostic in
        let text = diagnostic.location.range.flatMap { diagnostic.location.file?.text($0) } ?? ""
        return "\(diagnostic.code.name): \(text)"
    }
}

/// The nodes of some sort as the source that they point at.
func sources(_ markdown: String, _ isWanted: (Document.Kind) -> Bool) -> [String] {
    let file = SourceFile(path: "a.md", text: markdown)
    return MarkdownParser.parse(file: file).document.nodes.filter { isWanted($0.kind) }.map { file.text($0.range) }
}

import Diagnostics

/// What the source says and no reader sees: signs that Markdown took for its own.
struct LostSigns {
    private var swallowed: SwallowedMarks
    private var leading: LeadingSigns
    private var paths: LocalPaths

    init(file: SourceFile) {
        swallowed = SwallowedMarks(file: file)
        leading = LeadingSigns(file: file)
        paths = LocalPaths(file: file)
    }

    var diagnostics: [Diagnostic] { swallowed.diagnostics + leading.diagnostics + paths.diagnostics }

    /// Takes a node, in the order of the tree.
    mutating func read(_ document: Document, _ index: Int) {
        switch document.nodes[index].kind {
        case .emphasis, .strong, .strikethrough: swallowed.read(document.nodes[index].range)
        case .list(nil, _): leading.readList(document, index)
        case .blockQuote: leading.readQuote(document, index)
        case .paragraph, .heading, .tableCell: paths.read(document, index)
        default: break
        }
    }
}

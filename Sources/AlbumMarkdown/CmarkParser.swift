import CCmark
import Formats

/// The only user of libcmark: has it parse a text and hands its tree to ``TreeReader``.
///
/// What libcmark does not know is put in on the way: tables from the raw lines (``BlockScan``, ``TableLayout``), whose
/// cells are parsed together as one synthetic text (``CellText``), and inline marks (``InlineExtensions``).
enum CmarkParser {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    static func parse(bytes: [UInt8], body: Range<Int>, extensions: MarkdownParser.Extensions) -> Document {
        bytes.withUnsafeBufferPointer { all in
            let text = Bytes(rebasing: all[body])
            let features = SourceFeatures(text, extensions)
            guard features.needsMask else { return read(text, body.lowerBound, features, extensions) }
            var masked = Array(text)
            Mask.hide(in: &masked, features)
            return masked.withUnsafeBufferPointer { read($0, body.lowerBound, features, extensions) }
        }
    }

    /// Reads the cells of a table that makes up a whole text.
    static func parse(bytes: [UInt8], table: TableLayout) -> Document {
        let extensions: MarkdownParser.Extensions = [.strikethrough, .wikiLinks, .autolinks, .inlineTags]
        var text = bytes
        let features = text.withUnsafeBufferPointer { SourceFeatures($0, extensions) }
        if features.needsMask { Mask.hide(in: &text, features) }
        return text.withUnsafeBufferPointer { text in
            let cells = CellText([table], .doubledQuote, definitions: [], text)
            return withCells(cells) { reader in
                var reader = TreeReader(text, features, extensions, BlockScan(text, features), reader)
                return reader.read(table)
            }
        }
    }

    private static func read(
        _ text: Bytes, _ shift: Int, _ features: SourceFeatures, _ extensions: MarkdownParser.Extensions
    ) -> Document {
        withReader(of: text, features, extensions) { reader, root in reader.read(root, shift: shift) }
    }

    /// Reads the blocks of a text within the text into the tree that is being written.
    static func read(
        _ embedded: EmbeddedText, _ extensions: MarkdownParser.Extensions, into builder: inout TreeBuilder
    ) {
        var bytes = embedded.bytes
        let features = bytes.withUnsafeBufferPointer { SourceFeatures($0, extensions) }
        if features.needsMask { Mask.hide(in: &bytes, features) }
        bytes.withUnsafeBufferPointer { text in
            withReader(of: text, features, extensions) { reader, root in
                reader.read(root, of: embedded, into: &builder)
            }
        }
    }

    /// Has a text parsed, and the cells of its tables.
    private static func withReader<Result>(
        of text: Bytes, _ features: SourceFeatures, _ extensions: MarkdownParser.Extensions,
        _ body: (inout TreeReader, CmarkNode) -> Result
    ) -> Result {
        withTree(of: text) { root in
            var scan = BlockScan(text, features)
            if features.hasPipe || features.mayContinueNotes { scan.findTables(in: root) }
            guard !scan.tables.isEmpty else {
                var reader = TreeReader(text, features, extensions, scan, nil)
                return body(&reader, root)
            }
            let cells = CellText(scan.tables.map(\.layout), .backslash, definitions: scan.definitions, text)
            return withCells(cells) { cellReader in
                var reader = TreeReader(text, features, extensions, scan, cellReader)
                return body(&reader, root)
            }
        }
    }

    private static func withCells<Result>(_ cells: CellText, _ body: (CellReader) -> Result) -> Result {
        cells.bytes.withUnsafeBufferPointer { bytes in
            withTree(of: bytes) { root in body(CellReader(cells, bytes, root.firstChild)) }
        }
    }

    private static func withTree<Result>(of text: Bytes, _ body: (CmarkNode) -> Result) -> Result {
        let root = text.withMemoryRebound(to: CChar.self) {
            // Without this option libcmark does not count the lines inside code spans.
            cmark_parse_document($0.baseAddress ?? emptyText, text.count, CMARK_OPT_SOURCEPOS)
        }
        guard let root else { fatalError("libcmark returned no document") }
        defer { cmark_node_free(root) }
        return body(CmarkNode(pointer: root))
    }

    /// Where each line begins.
    static func lineStarts(of text: Bytes) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(text.count / 60 + 8)
        while let end = ByteSearch.first(0x0A, in: text, from: starts[starts.count - 1]) { starts.append(end + 1) }
        return starts
    }

    private static var emptyText: UnsafePointer<CChar> {
        UnsafeRawPointer(StaticString("").utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

/// A node of libcmark's tree.
///
/// Valid only while ``CmarkParser`` holds the tree.
struct CmarkNode: Equatable {
    fileprivate let pointer: OpaquePointer

    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image

        /// Whether other blocks may stand in it.
        var isContainer: Bool {
            switch self {
            case .document, .blockQuote, .list, .item: true
            default: false
            }
        }
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: fatalError("libcmark made a node of an unknown type")
        }
    }

    var firstChild: CmarkNode? { cmark_node_first_child(pointer).map(CmarkNode.init) }
    var previous: CmarkNode? { cmark_node_previous(pointer).map(CmarkNode.init) }
    var next: CmarkNode? { cmark_node_next(pointer).map(CmarkNode.init) }
    var parent: CmarkNode? { cmark_node_parent(pointer).map(CmarkNode.init) }

    /// Lines and columns count from 1; columns are bytes, the last one belongs to the node.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    var literal: CmarkParser.Bytes { bytes(cmark_node_get_literal(pointer)) }
    var fenceInfo: CmarkParser.Bytes { bytes(cmark_node_get_fence_info(pointer)) }
    var destination: CmarkParser.Bytes { bytes(cmark_node_get_url(pointer)) }
    var title: CmarkParser.Bytes { bytes(cmark_node_get_title(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The first number of an ordered list.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// A zero-terminated string of libcmark.
    private func bytes(_ string: UnsafePointer<CChar>?) -> CmarkParser.Bytes {
        guard let string else { return CmarkParser.Bytes(start: nil, count: 0) }
        let start = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
        return CmarkParser.Bytes(start: start, count: strlen(string))
    }
}

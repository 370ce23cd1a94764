import Diagnostics
import OfficeFiles

/// Makes the tree of a PPTX: a heading for each slide that has a title, lists, tables and pictures below it.
///
/// Native, since pandoc before 3.8 reads no slides and the later ones know no marks of lists that a slide has from its
/// layout, which is nearly all of them. Text of a placeholder is a list unless it says otherwise, as programs show it.
enum SlideDocument {
    static func read(_ package: borrowing OfficePackage) throws(ImportFailure) -> DocumentTree {
        var blocks: [DocumentBlock] = []
        for (number, part) in try SlideOrder.slides(of: package) {
            var reader = SlideBlockReader(relations: try package.relations(of: part))
            _ = try package.read(part, &reader)
            if !reader.title.isEmpty { blocks.append(.heading(level: 2, id: "slide-\(number)", reader.title)) }
            blocks += reader.blocks
        }
        return DocumentTree(title: [], blocks: blocks)
    }
}

/// The blocks of one slide (ECMA-376, part 1, 19.3 and 21.1).
struct SlideBlockReader: XMLHandler {
    private(set) var title: [DocumentInline] = []
    private(set) var blocks: [DocumentBlock] = []

    /// A paragraph of a shape or a cell.
    private struct Paragraph {
        var inlines: [DocumentInline] = []
        var level = 0
        /// Whether it is an item; nothing where it is as its shape has it.
        var isItem: Bool?
    }

    private let relations: [String: OfficeRelation]
    private var paragraphs: [Paragraph] = []
    private var paragraph = Paragraph()
    private var placeholder: String?
    private var description = ""
    private var text = ""
    private var isText = false
    private var isRun = false
    private var (isStrong, isEmphasised) = (false, false)
    private var address: String?
    private var fallbacks = 0
    private var rows: [[DocumentTable.Cell]] = []
    private var cell = (width: 1, height: 1, isCovered: false)
    private var isInTable = false

    init(relations: [String: OfficeRelation]) { self.relations = relations }

    private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "Fallback" || fallbacks > 0 {
            fallbacks += 1
            return
        }
        switch name {
        case "sp": (placeholder, paragraphs) = (nil, [])
        case "cNvPr": description = attributes["descr"] ?? ""
        case "ph": placeholder = attributes["type"] ?? "obj"
        case "p": paragraph = Paragraph()
        case "pPr": paragraph.level = attributes["lvl"].flatMap { Int($0) } ?? 0
        case "buNone": paragraph.isItem = false
        case "buChar", "buAutoNum", "buBlip": if !isRun { paragraph.isItem = true }
        case "r", "fld": (isRun, isStrong, isEmphasised, address, text) = (true, false, false, nil, "")
        case "rPr":
            isStrong = Self.isTrue(attributes["b"])
            isEmphasised = Self.isTrue(attributes["i"])
        case "hlinkClick":
            // One that leads to another slide has no address.
            let relation = attributes["id"].flatMap { relations[$0] }
            if isRun, let relation, relation.isExternal { address = relation.target }
        case "t": isText = true
        case "br": paragraph.inlines.append(.lineBreak)
        case "blip": picture(attributes["embed"] ?? attributes["link"])
        case "tbl": (isInTable, rows) = (true, [])
        case "tr": rows.append([])
        case "tc":
            paragraphs = []
            func number(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? 1 }
            let isCovered = Self.isTrue(attributes["hMerge"]) || Self.isTrue(attributes["vMerge"])
            cell = (number("gridSpan"), number("rowSpan"), isCovered)
        default: return
        }
    }

    private mutating func picture(_ id: String?) {
        guard let relation = id.flatMap({ relations[$0] }) else { return }
        let text: [DocumentInline] = description.isEmpty ? [] : [.text(description)]
        blocks.append(.paragraph([.picture(text, address: relation.target)]))
    }

    mutating func end(_ name: String) {
        if fallbacks > 0 {
            fallbacks -= 1
            return
        }
        switch name {
        case "t": isText = false
        case "r", "fld": closeRun()
        case "p": paragraphs.append(paragraph)
        case "tc":
            guard !cell.isCovered, !rows.isEmpty else { return }
            let blocks = paragraphs.map { DocumentBlock.paragraph($0.inlines) }
            rows[rows.count - 1].append(DocumentTable.Cell(blocks: blocks, height: cell.height, width: cell.width))
        case "tbl":
            isInTable = false
            blocks.append(.table(DocumentTable(caption: [], rows: rows)))
        case "sp": closeShape()
        default: return
        }
    }

    mutating func text(_ text: String) { if isText, fallbacks == 0 { self.text += text } }

    private mutating func closeRun() {
        isRun = false
        guard !text.isEmpty else { return }
        var inlines: [DocumentInline] = [.text(text)]
        if isEmphasised { inlines = [.emphasis(inlines)] }
        if isStrong { inlines = [.strong(inlines)] }
        if let address { inlines = [.link(inlines, address: address)] }
        paragraph.inlines += inlines
    }

    private mutating func closeShape() {
        let filled = paragraphs.filter { !PlainWords.text($0.inlines).allSatisfy(\.isWhitespace) }
        paragraphs = []
        switch placeholder {
        case "title", "ctrTitle":
            title += filled.map(\.inlines).joined(separator: [.space])
        case "sldNum", "dt", "ftr", "hdr": return
        default:
            let isBody = placeholder == "body" || placeholder == "obj"
            append(
                filled.map { paragraph in
                    (paragraph.inlines, paragraph.level, paragraph.isItem ?? (isBody && filled.count > 1))
                })
        }
    }

    /// Puts neighbouring items together; deeper ones go into the item above them.
    private mutating func append(_ lines: [(inlines: [DocumentInline], level: Int, isItem: Bool)]) {
        var index = 0
        while index < lines.count {
            guard lines[index].isItem else {
                blocks.append(.paragraph(lines[index].inlines))
                index += 1
                continue
            }
            let items = lines[index...].prefix { $0.isItem }
            blocks.append(Self.list(items))
            index += items.count
        }
    }

    private static func list(_ lines: ArraySlice<(inlines: [DocumentInline], level: Int, isItem: Bool)>)
        -> DocumentBlock
    {
        var items: [[DocumentBlock]] = []
        var rest = lines
        let level = lines.map(\.level).min() ?? 0
        while let line = rest.popFirst() {
            let deeper = rest.prefix { $0.level > level }
            rest = rest.dropFirst(deeper.count)
            // Slides have nine levels: this ends.
            items.append([.paragraph(line.inlines)] + (deeper.isEmpty ? [] : [list(deeper)]))
        }
        return .bullets(items)
    }
}

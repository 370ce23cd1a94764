import Diagnostics
import OfficeFiles

/// Counts what a DOCX has (ECMA-376, part 1, 17): its main part, notes, comments, margins.
enum WordCensus {
    static func take(_ package: borrowing OfficePackage) throws(ImportFailure) -> SourceCensus {
        let main =
            try package.mainPart() ?? "word/document.xml"
        let relations = try package.relations(of: main).sorted { $0.key < $1.key }.map(\.value)
        var styles = WordStyles()
        if let part = relations.first(where: { $0.type == "styles" }) { _ = try package.read(part.target, &styles) }
        var reader = WordReader(sort: .body, styles: styles)
        guard try package.read(main, &reader) else { throw ImportFailure(ImportReason.noPart, [main]) }
        var census = reader.census
        let places = reader.commentPlaces
        for relation in relations where !relation.isExternal {
            switch relation.type {
            case "footnotes", "endnotes": try add(&census, relation.target, .note, package, styles)
            case "header": try add(&census, relation.target, .header, package, styles)
            case "footer": try add(&census, relation.target, .footer, package, styles)
            case "comments":
                var comments = NamedTexts(element: "comment", key: "id")
                _ = try package.read(relation.target, &comments)
                for (id, text) in comments.texts {
                    census.add(.comment, places[id] ?? Told(ImportPlace.document), text)
                }
            case "diagramData":
                var texts = NamedTexts(element: "dataModel", key: "")
                _ = try package.read(relation.target, &texts)
                let place = census.things.first { $0.sort == .smartArt }?.place
                for (_, text) in texts.texts { census.add(.smartArt, place ?? Told(ImportPlace.document), text) }
            default: continue
            }
        }
        if package.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
            census.things.append(Loss(.embedded, Told(ImportPlace.document), "vbaProject.bin"))
        }
        return census
    }

    private static func add(
        _ census: inout SourceCensus, _ part: String, _ sort: SourceCensus.Passage.Sort,
        _ package: borrowing OfficePackage, _ styles: WordStyles
    ) throws(ImportFailure) {
        var reader = WordReader(sort: sort, styles: styles)
        _ = try package.read(part, &reader)
        census.passages += reader.census.passages
        if sort == .note { census.noteCount += reader.noteCount }
        // A picture on the margin is a mark of an office; it is told, and no picture of the text.
        if reader.census.pictureCount > 0 {
            census.things.append(
                Loss(.picture, Told(ImportPlace.page), part.split(separator: "/").last.map(String.init) ?? ""))
        }
    }
}

/// Styles of a DOCX by their ids: which are headings, which are quotes.
struct WordStyles: XMLHandler {
    private(set) var headings: Set<String> = []
    private(set) var quotes: Set<String> = []
    private var id = ""

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "style" { id = attributes["styleId"] ?? "" }
        guard name == "name", let title = attributes["val"]?.lowercased() else { return }
        if title.hasPrefix("heading ") || title == "title" { headings.insert(id) }
        if title.contains("quote") || title == "block text" { quotes.insert(id) }
    }

    mutating func end(_ name: String) {}
    mutating func text(_ text: String) {}
}

/// Texts of elements of one name, by an attribute: comments by their ids.
struct NamedTexts: XMLHandler {
    let element: String
    let key: String
    private(set) var texts: [(id: String, text: String)] = []
    private var id = ""
    private var text = ""
    private var isOpen = false

    init(element: String, key: String) {
        self.element = element
        self.key = key
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == element { (id, text) = (attributes[key] ?? "", "") }
        if name == "t" || name == "text" { isOpen = true }
    }

    mutating func end(_ name: String) {
        if name == "t" || name == "text" { isOpen = false }
        if name == "p" { text += " " }
        if name == element { texts.append((id, text)) }
    }

    mutating func text(_ text: String) { if isOpen { self.text += text } }
}

/// One part of a DOCX.
struct WordReader: XMLHandler {
    /// What its paragraphs are.
    let sort: SourceCensus.Passage.Sort
    let styles: WordStyles
    private(set) var census = SourceCensus()
    private(set) var commentPlaces: [String: Told] = [:]
    private(set) var noteCount = 0

    /// A paragraph that is open: one in a text box stands within another.
    private struct Paragraph {
        var text = ""
        var isHeading = false
        let isBoxed: Bool
    }

    private var paragraphs: [Paragraph] = []
    private var number = 0
    private var heading = ""
    private var deleted = ""
    private var inserted = ""
    private var hidden = ""
    /// How many elements of a name are open.
    private var depth: [String: Int] = [:]
    /// Depth of what is said twice, for programs that do not know the newer form.
    private var skipped = 0
    private var isHidden = false
    private var isSeparator = false
    /// Shapes that are open, and whether they have text.
    private var shapes: [Bool] = []

    init(sort: SourceCensus.Passage.Sort, styles: WordStyles) {
        self.sort = sort
        self.styles = styles
    }

    private var place: Told {
        guard sort != .header, sort != .footer else { return Told(ImportPlace.page) }
        guard sort == .body else { return Told(ImportPlace.document) }
        return heading.isEmpty
            ? Told(ImportPlace.paragraph, String(number)) : Told(ImportPlace.paragraphUnder, String(number), heading)
    }

    private func isIn(_ name: String) -> Bool { depth[name, default: 0] > 0 }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "Fallback" || skipped > 0 {
            skipped += 1
            return
        }
        depth[name, default: 0] += 1
        switch name {
        case "p": open()
        case "r": isHidden = false
        case "pStyle":
            let style = attributes["val"] ?? ""
            if styles.headings.contains(style), !paragraphs.isEmpty {
                paragraphs[paragraphs.count - 1].isHeading = true
            }
            if styles.quotes.contains(style) { census.hasQuotes = true }
        case "vanish": isHidden = !["0", "false"].contains(attributes["val"])
        case "tab": if isIn("r") { add(" ") }
        case "br", "cr": if isIn("r") { add("\n") }
        case "noBreakHyphen": add("-")
        case "tbl": if !isIn("tbl", more: 1) { census.tableCount += 1 }
        case "footnote", "endnote":
            isSeparator = attributes["type"] != nil
            if !isSeparator { noteCount += 1 }
        case "commentReference", "commentRangeStart":
            if let id = attributes["id"], commentPlaces[id] == nil { commentPlaces[id] = place }
        default: thing(name, attributes)
        }
    }

    private func isIn(_ name: String, more than: Int) -> Bool { depth[name, default: 0] > than }

    private mutating func thing(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "blip", "imagedata": if !isIn("object") { census.pictureCount += 1 }
        case "chart": census.things.append(Loss(.chart, place))
        case "relIds": census.things.append(Loss(.smartArt, place))
        case "OLEObject", "control":
            census.things.append(Loss(.embedded, place, attributes["ProgID"] ?? attributes["name"] ?? ""))
        case "wsp", "cxnSp": shapes.append(false)
        case "color": if isIn("rPr"), Self.isColour(attributes["val"]) { census.addOnce(.colour, place) }
        case "highlight": if isIn("rPr"), attributes["val"] != "none" { census.addOnce(.colour, place) }
        case "shd":
            if isIn("rPr") || isIn("tcPr"), Self.isColour(attributes["fill"]),
                attributes["fill"]?.uppercased() != "FFFFFF"
            {
                census.addOnce(.colour, place)
            }
        default: return
        }
    }

    private static func isColour(_ code: String?) -> Bool {
        guard let code = code?.lowercased() else { return false }
        return code != "auto" && code != "000000"
    }

    mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        depth[name, default: 0] -= 1
        switch name {
        case "p": close()
        case "del", "moveFrom":
            if !isIn("del"), !isIn("moveFrom") {
                census.add(.deletion, place, deleted)
                deleted = ""
            }
        case "ins", "moveTo":
            if !inserted.isEmpty { census.things.append(Loss(.insertion, place, inserted)) }
            inserted = ""
        case "wsp", "cxnSp":
            if shapes.popLast() == false { census.addOnce(.shape, place) }
        case "footnote", "endnote": isSeparator = false
        default: return
        }
    }

    mutating func text(_ text: String) {
        guard skipped == 0, isIn("t") || isIn("delText") else { return }
        if isIn("del") || isIn("moveFrom") || isIn("delText") { deleted += text } else { add(text) }
    }

    private mutating func add(_ text: String) {
        guard !paragraphs.isEmpty, !isIn("del"), !isIn("moveFrom") else { return }
        if isHidden { hidden += text } else { paragraphs[paragraphs.count - 1].text += text }
        if isIn("ins") || isIn("moveTo") { inserted += text }
        if !shapes.isEmpty { shapes[shapes.count - 1] = true }
    }

    private mutating func open() {
        let isBoxed = isIn("txbxContent")
        if !isBoxed { number += 1 }
        paragraphs.append(Paragraph(isBoxed: isBoxed))
    }

    private mutating func close() {
        guard let paragraph = paragraphs.popLast(), !isSeparator else { return }
        let box: SourceCensus.Passage.Sort = sort == .body ? .textBox : sort
        census.add(paragraph.isBoxed ? box : sort, place, paragraph.text)
        census.add(.hiddenText, place, hidden)
        hidden = ""
        if paragraph.isHeading, !paragraph.isBoxed {
            heading = paragraph.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

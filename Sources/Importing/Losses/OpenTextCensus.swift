import Diagnostics
import OfficeFiles

/// Counts what an ODT has (OpenDocument 1.3, part 3): its content, and the margins of its pages.
enum OpenTextCensus {
    static func take(_ package: borrowing OfficePackage) throws(ImportFailure) -> SourceCensus {
        var styles = OpenTextStyles()
        _ = try package.read("styles.xml", &styles)
        _ = try package.read("content.xml", &styles)
        var reader = OpenTextReader(styles: styles)
        guard try package.read("content.xml", &reader) else {
            throw ImportFailure(ImportReason.noPart, ["content.xml"])
        }
        var margins = OpenTextReader(styles: styles)
        _ = try package.read("styles.xml", &margins)
        var census = reader.census
        census.passages += margins.census.passages.filter { $0.sort == .header || $0.sort == .footer }
        return census
    }
}

/// An ODT as pandoc is given it.
enum OpenTextHeads {
    /// The file with the rows of heads as rows like the others: pandoc before 3 leaves them out, and which row has the heads
    /// is found out here anyway.
    ///
    /// O(bytes).
    static func plain(_ package: borrowing OfficePackage, _ file: [UInt8]) throws(ImportFailure) -> [UInt8] {
        let name = "content.xml"
        guard let content = package.part(name) else { throw ImportFailure(ImportReason.noPart, [name]) }
        let text = String(decoding: content, as: UTF8.self)
        // Tags of that name hold attributes nowhere (OpenDocument 1.3, part 3, 9.1.3).
        let plain = text.replacing("<table:table-header-rows>", with: "").replacing(
            "</table:table-header-rows>", with: "")
        return plain.utf8.count == content.count ? file : try package.replacing(name, with: Array(plain.utf8), in: file)
    }
}

/// Styles of an ODT that give letters or cells a colour, or are quotes.
struct OpenTextStyles: XMLHandler {
    private(set) var coloured: Set<String> = []
    private(set) var quotes: Set<String> = []
    private var name = ""

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "style" {
            self.name = attributes["name"] ?? ""
            let parent = attributes["parent-style-name"] ?? ""
            if parent.hasPrefix("Quot") || self.name.hasPrefix("Quot") { quotes.insert(self.name) }
        }
        let isLetters = name == "text-properties"
        guard isLetters || name == "table-cell-properties" else { return }
        let colour = isLetters ? attributes["color"] : nil
        let background = attributes["background-color"]
        if (colour.map { $0 != "#000000" } ?? false)
            || (background.map { $0 != "transparent" && $0 != "#ffffff" } ?? false)
        {
            coloured.insert(self.name)
        }
    }

    mutating func end(_ name: String) {}
    mutating func text(_ text: String) {}
}

/// One part of an ODT.
struct OpenTextReader: XMLHandler {
    let styles: OpenTextStyles
    private(set) var census = SourceCensus()

    /// A paragraph that is open, and what it is.
    private struct Paragraph {
        var text = ""
        let sort: SourceCensus.Passage.Sort
        let isHeading: Bool
    }

    private var path: [String] = []
    private var depth: [String: Int] = [:]
    private var paragraphs: [Paragraph] = []
    private var number = 0
    private var heading = ""
    private var insertions: Set<String> = []
    private var region = ""
    /// Deleted texts by the region that names them; they stand before the text that they were deleted from.
    private var deletions: [String: String] = [:]
    private var open: [String: String] = [:]
    private var frameHasPicture = false

    init(styles: OpenTextStyles) { self.styles = styles }

    private func isIn(_ name: String) -> Bool { depth[name, default: 0] > 0 }

    private var place: Told {
        if isIn("header") || isIn("footer") { return Told(ImportPlace.page) }
        return heading.isEmpty
            ? Told(ImportPlace.paragraph, String(number)) : Told(ImportPlace.paragraphUnder, String(number), heading)
    }

    private var sort: SourceCensus.Passage.Sort {
        if isIn("deletion") { return .deletion }
        if isIn("annotation") { return .comment }
        if isIn("note-body") { return .note }
        if isIn("text-box") { return .textBox }
        if isIn("header") || isIn("header-left") { return .header }
        return isIn("footer") || isIn("footer-left") ? .footer : .body
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        path.append(name)
        depth[name, default: 0] += 1
        if let style = attributes["style-name"], ["p", "h", "span", "table-cell"].contains(name) { look(style) }
        switch name {
        case "p", "h":
            let sort = sort
            if sort == .body { number += 1 }
            paragraphs.append(Paragraph(sort: sort, isHeading: name == "h"))
        case "s", "tab": add(" ")
        case "line-break": add("\n")
        case "table": if depth["table", default: 0] == 1 { census.tableCount += 1 }
        case "note": census.noteCount += 1
        case "changed-region": region = attributes["id"] ?? ""
        case "insertion": insertions.insert(region)
        case "change":
            if let text = deletions.removeValue(forKey: attributes["change-id"] ?? "") {
                census.add(.deletion, place, text)
            }
        case "change-start":
            let id = attributes["change-id"] ?? ""
            if insertions.contains(id) { open[id] = "" }
        case "change-end":
            if let text = open.removeValue(forKey: attributes["change-id"] ?? ""), !text.isEmpty {
                census.things.append(Loss(.insertion, place, text))
            }
        case "image": if !frameHasPicture, isIn("frame") { census.pictureCount += 1 }
        case "frame": frameHasPicture = false
        case "object", "object-ole":
            // What stands for it where it cannot be opened is a picture of it.
            frameHasPicture = true
            census.things.append(Loss(.embedded, place, attributes["href"] ?? ""))
        case "custom-shape", "line", "connector": census.addOnce(.shape, place)
        case "plugin": census.things.append(Loss(.media, place))
        default: return
        }
    }

    private mutating func look(_ style: String) {
        if styles.coloured.contains(style) { census.addOnce(.colour, place) }
        if styles.quotes.contains(style) { census.hasQuotes = true }
    }

    mutating func end(_ name: String) {
        if name == "p" || name == "h", let paragraph = paragraphs.popLast() {
            if paragraph.sort == .deletion {
                deletions[region, default: ""] += paragraph.text + " "
            } else {
                census.add(paragraph.sort, place, paragraph.text)
            }
            if paragraph.isHeading, paragraph.sort == .body { heading = paragraph.text }
        }
        path.removeLast()
        depth[name, default: 0] -= 1
        guard name == "text", path.last == "body" else { return }
        for (_, text) in deletions.sorted(by: { $0.key < $1.key }) {
            census.add(.deletion, Told(ImportPlace.document), text)
        }
    }

    mutating func text(_ text: String) {
        // Numbers of notes, names and days of who wrote beside the text are none of it.
        guard !["note-citation", "creator", "date", "initials"].contains(path.last), !isIn("creator"), !isIn("date")
        else {
            return
        }
        add(text)
    }

    private mutating func add(_ text: String) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].text += text
        for id in open.keys { open[id]? += text }
    }
}

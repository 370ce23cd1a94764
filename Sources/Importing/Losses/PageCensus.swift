import Diagnostics

/// A page of HTML as far as its losses are concerned, and without what must not be taken from it.
///
/// ```
/// text    = { tag | comment | any }
/// tag     = "<" [ "/" ] name { any but ">" } ">"
/// comment = "<!--" any "-->"
/// ```
/// HTML is no XML, and pages of Word least of all; for counting, tags are enough. What was deleted with tracked changes
/// (`<del>`, Word's `mso-element:comment`) is cut out of the bytes, so that the reader never sees it.
struct PageCensus {
    private(set) var census = SourceCensus()
    /// The bytes without scripts, deleted text and comments.
    private(set) var bytes: [UInt8] = []

    private var text = ""
    private var number = 0
    private var heading = ""
    private var isHeading = false
    /// The element that is cut out, how many of its name are open in it, and its words.
    private var cut: (name: String, depth: Int, sort: SourceCensus.Passage.Sort?, text: String)?

    private var place: Told {
        heading.isEmpty
            ? Told(ImportPlace.paragraph, String(number)) : Told(ImportPlace.paragraphUnder, String(number), heading)
    }

    /// O(bytes).
    init(_ page: [UInt8]) {
        var index = 0
        while index < page.count {
            guard page[index] == UInt8(ascii: "<"), index + 1 < page.count else {
                let end = page[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
                add(page[index..<end])
                index = end
                continue
            }
            if page[index...].starts(with: Array("<!--".utf8)) {
                index = page[(index + 4)...].firstRange(of: Array("-->".utf8))?.upperBound ?? page.count
                continue
            }
            let end = page[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
            tag(page[index..<end])
            index = end
        }
        close()
    }

    private mutating func add(_ piece: ArraySlice<UInt8>) {
        let words = Entities.decoded(String(decoding: piece, as: UTF8.self))
        if cut != nil {
            cut?.text += words
        } else {
            text += words
            bytes += piece
        }
    }

    private static let blocks: Set<String> = [
        "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "br", "blockquote",
        "pre", "section", "article", "title", "body", "dt", "dd", "figcaption",
    ]

    private mutating func tag(_ tag: ArraySlice<UInt8>) {
        let text = String(decoding: tag, as: UTF8.self)
        let isEnd = text.hasPrefix("</")
        let name = text.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber }.lowercased()
        if cut != nil { return goOn(name, isEnd, isVoid: text.hasSuffix("/>")) }
        if !isEnd, let sort = Self.removed(name, text) {
            cut = (name, 1, sort, "")
            return
        }
        if Self.blocks.contains(name) { close() }
        if name.count == 2, name.hasPrefix("h"), name.last?.isNumber ?? false { isHeading = !isEnd }
        if !isEnd { count(name, text.lowercased()) }
        bytes += tag
    }

    /// Whether an element is cut out, and as what.
    private static func removed(_ name: String, _ tag: String) -> SourceCensus.Passage.Sort?? {
        switch name {
        case "script", "style", "title", "template": return .some(nil)
        case "del": return .some(.deletion)
        default:
            let tag = tag.replacing(" ", with: "")
            // The list of comments is told one by one.
            if tag.contains("mso-element:comment"), !tag.contains("mso-element:comment-list") { return .some(.comment) }
            return tag.contains("display:none") || tag.contains("mso-hide:all") ? .some(.hiddenText) : nil
        }
    }

    private mutating func goOn(_ name: String, _ isEnd: Bool, isVoid: Bool) {
        guard var open = cut else { return }
        if name == open.name, !isVoid { open.depth += isEnd ? -1 : 1 }
        cut = open
        guard open.depth == 0 else { return }
        if let sort = open.sort { census.add(sort, place, open.text) }
        cut = nil
    }

    private mutating func count(_ name: String, _ tag: String) {
        switch name {
        case "table": census.tableCount += 1
        case "img": census.pictureCount += 1
        case "ins": census.addOnce(.insertion, place)
        case "video", "audio", "iframe", "object", "embed", "canvas": census.things.append(Loss(.media, place, name))
        case "svg": census.things.append(Loss(.shape, place))
        case "blockquote": census.hasQuotes = true
        default: break
        }
        if PageColour.isTold(tag) { census.addOnce(.colour, place) }
    }

    private mutating func close() {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = ""
        guard !words.isEmpty else { return }
        number += 1
        census.add(.body, place, words)
        if isHeading { heading = words }
    }
}

/// Characters by their names in HTML, as far as they matter for finding words again.
enum Entities {
    private static let names = [
        "&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&laquo;": "«", "&raquo;": "»",
        "&mdash;": "—", "&ndash;": "–", "&shy;": "",
    ]

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var text = text
        for (name, sign) in names { text = text.replacing(name, with: sign) }
        return text.replacing(/&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/) { match in
            let number = match.1.flatMap { UInt32($0, radix: 16) } ?? match.2.flatMap { UInt32($0) }
            return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? ""
        }
    }
}

/// HTML of office programs as HTML that says the same with plain elements.
///
/// ```
/// Word          <p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o </span>Пункт<o:p></o:p></p>
/// Google Docs   <b style="font-weight:normal"><span style="font-weight:700">жирно</span></b>
/// LibreOffice   <font color="#000000"><span style="font-weight: bold">жирно</span></font>
/// ```
/// becomes `<ul><li>Пункт</li></ul>` and `<span …><strong>жирно</strong></span>`. Goes in before anything is counted, so
/// that marks of lists are no words. What is deleted, hidden or a comment stays for ``PageCensus`` to cut and tell.
struct OfficePage {
    private(set) var bytes: [UInt8] = []

    /// Items of lists that are open, the outermost first.
    private var lists: [(level: Int, isNumbered: Bool)] = []
    private var isInItem = false
    /// How each open element that runs within a line is to be closed, by its name.
    private var ends: [String: [String]] = [:]
    /// The element that is left out with all it holds, and how many of its name are open in it.
    private var left: (name: String, depth: Int)?

    private static let open = UInt8(ascii: "<")

    /// O(bytes).
    static func plain(_ page: [UInt8]) -> [UInt8] {
        var result = OfficePage()
        result.read(page)
        result.closeLists(above: 0)
        return result.bytes
    }

    private mutating func read(_ page: [UInt8]) {
        var index = 0
        while index < page.count {
            guard page[index] == Self.open, index + 1 < page.count, Self.beginsTag(page[index + 1]) else {
                let end = page[(index + 1)...].firstIndex(of: Self.open) ?? page.count
                if left == nil { bytes += page[index..<end] }
                index = end
                continue
            }
            if page[index...].starts(with: "<!--".utf8) {
                index = page[(index + 4)...].firstRange(of: Array("-->".utf8))?.upperBound ?? page.count
                continue
            }
            let end = page[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
            tag(String(decoding: page[index..<end], as: UTF8.self), of: page, behind: end)
            index = end
        }
    }

    /// Columns among them: readers take one that stands for several for one.
    private static let needless: Set<String> = ["meta", "link", "col", "colgroup"]
    /// What tells Word's own signs: of an item, of a comment.
    private static let marks = ["mso-list:ignore", "msocomanchor", "msocomoff", "mso-special-character:comment"]

    /// A letter, a slash, or what begins a declaration.
    private static func beginsTag(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2F || byte == 0x21 || byte == 0x3F
    }

    private mutating func tag(_ tag: String, of page: [UInt8], behind: Int) {
        let isEnd = tag.hasPrefix("</")
        // `<![if !supportLists]>`, `<?xml:namespace …>`, `<!DOCTYPE html>`.
        guard !tag.hasPrefix("<!"), !tag.hasPrefix("<?") else { return }
        let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == ":" }.lowercased()
        if let open = left {
            guard name == open.name, !tag.hasSuffix("/>") else { return }
            left = open.depth + (isEnd ? -1 : 1) == 0 ? nil : (name, open.depth + (isEnd ? -1 : 1))
            return
        }
        // Elements of a namespace are Word's own; what they hold is text like any other.
        if name.contains(":") || Self.needless.contains(name) { return }
        let folded = tag.lowercased().filter { !$0.isWhitespace }
        if !isEnd, name == "a" || name == "span", Self.marks.contains(where: folded.contains) {
            left = (name, 1)
            return
        }
        if !isEnd, name == "a", let note = PastedNotes.mark(tag) {
            bytes += note.utf8
            left = (name, 1)
            return
        }
        switch name {
        case "span", "font", "b", "strong", "i", "em": inline(name, tag, folded, isEnd)
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr", "blockquote", "pre":
            let isItem = !isEnd && name == "p" && folded.contains("mso") && folded.contains("list")
            block(name, tag, folded, isEnd, isItem ? Self.mark(in: page, behind: behind) : nil)
        // Heads in several rows are cut off by readers behind the first, with cells that go over both: which rows are heads
        // is found out here anyway.
        case "th": bytes += "\(isEnd ? "</td" : "<td")\(tag.dropFirst(isEnd ? 4 : 3))".utf8
        case "thead", "tbody", "tfoot": break
        default: bytes += tag.utf8
        }
    }

    // MARK: Running text

    /// Bold and italic are what a style says, whatever the element is.
    private mutating func inline(_ name: String, _ tag: String, _ folded: String, _ isEnd: Bool) {
        guard !isEnd else {
            // An end without its beginning means nothing.
            if let end = ends[name]?.popLast() { bytes += end.utf8 }
            return
        }
        let style = Self.style(folded)
        var (isStrong, isEmphasised) = (name == "b" || name == "strong", name == "i" || name == "em")
        switch style["font-weight"] {
        case "normal"?, "400"?, "300"?: isStrong = false
        case "bold"?, "bolder"?, "600"?, "700"?, "800"?, "900"?: isStrong = true
        default: break
        }
        switch style["font-style"] {
        case "normal"?: isEmphasised = false
        case "italic"?, "oblique"?: isEmphasised = true
        default: break
        }
        let isPlain = name == "span" || name == "font"
        var (start, end) = isPlain ? (tag, "</\(name)>") : ("", "")
        if isStrong { (start, end) = (start + "<strong>", "</strong>" + end) }
        if isEmphasised { (start, end) = (start + "<em>", "</em>" + end) }
        // The style of an element that is renamed may tell of a colour or of hidden text.
        if !isPlain, !style.isEmpty {
            (start, end) = ("<span" + tag.dropFirst(name.count + 1) + start, end + "</span>")
        }
        bytes += start.utf8
        ends[name, default: []].append(end)
    }

    /// The properties of a `style` attribute, without any blanks.
    private static func style(_ folded: String) -> [Substring: Substring] {
        guard let start = folded.firstRange(of: "style=") else { return [:] }
        let rest = folded[start.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return [:] }
        var found: [Substring: Substring] = [:]
        for pair in rest.dropFirst().prefix(while: { $0 != quote }).split(separator: ";") {
            let parts = pair.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { found[parts[0]] = parts[1] }
        }
        return found
    }

    // MARK: Lists

    private mutating func block(_ name: String, _ tag: String, _ folded: String, _ isEnd: Bool, _ mark: String?) {
        if name == "hr", folded.contains("msocomoff") { return }
        if isEnd {
            if name == "p", isInItem {
                isInItem = false
            } else {
                bytes += tag.utf8
            }
            return
        }
        guard name == "p", let mark else {
            // A heading with a number keeps its own element.
            closeLists(above: 0)
            bytes += tag.utf8
            return
        }
        let level = Self.level(folded)
        let isNumbered = mark.contains { $0.isLetter || $0.isNumber } && mark.contains { ".)".contains($0) }
        closeLists(above: level)
        if let last = lists.last, last.level == level, last.isNumbered != isNumbered { closeLists(above: level - 1) }
        if lists.last?.level == level {
            bytes += "</li>".utf8
        } else {
            lists.append((level, isNumbered))
            let start = Int(mark.filter(\.isNumber)) ?? 1
            bytes += (isNumbered ? "<ol start=\"\(start)\">" : "<ul>").utf8
        }
        bytes += "<li>".utf8
        isInItem = true
    }

    private mutating func closeLists(above level: Int) {
        while let last = lists.last, last.level > level {
            lists.removeLast()
            bytes += (last.isNumbered ? "</li></ol>" : "</li></ul>").utf8
        }
        if lists.isEmpty { isInItem = false }
    }

    /// `mso-list:l0level2lfo1` is of level 2; who does not say it is of the first.
    private static func level(_ folded: String) -> Int {
        folded.firstMatch(of: /mso-list:l[0-9]+level([1-9])/).flatMap { Int($0.1) } ?? 1
    }

    /// What stands before the text of an item: a sign, a number; nothing where the paragraph has none.
    private static func mark(in page: [UInt8], behind start: Int) -> String? {
        let near = page[start..<min(page.count, start + 2_048)]
        let text = String(decoding: near, as: UTF8.self)
        let paragraph = text[..<(text.firstRange(of: "</p")?.lowerBound ?? text.endIndex)]
        guard let ignored = paragraph.firstMatch(of: /mso-list:\s*Ignore[^>]*>/.ignoresCase()) else { return nil }
        let rest = paragraph[ignored.range.upperBound...]
        let words = rest.prefix { $0 != "<" }.replacing("&nbsp;", with: " ")
        return words.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "·"
    }
}

import Diagnostics

/// The title that a Word document shows without a style of titles: its first lines, bold and centred.
///
/// ```
/// МБОУ «СОШ № 5»             a letterhead, which is no title
///
/// ПОЛОЖЕНИЕ                  lines that follow each other
/// о проведении квеста        are one title
/// ```
/// Alignment and bold of styles are nothing that pandoc tells: they are read here (ECMA-376, part 1, 17.3 and 17.7).
enum WordTitle {
    /// All lines that stand so at the beginning, and which of them are the title.
    struct Lines: Sendable {
        let all: [String]
        let title: Range<Int>
    }

    /// Nothing where a document begins otherwise.
    static func find(_ package: borrowing OfficePackage) throws(ImportFailure) -> Lines? {
        let main =
            try package.relations(of: "").values.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
        var styles = Styles()
        for relation in try package.relations(of: main).values where relation.type == "styles" {
            _ = try package.read(relation.target, &styles)
        }
        var reader = Reader(styles: styles)
        _ = try package.read(main, &reader)
        return chosen(reader.groups)
    }

    /// Of several groups of lines the first that is no letterhead.
    static func chosen(_ groups: [[String]]) -> Lines? {
        let all = groups.flatMap(\.self)
        guard let place = groups.firstIndex(where: { !isLetterhead($0) }) else { return nil }
        let start = groups[..<place].reduce(0) { $0 + $1.count }
        return Lines(all: all, title: start..<start + groups[place].count)
    }

    /// Beginnings of words by which an office, a stamp of approval or an annex is known.
    private static let offices = [
        "министерств", "управлен", "администрац", "департамент", "комитет", "муниципальн", "государственн", "мбоу",
        "мкоу", "маоу", "мбдоу", "мкдоу", "мадоу", "мбу", "мку", "мау", "гбу", "гау", "фгбу", "российская", "утвержд",
        "согласован", "приложение",
    ]

    private static func isLetterhead(_ lines: [String]) -> Bool {
        let words = lines.joined(separator: " ").lowercased().split { !$0.isLetter }
        guard let first = words.first else { return true }
        return offices.contains { first.hasPrefix($0) }
    }

    // MARK: Styles

    /// What styles say of alignment and bold, by their ids.
    struct Styles: XMLHandler {
        private struct Style {
            var base: String?
            var isBold: Bool?
            var isCentred: Bool?
        }

        private var styles: [String: Style] = [:]
        private(set) var titles: Set<String> = []
        private var id = ""

        mutating func start(_ name: String, _ attributes: [String: String]) {
            let value = attributes["val"]
            switch name {
            case "style":
                id = attributes["styleId"] ?? ""
                styles[id] = Style()
            case "name":
                let title = value?.lowercased() ?? ""
                if title.hasPrefix("heading ") || title == "title" { titles.insert(id) }
            case "basedOn": styles[id]?.base = value
            case "b": styles[id]?.isBold = WordTitle.isOn(value)
            case "jc": styles[id]?.isCentred = value == "center"
            default: return
            }
        }

        mutating func end(_ name: String) {}
        mutating func text(_ text: String) {}

        func isBold(_ id: String) -> Bool { value(id, \.isBold) }
        func isCentred(_ id: String) -> Bool { value(id, \.isCentred) }

        /// Styles of a file may be based on each other in a circle.
        private func value(_ id: String, _ said: KeyPath<Style, Bool?>) -> Bool {
            var (style, left) = (styles[id], 20)
            while let own = style, left > 0 {
                if let value = own[keyPath: said] { return value }
                style = own.base.flatMap { styles[$0] }
                left -= 1
            }
            return false
        }
    }

    fileprivate static func isOn(_ value: String?) -> Bool { !["0", "false", "none", "off"].contains(value) }

    // MARK: Lines

    /// The bold and centred lines of the beginning, parted by empty paragraphs.
    struct Reader: XMLHandler {
        private struct Paragraph {
            var text = ""
            var style = ""
            var isCentred: Bool?
            /// Whether all letters are bold.
            var isBold = true
            var hasMore = false
        }

        private static let longest = 200
        private static let most = 12

        let styles: Styles
        private(set) var groups: [[String]] = []
        private var paragraph: Paragraph?
        private var isDone = false
        private var isGap = true
        private var isInProperties = false
        private var isText = false
        /// Of the run that is open; nothing where it says nothing.
        private var runIsBold: Bool?

        init(styles: Styles) { self.styles = styles }

        mutating func start(_ name: String, _ attributes: [String: String]) {
            guard !isDone else { return }
            let value = attributes["val"]
            switch name {
            case "tbl", "sectPr": isDone = true
            case "p": if paragraph == nil { paragraph = Paragraph() } else { paragraph?.hasMore = true }
            case "pPr": isInProperties = true
            case "pStyle": paragraph?.style = value ?? ""
            case "jc": if isInProperties { paragraph?.isCentred = value == "center" }
            case "r": runIsBold = nil
            case "rStyle": if !isInProperties, styles.isBold(value ?? "") { runIsBold = true }
            case "b": if !isInProperties { runIsBold = WordTitle.isOn(value) }
            case "t": isText = true
            case "br", "tab": if !isInProperties { paragraph?.text += " " }
            case "drawing", "pict", "object", "footnoteReference", "del", "ins", "numPr": paragraph?.hasMore = true
            default: return
            }
        }

        mutating func end(_ name: String) {
            guard !isDone else { return }
            switch name {
            case "pPr": isInProperties = false
            case "t": isText = false
            case "p":
                if let closed = paragraph { close(closed) }
                paragraph = nil
            default: return
            }
        }

        mutating func text(_ text: String) {
            guard !isDone, isText else { return }
            paragraph?.text += text
            let isBold = runIsBold ?? paragraph.map { styles.isBold($0.style) } ?? false
            if !isBold, text.contains(where: \.isLetter) { paragraph?.isBold = false }
        }

        private mutating func close(_ paragraph: Paragraph) {
            let text = paragraph.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else {
                isGap = true
                return
            }
            let isCentred = paragraph.isCentred ?? styles.isCentred(paragraph.style)
            let isLine =
                isCentred && paragraph.isBold && !paragraph.hasMore && text.count <= Self.longest
                && !styles.titles.contains(paragraph.style) && groups.joined().count < Self.most
            guard isLine else {
                isDone = true
                return
            }
            if isGap { groups.append([]) }
            groups[groups.count - 1].append(text)
            isGap = false
        }
    }
}

import Diagnostics
import OfficeFiles

/// The title that a Word document shows without a style of titles: its first lines, bold and centred.
///
/// ```
///          Приложение 1      whose annex it is, or who approved it: to the right, and no title either
///      к приказу от 1.09.2024
///    Описание практики       what sort of paper it is, in the middle and no bolder than the text
///
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
            try package.mainPart() ?? "word/document.xml"
        var styles = Styles()
        for relation in try package.relations(of: main).values where relation.type == "styles" {
            _ = try package.read(relation.target, &styles)
        }
        var reader = Reader(styles: styles)
        _ = try package.read(main, &reader)
        return chosen(reader.groups)
    }

    /// Lines that follow each other and stand alike.
    struct Group {
        var lines: [String] = []
        /// Whether they say whose annex this is, or who approved it.
        let isMark: Bool
    }

    /// Of several groups of lines the first that is neither a mark nor a letterhead.
    static func chosen(_ groups: [Group]) -> Lines? {
        let all = groups.flatMap(\.lines)
        let places = groups.indices.filter { !groups[$0].isMark }
        guard let place = places.first(where: { lengthOfLetterhead(groups[$0].lines) < groups[$0].lines.count }) else {
            return nil
        }
        let lines = groups[place].lines
        let start = groups[..<place].reduce(0) { $0 + $1.lines.count }
        var skipped = lengthOfLetterhead(lines)
        // What sort of paper it is stands above a title between quotation marks: «ПРАКТИКА», ««Час чтения»».
        if skipped + 1 < lines.count, !lines[skipped].contains(" "), lines[skipped + 1].hasPrefix("«") { skipped += 1 }
        return Lines(all: all, title: start + skipped..<start + lines.count)
    }

    /// How many of the first lines say whose paper it is: an office, a school with its name and its place.
    private static func lengthOfLetterhead(_ lines: [String]) -> Int {
        guard isLetterhead(Array(lines.prefix(1))) else { return 0 }
        return 1 + lines.dropFirst().prefix { isLetterhead([$0]) || isSchool($0) }.count
    }

    /// Words by which a further line of a letterhead is known.
    private static let schools = [
        "школ", "лице", "гимнази", "детский", "центр", "учреждени", "город", "округ", "район",
    ]

    private static func isSchool(_ line: String) -> Bool {
        let words = line.lowercased().split { !$0.isLetter }
        let isPlace = words.first == "г" || words.first == "с" || words.first == "п"
        return isPlace || words.prefix(3).contains { word in schools.contains { word.hasPrefix($0) } }
    }

    /// How a mark of an annex or of an approval begins.
    private static let marks = ["приложени", "утвержд", "согласован"]

    static func isMark(_ line: String) -> Bool {
        guard let first = line.lowercased().split(whereSeparator: { !$0.isLetter }).first else { return false }
        return line.count <= 100
            && (marks.contains { first.hasPrefix($0) } || ["принят", "принята", "принято", "приняты"].contains(first))
    }

    /// Beginnings of words by which an office, a stamp of approval or an annex is known.
    private static let offices = [
        "министерств", "управлен", "администрац", "департамент", "комитет", "муниципальн", "государственн", "мбоу",
        "мкоу", "маоу", "мбдоу", "мкдоу", "мадоу", "мбу", "мку", "мау", "гбу", "гау", "фгбу", "российская", "утвержд",
        "согласован", "приложение",
    ]

    fileprivate static func isLetterhead(_ lines: [String]) -> Bool {
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
            var side: Side?
            var size: Int?
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
            case "jc": styles[id]?.side = Side(value)
            case "sz": styles[id]?.size = value.flatMap { Int($0) }
            default: return
            }
        }

        mutating func end(_ name: String) {}
        mutating func text(_ text: String) {}

        func isBold(_ id: String) -> Bool { value(id, \.isBold) ?? false }
        /// In halves of a point; nothing where no style says it.
        func size(_ id: String) -> Int? { value(id, \.size) }
        func side(_ id: String) -> Side { value(id, \.side) ?? .left }

        /// Styles of a file may be based on each other in a circle.
        private func value<Value>(_ id: String, _ said: KeyPath<Style, Value?>) -> Value? {
            var (style, left) = (styles[id], 20)
            while let own = style, left > 0 {
                if let value = own[keyPath: said] { return value }
                style = own.base.flatMap { styles[$0] }
                left -= 1
            }
            return nil
        }
    }

    /// Where a line stands.
    enum Side {
        case left, middle, right

        init(_ justification: String?) {
            switch justification {
            case "center": self = .middle
            case "right", "end": self = .right
            default: self = .left
            }
        }
    }

    fileprivate static func isOn(_ value: String?) -> Bool { !["0", "false", "none", "off"].contains(value) }

    // MARK: Lines

    /// The bold and centred lines of the beginning, parted by empty paragraphs.
    struct Reader: XMLHandler {
        private struct Paragraph {
            var text = ""
            var style = ""
            var side: Side?
            /// Whether it begins in the right half of the page.
            var isFarIn = false
            /// Whether all letters are bold, or large.
            var isBold = true
            var hasMore = false
        }

        private static let longest = 200
        private static let most = 12
        /// Halves of a point from which letters are those of a title: text has 14 points at most.
        private static let large = 32
        /// What sort of paper it is, is said in a few words.
        private static let longestLabel = 50

        let styles: Styles
        /// Of a page that is about 9300 wide between its margins, in twentieths of a point.
        private static let half = 3_500
        private(set) var groups: [Group] = []
        private var paragraph: Paragraph?
        private var isDone = false
        private var isGap = true
        private var isInProperties = false
        private var isText = false
        /// Of the run that is open; nothing where it says nothing.
        private var runIsBold: Bool?
        private var runSize: Int?

        init(styles: Styles) { self.styles = styles }

        mutating func start(_ name: String, _ attributes: [String: String]) {
            guard !isDone else { return }
            let value = attributes["val"]
            switch name {
            case "tbl", "sectPr": isDone = true
            case "p": if paragraph == nil { paragraph = Paragraph() } else { paragraph?.hasMore = true }
            case "pPr": isInProperties = true
            case "pStyle": paragraph?.style = value ?? ""
            case "jc": if isInProperties { paragraph?.side = Side(value) }
            case "ind":
                let left = (attributes["left"] ?? attributes["start"]).flatMap { Int($0) } ?? 0
                if isInProperties { paragraph?.isFarIn = left >= Self.half }
            case "r": (runIsBold, runSize) = (nil, nil)
            case "rStyle": if !isInProperties, styles.isBold(value ?? "") { runIsBold = true }
            case "b": if !isInProperties { runIsBold = WordTitle.isOn(value) }
            case "sz": if !isInProperties { runSize = value.flatMap { Int($0) } }
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
            let size = runSize ?? paragraph.flatMap { styles.size($0.style) } ?? 0
            if !isBold, size < Self.large, text.contains(where: \.isLetter) { paragraph?.isBold = false }
        }

        private mutating func close(_ paragraph: Paragraph) {
            let text = paragraph.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else {
                isGap = true
                return
            }
            let side = paragraph.side ?? styles.side(paragraph.style)
            let isPlain =
                !paragraph.hasMore && text.count <= Self.longest
                && groups.reduce(0) { $0 + $1.lines.count } < Self.most
            let isOfTitles = styles.titles.contains(paragraph.style)
            // What stands first and has such a style pandoc tells itself.
            guard !isOfTitles || !groups.isEmpty && groups.allSatisfy(\.isMark) else {
                isDone = true
                return
            }
            let isTitle = isOfTitles || side == .middle && paragraph.isBold && !WordTitle.isMark(text)
            // Behind the title nothing is a mark any more: who signed it stands to the right as well.
            let mayBeMark = groups.allSatisfy { $0.isMark || WordTitle.isLetterhead($0.lines) }
            let isLabel = side == .middle && text.count <= Self.longestLabel
            let isMark =
                mayBeMark && !isTitle
                && (side == .right || isLabel || paragraph.isFarIn || WordTitle.isMark(text)
                    || WordTitle.isLetterhead([text]))
            guard isPlain, isTitle || isMark else {
                isDone = true
                return
            }
            if isGap || groups.last?.isMark != isMark { groups.append(Group(isMark: isMark)) }
            groups[groups.count - 1].lines.append(text)
            isGap = false
        }
    }
}

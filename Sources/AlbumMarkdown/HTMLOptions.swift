/// How a document becomes HTML.
package struct HTMLOptions: Sendable {
    /// What the HTML is for.
    package enum Profile: Sendable {
        /// Pages: raw HTML but a few tags is shown as text, only safe addresses pass, alignment is a class, headings have
        /// anchors.
        case page
        /// The HTML of cmark and cmark-gfm to the byte, with raw HTML passing: to compare with the specifications.
        case conformance
    }

    package var profile = Profile.page
    /// Added to the levels of all headings; the document's own shift comes on top.
    package var headingShift = 0
    /// Before every anchor, so that several documents fit on one page.
    package var anchorPrefix = ""
    /// Whether each heading ends with a link to itself.
    package var linksHeadings = true
    /// The texts that stand in the HTML without being in the document.
    package var words = Words()
    /// Where links lead.
    ///
    /// Without it destinations stay as they are, if they are safe.
    package var resolver: (any LinkResolver)?
    /// Adds links and abbreviations to running text.
    package var decorator: (any TextDecorator)?
    /// What is left open for the page that shows the document: with it links, anchors and levels of headings are slots.
    package var slots: SlotNumbers?
    /// HTML in place of the subtrees with these indices; empty HTML leaves them out.
    package var replacements: [Int: [UInt8]] = [:]
    /// HTML before the nodes with these indices; that of the number of all nodes stands behind the last one.
    package var insertions: [Int: [UInt8]] = [:]

    /// The options of a page.
    package init() {}

    /// The HTML that the specifications' examples show.
    package static var conformance: HTMLOptions {
        var options = HTMLOptions()
        options.profile = .conformance
        return options
    }

    /// Texts for readers of the page, in its language.
    package struct Words: Sendable {
        package var headingLink = "Ссылка на этот раздел"
        package var footnotes = "Примечания"
        package var footnoteBack = "Назад к тексту"
        package var taskDone = "выполнено"
        package var taskOpen = "не выполнено"
        /// The title of each sort.
        package var alerts: [Alert: String] = [
            .note: "Примечание", .tip: "Совет", .important: "Важно", .warning: "Внимание", .caution: "Осторожно",
        ]

        package init() {}

        /// All of them, in a fixed order.
        package var all: [String] {
            [headingLink, footnotes, footnoteBack, taskDone, taskOpen]
                + Alert.allCases.map { alerts[$0] ?? "" }
        }
    }
}

/// Decides where a link, an image or a `[[…]]` leads.
package protocol LinkResolver: Sendable {
    /// Called once for each, in document order.
    func resolve(_ link: LinkUse) -> ResolvedLink
}

/// What a page gets for one link or image.
package struct ResolvedLink: Sendable {
    /// The address on the page; absent where none is allowed: then the text stands there marked as broken.
    package var address: String?
    /// Replaces the title that the document gives.
    package var title: String?
    /// The text of a `[[target]]` without a label.
    package var label: String?
    /// Further attributes, written in this order.
    package var attributes: [(name: String, value: String)]

    package init(
        address: String?, title: String? = nil, label: String? = nil, attributes: [(name: String, value: String)] = []
    ) {
        self.address = address
        self.title = title
        self.label = label
        self.attributes = attributes
    }

    /// No such place, or none that is allowed.
    package static let refused = ResolvedLink(address: nil)
}

/// Puts HTML around pieces of running text.
///
/// Not asked inside links, images, headings and code.
///
/// A class where it has to remember: an abbreviation is explained at its first use on a page only.
package protocol TextDecorator: Sendable {
    /// Decorations of one run, ascending and apart from each other.
    func decorations(of run: TextRun, in document: Document) -> [TextDecoration]
}

/// HTML around a piece of text.
package struct TextDecoration: Sendable, Hashable {
    /// Byte offsets in ``Document/text``, on borders of characters.
    package let range: Range<Int>
    package let opening: [UInt8]
    package let closing: [UInt8]

    package init(_ range: Range<Int>, opening: [UInt8], closing: [UInt8]) {
        self.range = range
        self.opening = opening
        self.closing = closing
    }
}

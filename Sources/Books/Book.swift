import Files

/// A book that can be carried: materials in an order, each with its text as HTML, and the pictures in it.
///
/// It knows no materials: what it holds is said by whoever makes it.
package struct Book: Sendable {
    /// A file of the book: a title page, the head of a chapter, a material.
    package struct Part: Sendable {
        /// Its anchor: links to `#anchor` and to anchors inside lead to it.
        package let anchor: String
        /// As the contents say it.
        package let title: String
        /// Whether it stands under the chapter before it.
        package let isInChapter: Bool
        /// Its text, with its own heading of level 1.
        ///
        /// Links and pictures are seen from the root of the site; `#…` leads to a place of the book.
        package let html: String

        package init(anchor: String, title: String, isInChapter: Bool, html: String) {
            self.anchor = anchor
            self.title = title
            self.isInChapter = isInChapter
            self.html = html
        }
    }

    /// What the book says by itself.
    package struct Words: Sendable {
        /// «Содержание».
        package let contents: String
        /// What a reader who does not see can do with the book, in a sentence.
        package let accessibility: String
        /// What stands before the number of a page: «с.».
        package let page: String

        package init(contents: String, page: String, accessibility: String) {
            self.contents = contents
            self.page = page
            self.accessibility = accessibility
        }
    }

    package let title: String
    /// Who publishes it: the name of the site.
    package let publisher: String
    /// What it is about, in a sentence; nothing where nobody said it.
    package let summary: String?
    /// BCP 47: `ru`.
    package let language: String
    /// Day of the edition, `2023-12-01`.
    package let date: String
    /// Where the site stands, with a final `/`; without one, links out of the book are left as text.
    package let site: String?
    /// What it is a book of, the same for each edition: an address of the site, or the call by which materials were chosen.
    package let subject: String
    /// The first is the title page.
    package let parts: [Part]
    package let words: Words

    package init(
        title: String, publisher: String, summary: String?, language: String, date: String, site: String?,
        subject: String, parts: [Part], words: Words
    ) {
        self.title = title
        self.publisher = publisher
        self.summary = summary
        self.language = language
        self.date = date
        self.site = site
        self.subject = subject
        self.parts = parts
        self.words = words
    }
}

extension Book {
    /// The same for the same subject of the same site: so that a reader's program knows a later edition as the same book.
    var identifier: String {
        let digest = SHA256.digest(Array("\(site ?? publisher)\n\(subject)".utf8)).hexadecimal
        // A UUID of version 8: bytes of one's own (RFC 9562, 5.8).
        let hex = Array(digest)
        let parts = [hex[0..<8], hex[8..<12], ["8"] + hex[13..<16], ["8"] + hex[17..<20], hex[20..<32]]
        return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
    }
}

/// The text of a book, its links and pictures in their places.
///
/// A link to a page of the site that the book does not hold leads to the site; where that has no address, its text stays.
package struct BoundBook: Sendable {
    /// A part as the book has it.
    package struct Part: Sendable {
        package let title: String
        package let isInChapter: Bool
        package let tree: HTMLTree
    }

    package let book: Book
    package let parts: [Part]
    /// Paths of the pictures below the site's root, in the order in which they come, each once.
    package let pictures: [String]
    /// Links whose page is neither in the book nor at an address that is known.
    package let lostLinks: Int
    /// Pictures of the web, or in a format that books do not have, by path; what they say of themselves stands in their place.
    package let lostPictures: [String]
    /// Whether each picture says what is on it or is said to be an ornament.
    package let describesPictures: Bool

    /// - Parameters:
    ///   - placing: the address of a place of a part, by the part's number and the anchor; nothing is the part itself.
    ///   - picture: the address that a picture has in the book, by its number and path; nothing where books do not have its
    ///     format.
    package init(
        _ book: Book, placing: (_ part: Int, _ anchor: String?) -> String, picture: (_ number: Int, String) -> String?
    ) {
        let trees = book.parts.map { HTMLTree(parsing: $0.html) }
        var owners: [String: Int] = [:]
        for (number, (part, tree)) in zip(book.parts, trees).enumerated() {
            owners[part.anchor] = number
            for id in tree.elements.compactMap({ $0["id"] }) where owners[id] == nil { owners[id] = number }
        }
        var pictures: [String] = []
        var lost = 0
        var lostPictures: [String] = []
        var describes = true
        parts = zip(book.parts, trees).map { part, tree in
            let bound = tree.map { element in
                guard !Self.leftOut.contains(element.name) else { return [] }
                var element = element
                let written = element.children.map { if case .text(let text) = $0 { text } else { "\0" } }.joined()
                element.attributes.removeAll { Self.isForScreens($0.name) || $0.name == "id" && $0.value.isEmpty }
                if !Self.verbatim.contains(element.name) { element.children = Self.whole(element.children) }
                switch element.name {
                case "a":
                    // The mark beside a heading is for who sends a link.
                    if element["class"] == "heading-link" { return [] }
                    guard let href = element["href"] else { return [.element(element)] }
                    guard let address = Self.address(href, owners, book, placing, part.anchor) else {
                        if !href.isEmpty { lost += 1 }
                        return element.children
                    }
                    element["href"] = address
                    if Self.isSame(written, address) { element["class"] = Self.shownAddress }
                case "img":
                    describes = describes && element["alt"] != nil
                    let source = element["src"] ?? ""
                    let path = Self.path(source) ?? source
                    let number = pictures.firstIndex(of: path) ?? pictures.count
                    // One of the web is none of the book's.
                    guard Self.path(source) != nil, let address = picture(number, path) else {
                        if !lostPictures.contains(path) { lostPictures.append(path) }
                        return element["alt"].map { [.text($0)] } ?? []
                    }
                    if number == pictures.count { pictures.append(path) }
                    element["src"] = address
                default: break
                }
                return [.element(element)]
            }
            let whole = HTMLTree(Self.whole(bound.nodes))
            return Part(title: part.title, isInChapter: part.isInChapter, tree: whole)
        }
        self.book = book
        self.pictures = pictures
        lostLinks = lost
        self.lostPictures = lostPictures
        describesPictures = describes
    }

    /// The class of links whose text is where they lead: on paper nothing need be said of it.
    static let shownAddress = "shown-address"

    /// Whether a text is an address, be it without its scheme.
    private static func isSame(_ text: String, _ address: String) -> Bool {
        func plain(_ text: String) -> Substring {
            let rest = ["https://", "http://", "mailto:"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
            let whole = rest ?? text[...]
            return whole.hasSuffix("/") ? whole.dropLast() : whole
        }
        return !text.isEmpty && plain(text) == plain(address)
    }

    /// What only a screen with scripts has.
    static let leftOut: Set<String> = [
        "script", "template", "noscript", "form", "button", "input", "select", "textarea", "style", "nav",
    ]

    /// What is shown letter by letter, holds no elements, or is a drawing, which has elements of its own.
    private static let verbatim: Set<String> = [
        "code", "pre", "kbd", "samp", "title", "svg", "text", "tspan", "desc", "abbr",
    ]

    private static func whole(_ nodes: [HTMLTree.Node]) -> [HTMLTree.Node] {
        nodes.flatMap { node in
            if case .text(let text) = node { WholeAbbreviations.marked(text) } else { [node] }
        }
    }

    private static func isForScreens(_ attribute: String) -> Bool {
        attribute.hasPrefix("data-") && attribute != "data-label"
            || ["loading", "tabindex", "style", "target", "rel"].contains(attribute)
    }

    private static func address(
        _ href: String, _ owners: [String: Int], _ book: Book, _ placing: (Int, String?) -> String, _ part: String
    ) -> String? {
        if href.hasPrefix("#") {
            let anchor = decoded(href.dropFirst())
            guard let owner = owners[anchor] else { return nil }
            return placing(owner, anchor == book.parts[owner].anchor ? nil : anchor)
        }
        guard path(href) != nil else { return href }
        return book.site.map { $0 + href }
    }

    /// The path below the site's root that an address of the site names; nothing for an address of the web.
    private static func path(_ address: String) -> String? {
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
        guard scheme.count == address.count || address[scheme.endIndex] != ":" else { return nil }
        return decoded(address.prefix { $0 != "#" && $0 != "?" })
    }

    /// A `%` that is no code stays one.
    private static func decoded(_ text: Substring) -> String { PercentEncoding.decoded(String(text)) ?? String(text) }
}

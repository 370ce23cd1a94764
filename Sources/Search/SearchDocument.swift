/// A page as the index sees it: what is shown in a result, what is searched, what can be filtered.
///
/// Search knows no materials: whoever builds the site says what a page's title, label and facets are.
package struct SearchDocument: Sendable, Equatable {
    /// The address, relative to the site's root: `practices/kvest.html`.
    package var url: String
    /// The title as a reader sees it.
    package var title: String
    /// A word for what the page is, such as `практика`; shown beside the title, and searched too.
    package var label: String
    /// One or two sentences, shown below the title until a snippet arrives.
    package var summary: String
    /// The headings inside the page.
    package var headings: [String]
    /// Words by which the page is found though its text lacks them: names of axes, aliases, numbers.
    package var keywords: [String]
    /// Names of the page and of what it is about, of which some words are stop words, and numbers: «О проекте», `520`.
    package var names: [String]
    /// Names of that sort which it mentions: «Моя школа».
    package var mentionedNames: [String]
    /// The whole text without markup; a line break where a block ends.
    ///
    /// Files stand behind it (``file(named:_:)``).
    package var body: String
    /// For each facet of the configuration, in its order, the ordinals of the page's values.
    package var facets: [[Int]]
    /// Few steps (0 for most pages); of two equally good results the one of greater importance stands first.
    package var importance: Int

    package init(
        url: String, title: String, label: String = "", summary: String = "", headings: [String] = [],
        keywords: [String] = [], names: [String] = [], mentionedNames: [String] = [], body: String = "",
        facets: [[Int]] = [], importance: Int = 0
    ) {
        self.url = url
        self.title = title
        self.label = label
        self.summary = summary
        self.headings = headings
        self.keywords = keywords
        self.names = names
        self.mentionedNames = mentionedNames
        self.body = body
        self.facets = facets
        self.importance = importance
    }

    /// What begins a file behind the text of a page: a form feed, which parts words like a space.
    package static let fileMark: UInt8 = 0x0C

    /// The words of a file that a page offers, to stand behind the page's own text: snippets say that they are of it.
    package static func file(named name: String, _ text: String) -> String {
        "\n\u{C}" + name.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" + text
    }

    /// The order in which ids are given: greater importance first, then by address, byte for byte.
    ///
    /// Ids so stay the same while the set of pages does.
    package static func precedes(
        _ left: (importance: Int, url: String), _ right: (importance: Int, url: String)
    ) -> Bool {
        if left.importance != right.importance { return left.importance > right.importance }
        return left.url.utf8.lexicographicallyPrecedes(right.url.utf8)
    }
}

/// A file of the index: its path below the site's root and its bytes.
package struct SearchFile: Sendable, Equatable {
    /// The path, for example `search/t0/12-k3x9q.js`.
    package let path: String
    /// The whole contents, UTF-8.
    package let bytes: [UInt8]
}

import Files

/// Where a page or a file of the site stands: its path from the site's root, `practices/kvest.html`.
///
/// It is no source path (`practices/kvest.md` below `content/`), and no page links with it: a link is the way from one
/// page to another, `../practices/kvest.html`.
package struct SiteAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The path as text, without a slash at either end.
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: SiteAddress, right: SiteAddress) -> Bool { left.text < right.text }

    /// The same in lower case: disks that do not know letter case take two addresses for one.
    package func lowercased() -> SiteAddress { SiteAddress(text.lowercased()) }

    /// The address of a page without its ending.
    package var stem: Substring { text.dropLast(".html".utf8.count) }

    /// The address of a page that belongs to this one: `practices/kvest.html` with `print.html` gives
    /// `practices/kvest.print.html`.
    package func companion(_ ending: String) -> SiteAddress { SiteAddress("\(stem).\(ending)") }

    /// The same page as Markdown: `practices/kvest.html.md`.
    package var twin: SiteAddress { SiteAddress(text + OnlineFiles.twinEnding) }

    /// What tells the files of a page apart (``DataFiles/file(ofPage:_:)``); nothing for a file of another page.
    package func ending(ofFileOf page: SiteAddress) -> String? {
        let beginning = "data/\(page.stem)"
        return text.hasPrefix(beginning) ? String(text.dropFirst(beginning.count)) : nil
    }

    /// How many folders it lies below the root.
    package var depth: Int { text.utf8.reduce(into: 0) { if $1 == UInt8(ascii: "/") { $0 += 1 } } }

    /// Whether it lies in a folder that belongs to the program.
    package var isInProgramFolder: Bool {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return SitePages.folders.contains(String(text[..<slash]))
    }
}

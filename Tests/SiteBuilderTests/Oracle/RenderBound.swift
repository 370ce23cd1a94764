import Foundation

/// Which pages may be made again although not a byte of them changes.
///
/// A page whose bytes change has to be made. Of the others a build may make those alone that were given another answer
/// which they happen not to show: a list asks for the front matter of all that it lists, a page of the theme as a whole.
/// How far each edit reaches stands in ``SiteChange/reach``; a page out of its reach that is made again has lost its
/// trace, or asks for more than it shows.
enum Reach: Int, Comparable {
    /// Only what changes is made.
    case pages
    /// Lists too: home, lists of kinds and of entries, the calendar, the coverage, the glossary.
    case lists
    /// The pages of edited materials too, and of those that show one: a link, a card, a chapter.
    case neighbours
    /// Everything, as every page asks for it.
    case whole

    static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

extension SiteChange {
    /// How far an edit reaches.
    var reach: Reach {
        switch edit {
        case .nothing, .reverted: .pages
        // A text is shown on its own page alone; rows of a table are shown in lists, and a roadmap has such.
        case .body, .heading, .link, .broken, .picture, .attachment, .attachedText: isOfRows ? .lists : .pages
        case .row, .cell, .csvRow, .csvCell: .lists
        // Whether it is there: what changes on other materials is seen there.
        case .added, .copied, .removed, .renamed: .lists
        // Glossary entries are looked up word by word, so that texts without the word never asked.
        case .glossary: .lists
        // So it is with those whose links are changed with it; but of a draft no link is shown.
        case .withdrawn, .moved: .neighbours
        // A link in other words does not show the title, a card not every key of a front matter that it read.
        case .title, .summary, .directions, .municipalities, .date, .draft, .alias: .neighbours
        case .unreadable, .sameSize, .exchanged: .neighbours
        // Entries of axes stand on nearly every page; kinds, the theme and `album.yml` on each.
        case .directionName, .directionAdded, .placeAlias, .entryAhead, .entryMoved, .kindTitle, .sameSizeElsewhere:
            .whole
        // The past of an entry stands on its own page and on that of its successor.
        case .formerName, .formerID, .successor: .pages
        // A template is asked for by the pages that show it, and the edit is seen wherever it is shown.
        case .partial: .pages
        case .string, .style, .menu, .siteTitle, .edition: .whole
        }
    }

    private var isOfRows: Bool { materials.contains { $0.hasPrefix("content/roadmaps/") } }
}

/// The bound of one build.
struct RenderBound {
    let changes: [SiteChange]
    /// Whether the page of an address says something of a material of this name, before or after the edits.
    let shows: (_ address: String, _ name: String) -> Bool
    /// Whether other pages have the title of the page of an address: what a title means is asked then, and materials that
    /// come and go have a part in it.
    let hasNamesakes: (_ address: String) -> Bool

    /// Whether a page may be made although it does not change.
    func allows(_ address: String) -> Bool {
        guard let reach = changes.map(\.reach).max() else { return false }
        if reach == .whole { return true }
        if !Self.isOfMaterial(address) { return reach >= .lists }
        if reach >= .lists, hasNamesakes(address) { return true }
        return reach == .neighbours && names.contains { Self.name(of: address) == $0 || shows(address, $0) }
    }

    /// Whether an address is that of a material, or of an album on one page.
    private static func isOfMaterial(_ address: String) -> Bool {
        ["practices/", "roadmaps/", "albums/"].contains(where: address.hasPrefix) && !address.hasSuffix("/index.html")
    }

    /// Names of the edited materials.
    private var names: [String] { changes.flatMap(\.materials).map(Self.name) }

    /// A page as Markdown may be made when its page may.
    static func page(of address: String) -> String {
        address.hasSuffix(".html.md") ? String(address.dropLast(".md".count)) : address
    }

    /// A file's name without folder and ending.
    private static func name(of path: String) -> String {
        URL(fileURLWithPath: page(of: path)).deletingPathExtension().lastPathComponent
    }
}

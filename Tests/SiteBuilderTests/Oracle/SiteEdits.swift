import TestSupport

/// What an editor or a designer may do to a site between two builds.
enum SiteEdit: String, CaseIterable {
    /// Of a material.
    case body, heading, link, title, summary, directions, municipalities, date, draft, alias
    /// Of the folder.
    case added, copied, removed, renamed
    /// The same by one who looks after the links to it.
    case withdrawn, moved
    /// Of record tables, in a text and in a CSV file.
    case row, cell, csvRow, csvCell
    /// Of files beside the materials.
    case picture, attachment, attachedText
    /// Of what all materials stand on.
    case directionName, directionAdded, placeAlias, glossary, entryAhead, entryMoved, kindTitle, formerName,
        formerID, successor
    /// Of the theme and of `album.yml`.
    case partial, string, style, menu, siteTitle, edition
    /// What is wrong, and right again.
    case broken, unreadable
    /// All files are again what they were when the site was last published.
    case reverted
    /// Other bytes in as many places, written into the same file, whose time is set back: of a material, of another
    /// file; and two materials of equal size and time under each other's names.
    case sameSize, sameSizeElsewhere, exchanged
    /// A build without a change.
    case nothing
}

/// An edit that was made.
struct SiteChange: CustomStringConvertible {
    let edit: SiteEdit
    /// The paths of the materials that it was made to.
    var materials: [String] = []

    var description: String { "\(edit) \(materials.joined(separator: ", "))" }
}

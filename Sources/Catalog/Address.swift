import AlbumMarkdown
import Diagnostics
import Languages

/// The address of a page: the path of its file below `content/`, in ASCII, with `.html`.
package enum Address {
    /// The address of the page of a file below `content/`.
    ///
    /// `практики/Квест игра.md` → `praktiki/kvest-igra.html`. O(length).
    package static func page(ofPath path: String) -> SiteAddress {
        SiteAddress(MaterialFileName.stem(path).split(separator: "/").map { slug($0) }.joined(separator: "/") + ".html")
    }

    /// The path of a file to copy: letters beyond ASCII transliterated, its extension kept.
    package static func file(ofPath path: String) -> SiteAddress {
        let parts = path.split(separator: "/").map { part in
            guard let dot = part.utf8.lastIndex(of: UInt8(ascii: ".")), dot != part.startIndex else {
                return slug(part)
            }
            return slug(part[..<dot]) + "." + slug(part[part.index(after: dot)...]).lowercased()
        }
        return SiteAddress(parts.joined(separator: "/"))
    }

    /// The default id: the path without its extension.
    package static func id(ofPath path: String) -> MaterialID { MaterialID(String(MaterialFileName.stem(path))) }

    /// A file's name or an anchor made of a text: whole words, at most `limit` ASCII characters; empty for a text
    /// without letters.
    package static func shortSlug(of text: String, limit: Int) -> String {
        var result = ""
        for word in Transliteration.slug(text).split(separator: "-") {
            if !result.isEmpty, result.utf8.count + word.utf8.count >= limit { break }
            result += (result.isEmpty ? "" : "-") + word
        }
        return String(result.prefix(limit))
    }

    /// The id of something new by its name: as ``shortSlug(of:limit:)``, but for words behind which something is missing when
    /// it is cut: «ministerstvo-obrazovaniia» and not «ministerstvo-obrazovaniia-i».
    package static func newID(of text: String, limit: Int) -> String {
        let slug = shortSlug(of: text, limit: limit)
        guard slug != Transliteration.slug(text) else { return slug }
        var words = slug.split(separator: "-")
        while words.count > 1, let last = words.last, Self.leadingWords.contains(String(last)) { words.removeLast() }
        return words.joined(separator: "-")
    }

    /// Conjunctions and prepositions, as they are written in addresses.
    private static let leadingWords: Set<String> = Set(
        [
            "и", "в", "во", "на", "по", "о", "об", "с", "со", "к", "ко", "у", "от", "из", "за", "для", "при", "или",
            "а", "№",
        ]
        .map { Transliteration.slug($0) })

    /// ASCII letters, digits, `-`, `_` and `.` stay as they are; all else is transliterated.
    private static func slug(_ part: Substring) -> String {
        let isPlain = part.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                || $0 == 0x5F
                || $0 == 0x2E
        }
        if isPlain { return String(part) }
        let result = Transliteration.slug(String(part))
        return result.isEmpty ? "material" : result
    }
}

/// Checks that no two pages share an address, also where letter case does not count.
///
/// Of a draft and a published material it is told at the draft, wherever their files stand.
package enum AddressCheck {
    /// - Parameters:
    ///   - origins: in the order of their paths.
    ///   - reserved: addresses of the site's own pages.
    package static func diagnostics(_ origins: PerMaterial<MaterialOrigin>, reserved: Set<SiteAddress>)
        -> [Diagnostic]
    {
        var result: [Diagnostic] = []
        var owners: [SiteAddress: MaterialIndex] = [:]
        var ids: [String: MaterialIndex] = [:]
        // By the name of a file that no id takes the place of: links name it so, and an id comes before it.
        struct Name: Hashable {
            let root: RootID?
            let last: String
        }
        var names: [Name: MaterialIndex] = [:]
        for (index, origin) in origins.positioned {
            let parts = origin.listing.id.rawValue.split(separator: "/")
            if parts.count > 1 { names[Name(root: origin.listing.root, last: String(parts[parts.count - 1]))] = index }
        }
        for (index, origin) in origins.positioned.publishedFirst(isDraft: { $0.1.listing.isDraft }) {
            let key = origin.listing.address.lowercased()
            if reserved.contains(key) {
                result.append(Diagnostic(.reservedAddress, [origin.listing.address.text], at: origin.location))
            } else if let first = owners[key] {
                result.append(
                    Diagnostic(
                        .collidingAddress, [origin.listing.address.text], at: origin.location,
                        related: [origins[first].location]))
            }
            owners[key] = owners[key] ?? index
            let id = origin.listing.id.rawValue
            if let first = ids[id] ?? names[Name(root: origin.listing.root, last: id)] {
                result.append(
                    Diagnostic(.duplicateID, [id], at: origin.idLocation, related: [origins[first].idLocation]))
            }
            ids[id] = ids[id] ?? index
        }
        return result
    }
}

/// Checks that readers can tell materials of one kind apart by their titles.
///
/// Of a draft and a published material it is told at the draft, which came later.
package enum TitleCheck {
    /// - Parameters:
    ///   - origins: in the order of their paths.
    ///   - copies: paths of those that are told to be copies already.
    package static func diagnostics(_ origins: PerMaterial<MaterialOrigin>, copies: Set<String>)
        -> [Diagnostic]
    {
        struct Name: Hashable {
            let root: RootID?
            let kind: KindIndex
            let title: String
        }
        var owners: [Name: MaterialIndex] = [:]
        var result: [Diagnostic] = []
        for (index, origin) in origins.positioned.publishedFirst(isDraft: { $0.1.listing.isDraft })
        where !origin.isBroken && !copies.contains(origin.listing.path) {
            let name = Name(
                root: origin.listing.root, kind: origin.listing.kind, title: NameFolding.fold(origin.listing.title))
            if let first = owners[name] {
                result.append(
                    Diagnostic(
                        .sameTitle, [origin.listing.title], at: origin.titleLocation,
                        related: [origins[first].titleLocation]))
            }
            owners[name] = owners[name] ?? index
        }
        return result
    }
}

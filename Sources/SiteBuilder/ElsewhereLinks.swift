import AlbumMarkdown
import Catalog
import Files
import Formats
import Linking
import Synchronization

/// The links of a part of a site that lead to what it does not have: to the site on the web, or else they are plain text.
///
/// Works on pages as they were made, so that no way of making a link can be forgotten:
/// ```
/// <a href="../practices/kvest.html#plan">    is, with an address of the site,
/// <a href="https://album.example/practices/kvest.html#plan" data-elsewhere="" title="…">
/// and without one <span data-elsewhere="" title="…">, up to the link's end.
/// ```
/// Attributes of what the program writes stand in double quotes; a link has none within it.
final class ElsewhereLinks: Sendable {
    /// The site on the web, with a slash at the end; nothing where it has no address.
    private let site: String?
    /// What a link to the web says when it is pointed at, and what stands there in place of one.
    private let words: (link: String, text: String)
    /// Everything that the part has.
    private let present: Set<String>
    private let tally = Mutex(0)

    init(site: String?, words: (link: String, text: String), present: Set<String>) {
        self.site = site
        self.words = (HTMLEscaping.html(words.link), HTMLEscaping.html(words.text))
        self.present = present
    }

    /// How many links were found, in all pages so far.
    var count: Int { tally.withLock { $0 } }

    /// A page with its links set right; O(length).
    func settled(_ page: [UInt8], at address: SiteAddress) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(page.count + 1024)
        var (copied, index, found) = (0, 0, 0)
        // Whether the link that is open has become text.
        var isText = false
        while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if isText, page[start...].starts(with: "</a>".utf8) {
                output += page[copied..<start] + Array("</span>".utf8)
                (copied, index, isText) = (start + 4, start + 4, false)
                continue
            }
            guard page[index...].starts(with: "a ".utf8) || page[index...].starts(with: "a\n".utf8),
                let end = Self.end(of: page, from: index),
                let href = Self.value(of: "href", in: page, index + 1, end), let target = target(href.text, address)
            else { continue }
            found += 1
            output += page[copied..<start]
            if let site {
                output += page[start..<href.range.lowerBound]
                output += Array(HTMLEscaping.html(target.address.url(onSite: site)).utf8) + Array(target.rest.utf8)
                output += page[href.range.upperBound..<end] + mark(words.link, page, index + 1, end)
            } else {
                output += Array("<span".utf8) + mark(words.text, page, end, end)
                isText = true
            }
            (copied, index) = (end, end)
        }
        output += page[copied...]
        tally.withLock { [found] in $0 += found }
        return output
    }

    private func mark(_ words: String, _ page: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
        let title = Self.value(of: "title", in: page, start, end) == nil ? " title=\"\(words)\"" : ""
        return Array(" data-elsewhere=\"\"\(title)".utf8)
    }

    /// Where a link leads that the part does not have, and what stands behind the address; nothing for other links.
    private func target(_ href: String, _ page: SiteAddress) -> (address: SiteAddress, rest: Substring)? {
        let end = href.firstIndex { $0 == "#" || $0 == "?" } ?? href.endIndex
        let path = href[..<end]
        guard !path.isEmpty, !path.hasPrefix("/"), !SafeAddress.isExternal(String(href)) else { return nil }
        let written = String(path)
        guard let text = SourcePath.resolve(inFolderOf: page.text, PercentEncoding.decoded(written) ?? written),
            !present.contains(text)
        else { return nil }
        return (SiteAddress(text), href[end...])
    }

    /// The `>` that ends a tag, outside its values.
    private static func end(of page: [UInt8], from start: Int) -> Int? {
        var isQuoted = false
        return page[start...].firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ">") && !isQuoted
        }
    }

    /// The value of an attribute as it is written, between two places of a tag.
    private static func value(
        of name: String, in page: [UInt8], _ start: Int, _ end: Int
    ) -> (range: Range<Int>, text: String)? {
        let quote = UInt8(ascii: "\"")
        var index = start
        while index < end {
            guard let open = page[index..<end].firstIndex(of: quote),
                let close = page[(open + 1)..<end].firstIndex(of: quote)
            else { return nil }
            let head = page[index..<open].drop { $0 <= 0x20 }
            // Names without a value may stand before it.
            let key = head.split(separator: 0x20).last.map { Array($0) } ?? []
            if key == Array((name + "=").utf8) {
                return ((open + 1)..<close, String(decoding: page[(open + 1)..<close], as: UTF8.self))
            }
            index = close + 1
        }
        return nil
    }
}

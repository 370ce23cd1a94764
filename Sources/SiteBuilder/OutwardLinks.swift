import Catalog
import Files

/// The links of one page that lead out of a part of a site, and all that the page has of the part.
///
/// A link to a page that does not go along leads to the site's address, marked `rel="external"`; where the site has none,
/// it loses its address and is read as text. Files are named by any attribute, since scripts take them from there.
struct OutwardLinks {
    /// The page with its links as they are in the part.
    private(set) var bytes: [UInt8] = []
    /// Whatever attributes of the page name of the site: paths without what stands behind `?` and `#`.
    private(set) var named: Set<String> = []
    /// How many links lead out.
    private(set) var count = 0

    private let page: SiteAddress
    private let isOutside: (String) -> Bool
    private let site: String?

    /// O(bytes).
    /// - Parameters:
    ///   - isOutside: whether a path is that of a page, or a file for programs alone, that does not go along.
    ///   - site: the site's address, with a slash at the end.
    init(_ html: [UInt8], of page: SiteAddress, site: String?, isOutside: @escaping (String) -> Bool) {
        (self.page, self.site, self.isOutside) = (page, site, isOutside)
        bytes.reserveCapacity(html.count)
        var rest = 0
        while let open = html[rest...].firstIndex(of: UInt8(ascii: "<")) {
            bytes += html[rest..<open]
            let close = Self.end(ofTag: html, open)
            let tag = html[open..<close]
            bytes += rewritten(tag)
            rest = close
            // What a script holds is no markup.
            if Self.name(of: tag) == "script", let end = Self.end(ofScript: html, rest) {
                bytes += html[rest..<end]
                rest = end
            }
        }
        bytes += html[rest...]
    }

    private static func name(of tag: ArraySlice<UInt8>) -> String {
        String(decoding: tag.dropFirst().prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }, as: UTF8.self)
    }

    /// Behind the `>` that no quotation marks hold.
    private static func end(ofTag html: [UInt8], _ start: Int) -> Int {
        var isQuoted = false
        for index in html[start...].indices {
            if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if html[index] == UInt8(ascii: ">"), !isQuoted { return index + 1 }
        }
        return html.count
    }

    private static func end(ofScript html: [UInt8], _ start: Int) -> Int? {
        let mark = Array("</script".utf8)
        return html[start...].indices.first { html[$0...].starts(with: mark) }
    }

    private mutating func rewritten(_ tag: ArraySlice<UInt8>) -> [UInt8] {
        let name = Self.name(of: tag)
        guard !name.isEmpty else { return Array(tag) }
        var result: [UInt8] = []
        var copied = tag.startIndex
        var index = tag.startIndex
        while let equals = tag[index...].firstIndex(of: UInt8(ascii: "=")) {
            index = equals + 1
            guard index < tag.endIndex, tag[index] == UInt8(ascii: "\""),
                let end = tag[(index + 1)...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            let value = tag[(index + 1)..<end]
            index = end + 1
            guard let path = path(value) else { continue }
            guard isOutside(path) else {
                named.insert(path)
                continue
            }
            // What only programs ask for, as a feed, is not missed.
            if name == "link" { return [] }
            guard name == "a" else { continue }
            let start = tag[..<equals].lastIndex { $0 <= 0x20 } ?? equals
            guard tag[(start + 1)..<equals].elementsEqual("href".utf8) else { continue }
            result += tag[copied..<start]
            count += 1
            if let site {
                let behind = value.drop { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
                result +=
                    Array(" href=\"\(site)\(SiteAddress(path).encoded)".utf8) + behind
                    + Array("\" rel=\"external\"".utf8)
            }
            copied = index
        }
        return result + tag[copied...]
    }

    /// The path that an attribute names, from the site's root; nothing for an address elsewhere or a place on the page.
    private func path(_ value: ArraySlice<UInt8>) -> String? {
        let written = value.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard !written.isEmpty, written.first != UInt8(ascii: "/"), !written.contains(UInt8(ascii: ":")) else {
            return nil
        }
        let text = String(decoding: written, as: UTF8.self)
        var parts = page.text.split(separator: "/").dropLast().map(String.init)
        for part in (PercentEncoding.decoded(text) ?? text).split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".", "": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// Whether a text is an address on the web that may go into pages, feeds and calendars as it is.
///
/// ```
/// address = ( "https://" | "http://" ) host [ ":" digits ] [ ( "/" | "?" | "#" ) rest ]
/// host    = letters, digits, "-" and "." of any script      rest = no blanks, controls, quotes, < > \ ` { | } ^
/// ```
/// Stricter than RFC 3986 in the host and milder in the rest, where people leave Cyrillic letters as they are.
package enum WebAddress {
    package static func isOne(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.utf8.starts(with: $0.utf8) }) else {
            return false
        }
        let rest = text.unicodeScalars.dropFirst(scheme.utf8.count)
        guard rest.allSatisfy(isAllowed) else { return false }
        let authority = rest.prefix { !"/?#".unicodeScalars.contains($0) }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = parts.first, isHost(host) else { return false }
        return parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy { ("0"..."9").contains($0) }
    }

    private static func isHost(_ host: Substring.UnicodeScalarView) -> Bool {
        guard let first = host.first, first != ".", first != "-" else { return false }
        return host.allSatisfy {
            $0 == "." || $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: false
        default: !"<>\"'`\\{}|^".unicodeScalars.contains(scalar)
        }
    }
}

/// What rendered Markdown may hold: looked for in its bytes, without a parser of HTML.
///
/// ```
/// tag = "<" [ "/" ] name { space name "=" '"' value '"' } [ space "/" ] ">"
/// ```
/// Everything else that begins with `<` is a fault.
enum HTMLOracle {
    private static let elements: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
        "img",
        "br", "hr", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "del", "u", "section", "div", "span",
        "input",
        "figure", "figcaption", "aside", "wbr", "abbr", "strike", "s", "ins", "label", "b", "i",
    ]
    private static let attributes: Set<String> = [
        "href", "src", "alt", "title", "id", "class", "start", "type", "disabled", "checked", "role", "aria-label",
        "aria-labelledby", "aria-describedby", "lang", "scope", "align", "width", "height", "loading", "decoding",
        "tabindex",
        "dir", "rel", "target", "value", "aria-hidden", "hidden", "data-label", "translate", "epub:type", "colspan",
        "rowspan",
    ]
    private static let schemes = ["http:", "https:", "mailto:", "tel:"]

    /// What is wrong, in words; nothing where all is allowed.
    static func fault(in bytes: [UInt8]) -> String? {
        var place = 0
        func character() -> UInt8? { place < bytes.count ? bytes[place] : nil }
        func word() -> String {
            let start = place
            while let byte = character(), byte.isOfAName { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                place += 1
                continue
            }
            let start = place
            func fault(_ what: String) -> String {
                "\(what): " + String(decoding: bytes[start..<min(bytes.count, start + 120)], as: UTF8.self)
            }
            place += 1
            if character() == UInt8(ascii: "/") { place += 1 }
            let element = word()
            guard elements.contains(element) else { return fault("an element") }
            while let byte = character(), byte != UInt8(ascii: ">") {
                if byte == 0x20 || byte == UInt8(ascii: "/") {
                    place += 1
                    continue
                }
                let name = word()
                guard attributes.contains(name) else { return fault("an attribute \(name)") }
                guard character() == UInt8(ascii: "=") else { continue }
                place += 1
                guard character() == UInt8(ascii: "\"") else { return fault("a value without quotation marks") }
                place += 1
                let from = place
                while let byte = character(), byte != UInt8(ascii: "\"") { place += 1 }
                let value = String(decoding: bytes[from..<place], as: UTF8.self)
                guard character() != nil else { return fault("a value without an end") }
                place += 1
                if name == "href" || name == "src", !leadsWhereItMay(value) { return fault("an address \(value)") }
            }
            guard character() != nil else { return fault("a tag without an end") }
            place += 1
        }
        return nil
    }

    /// As a browser reads it: without spaces and control characters around and lines within, references resolved.
    private static func leadsWhereItMay(_ written: String) -> Bool {
        let text = written.replacing("&amp;", with: "&").replacing("&#x3A;", with: ":").replacing("&colon;", with: ":")
            .unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        let plain = String(String.UnicodeScalarView(text)).lowercased()
        guard let colon = plain.firstIndex(of: ":") else { return true }
        let before = plain[..<colon]
        if before.contains(where: { "/?#".contains($0) }) || before.isEmpty { return true }
        return schemes.contains(String(plain[...colon]))
    }
}

extension UInt8 {
    fileprivate var isOfAName: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ":")
    }
}

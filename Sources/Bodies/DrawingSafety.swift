/// Reads an SVG picture strictly: what it would run, fetch or cannot be read makes it unfit.
///
/// Allowed are elements of drawing, text, gradients and filters, with addresses inside the drawing (`#id`) and pictures
/// as `data:image/png` or `jpeg`. Comments, the XML declaration and a document type without a subset pass. O(bytes).
enum DrawingSafety {
    /// Elements that run, embed or animate an address.
    private static let refused: Set<String> = [
        "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "link",
        "animate", "set", "meta", "base", "html", "body",
    ]

    /// The first thing that is unfit, for a message; nothing for an inert drawing.
    static func danger(_ bytes: [UInt8]) -> String? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return "не UTF-8" }
        var index = 0
        var styleStart: Int?
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            if let start = styleStart {
                if let danger = styleDanger(bytes[start..<index]) { return danger }
                styleStart = nil
            }
            switch piece(bytes, index) {
            case .passed(let end): index = end
            case .unfit(let reason): return reason
            case .tag(let end):
                let text = bytes[index + 1..<end - 1]
                if let danger = tagDanger(text) { return danger }
                if name(text) == "style" { styleStart = end }
                index = end
            }
        }
        return nil
    }

    private enum Piece {
        case passed(Int)
        case tag(Int)
        case unfit(String)
    }

    /// What begins with the `<` at `start`, and where it ends.
    private static func piece(_ bytes: [UInt8], _ start: Int) -> Piece {
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) { return end(bytes, start + 4, "-->").map { .passed($0) } ?? .unfit("<!--") }
        if rest.starts(with: "<?xml ".utf8) { return end(bytes, start, "?>").map { .passed($0) } ?? .unfit("<?xml") }
        if rest.starts(with: "<?".utf8) { return .unfit("<?…?>") }
        if rest.starts(with: "<![CDATA[".utf8) { return .unfit("<![CDATA[") }
        var quote: UInt8?
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
                return .unfit("<!DOCTYPE […]>")
            } else if byte == UInt8(ascii: ">") {
                return bytes[start + 1] == UInt8(ascii: "!") ? .passed(index + 1) : .tag(index + 1)
            }
            index += 1
        }
        return .unfit("незакрытый тег")
    }

    private static func end(_ bytes: [UInt8], _ start: Int, _ mark: String) -> Int? {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        return nil
    }

    /// The element's name without its prefix, in small letters; of a closing tag, empty.
    private static func name(_ tag: ArraySlice<UInt8>) -> String {
        let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self).lowercased()
    }

    private static func tagDanger(_ tag: ArraySlice<UInt8>) -> String? {
        let element = name(tag)
        if refused.contains(element) || element.hasPrefix("animate") { return "<\(element)>" }
        var rest = tag.drop { $0 > 0x20 }
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let words = String(decoding: rest[..<equals], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let attribute = words.last?.split(separator: ":").last?.lowercased() ?? ""
            var value = rest[(equals + 1)...].drop { $0 <= 0x20 }
            guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = value.dropFirst().firstIndex(of: quote)
            else { return attribute.isEmpty ? "=" : attribute }
            value = value[(value.startIndex + 1)..<end]
            if let danger = attributeDanger(attribute, value) { return danger }
            rest = rest[(end + 1)...]
        }
        return nil
    }

    private static func attributeDanger(_ name: String, _ value: ArraySlice<UInt8>) -> String? {
        if name.hasPrefix("on") { return name }
        let text = String(decoding: value, as: UTF8.self).trimmingWhiteSpace.lowercased()
        if ["href", "src", "base"].contains(name) {
            let isInside = text.hasPrefix("#") || text.isEmpty
            let isPicture = ["png", "jpeg", "jpg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0);") }
            return isInside || isPicture ? nil : "\(name)=…"
        }
        return styleDanger(value)
    }

    /// Addresses in styles lead inside the drawing; nothing is imported, no letter is hidden behind `\` or `&`.
    private static func styleDanger(_ style: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: style, as: UTF8.self).lowercased()
        if text.contains("@import") { return "@import" }
        for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
            let goal = part.drop { " \t\n\"'".contains($0) }
            if !goal.hasPrefix("#"), !goal.hasPrefix("&quot;#") { return "url(…)" }
        }
        // Written otherwise, an address would not be seen as one.
        if text.contains("&#") { return "&#" }
        return text.contains("\\") || text.contains("javascript:") ? "\\" : nil
    }
}

extension String {
    /// Without white space and control characters at its ends, as browsers read addresses.
    fileprivate var trimmingWhiteSpace: Substring {
        var rest = self[...]
        while let first = rest.unicodeScalars.first, first.value <= 0x20 { rest = rest.dropFirst() }
        while let last = rest.unicodeScalars.last, last.value <= 0x20 { rest = rest.dropLast() }
        return rest
    }
}

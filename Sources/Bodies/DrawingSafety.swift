/// Reads an SVG picture strictly: what is not known to be inert makes it unfit.
///
/// Known are elements of drawing, text, gradients and filters, functions of colours, shapes and transformations, addresses
/// inside the drawing (`#id`) and pictures as `data:image/png` or `jpeg`. Elements with a prefix are other programs' own, for
/// namespaces that browsers act upon may not be named. The text is UTF-8 and says nothing else, since a browser would read
/// other letters than were looked at; a document type is that of SVG alone, since others bring names for signs. O(bytes).
enum DrawingSafety {
    /// Elements that draw or describe, in small letters as all names here.
    private static let elements = names(
        """
        svg g defs symbol use switch view a title desc metadata style path rect circle ellipse line polyline \
        polygon image text tspan tref textpath marker pattern clippath mask lineargradient radialgradient \
        stop filter font font-face font-face-src font-face-name glyph missing-glyph hkern vkern flowroot \
        flowregion flowpara flowspan solidcolor feblend fecolormatrix fecomponenttransfer fecomposite \
        feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca \
        fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset \
        fepointlight fespecularlighting fespotlight fetile feturbulence
        """)
    /// Elements that run, embed or animate an address, whatever their prefix.
    private static let refused = names(
        """
        script foreignobject iframe object embed audio video handler listener link animate set meta base \
        html body img form button input
        """)
    /// Functions in styles and attributes that fetch nothing.
    private static let functions = names(
        """
        url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix icc-color matrix matrix3d translate \
        translatex translatey translatez translate3d scale scalex scaley scale3d rotate rotatex rotatey \
        rotatez rotate3d skew skewx skewy perspective calc min max clamp var blur brightness contrast \
        drop-shadow grayscale hue-rotate invert opacity saturate sepia inset circle ellipse polygon path \
        cubic-bezier steps not is where nth-child nth-of-type local format
        """)
    private static let rules: Set<String> = [
        "media", "supports", "keyframes", "-webkit-keyframes", "font-face", "page", "charset",
    ]
    private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
    /// Of the namespaces of the W3C those of drawings and of what is said of them.
    private static let namespaces: Set<String> = [
        "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/xml/1998/namespace",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#",
    ]

    private static func names(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// The first thing that is unfit, for a message; nothing for an inert drawing.
    static func danger(_ bytes: [UInt8]) -> String? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return "не UTF-8" }
        if bytes.contains(where: { $0 < 0x20 && !$0.isMarkupSpace }) { return "управляющий знак" }
        var index = 0
        var styleStart: Int?
        var hasRoot = false
        while index < bytes.count {
            let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            if let danger = entityDanger(bytes[index..<next]) { return danger }
            if let start = styleStart {
                // What a browser takes for one style is looked at as one.
                guard bytes[next...].starts(with: "</".utf8) else { return "<style>…<" }
                if let danger = styleDanger(bytes[start..<next]) { return danger }
                styleStart = nil
            }
            index = next
            guard index < bytes.count else { break }
            switch piece(bytes, index) {
            case .passed(let end): index = end
            case .unfit(let reason): return reason
            case .tag(let end):
                let text = bytes[index + 1..<end - 1]
                if let danger = entityDanger(text) ?? tagDanger(text) { return danger }
                let element = name(text).name
                if !hasRoot, element != "svg" { return "<\(element)>" }
                hasRoot = true
                if element == "style", text.last != UInt8(ascii: "/") { styleStart = end }
                index = end
            }
        }
        return hasRoot && styleStart == nil ? nil : "<svg>"
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
        if rest.starts(with: "<?xml ".utf8) {
            guard let end = end(bytes, start, "?>"), declaresUTF8(bytes[start..<end]) else { return .unfit("<?xml…?>") }
            return .passed(end)
        }
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
                guard bytes[start + 1] == UInt8(ascii: "!") else { return .tag(index + 1) }
                return isTypeOfDrawing(bytes[start...index]) ? .passed(index + 1) : .unfit("<!DOCTYPE …>")
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

    /// Whether an XML declaration names no encoding but the one that was looked at.
    private static func declaresUTF8(_ declaration: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: declaration, as: UTF8.self).lowercased()
        guard text.contains("encoding") else { return true }
        return text.contains(/encoding\s*=\s*["'](utf-?8|us-ascii)["']/)
    }

    /// Whether a document type is one of SVG's, which name no signs.
    private static func isTypeOfDrawing(_ declaration: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: declaration, as: UTF8.self)
        let pattern = /(?i)<!DOCTYPE\s+svg(\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [A-Za-z0-9. ]*\/\/EN"\s+"[^"]*")?\s*>/
        return text.wholeMatch(of: pattern) != nil
    }

    /// Signs are named by their number or by the five names that XML has.
    private static func entityDanger(_ text: ArraySlice<UInt8>) -> String? {
        for part in text.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
            let name = String(decoding: part.prefix { $0 != UInt8(ascii: ";") }.prefix(12), as: UTF8.self)
            if !name.hasPrefix("#"), !entities.contains(name) { return "&\(name);" }
        }
        return nil
    }

    /// The element's name without its prefix, in small letters; of a closing tag, empty.
    private static func name(_ tag: ArraySlice<UInt8>) -> (name: String, hasPrefix: Bool) {
        let parts = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }.split(separator: UInt8(ascii: ":"))
        return (String(decoding: parts.last ?? [], as: UTF8.self).lowercased(), parts.count > 1)
    }

    private static func tagDanger(_ tag: ArraySlice<UInt8>) -> String? {
        let (element, hasPrefix) = name(tag)
        let isClosing = tag.first == UInt8(ascii: "/")
        if refused.contains(element) || element.hasPrefix("animate") { return "<\(element)>" }
        if !isClosing, !hasPrefix, !elements.contains(element) { return "<\(element)>" }
        var rest = tag.drop { $0 > 0x20 }
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let words = String(decoding: rest[..<equals], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            let attribute = words.last.map { $0.lowercased() } ?? ""
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

    /// - Parameter fullName: in small letters, with its prefix.
    private static func attributeDanger(_ fullName: String, _ value: ArraySlice<UInt8>) -> String? {
        let parts = fullName.split(separator: ":")
        let name = parts.last.map(String.init) ?? ""
        if name.hasPrefix("on") { return name }
        let text = String(decoding: value, as: UTF8.self).trimmingWhiteSpace.lowercased()
        if parts.first == "xmlns" {
            let isOther = !text.contains("w3.org") && !text.contains("mozilla") && !text.contains("&")
            return isOther || namespaces.contains(text) ? nil : "\(fullName)=…"
        }
        if ["href", "src", "base"].contains(name) {
            let isInside = text.hasPrefix("#") || text.isEmpty
            let isPicture = ["png", "jpeg", "jpg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0);") }
            return isInside || isPicture ? nil : "\(name)=…"
        }
        // What other programs keep, and what is read aloud, is no style.
        if parts.count > 1 || ["id", "class"].contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-") {
            return nil
        }
        return styleDanger(value)
    }

    /// Addresses in styles lead inside the drawing; nothing is imported, no letter is hidden behind `\` or `&`.
    private static func styleDanger(_ style: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: style, as: UTF8.self).lowercased()
        for part in text.split(separator: "@", omittingEmptySubsequences: false).dropFirst() {
            let rule = part.prefix { $0.isLetter || $0 == "-" }
            if !rules.contains(String(rule)) { return "@\(rule)" }
        }
        let parts = text.split(separator: "(", omittingEmptySubsequences: false)
        for (before, behind) in zip(parts, parts.dropFirst()) {
            let function = String(before.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "-" }.reversed())
            if !function.isEmpty, !functions.contains(function) { return "\(function)(…)" }
            let goal = behind.drop { " \t\r\n\"'".contains($0) }
            if function == "url", !goal.hasPrefix("#"), !goal.hasPrefix("&quot;#") { return "url(…)" }
        }
        // Written otherwise, an address would not be seen as one.
        if text.contains("&#") { return "&#" }
        return text.contains("\\") || text.contains("javascript:") ? "\\" : nil
    }
}

extension UInt8 {
    fileprivate var isMarkupSpace: Bool { self == 0x09 || self == 0x0A || self == 0x0D }
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

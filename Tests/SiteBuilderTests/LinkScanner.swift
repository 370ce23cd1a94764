/// Reads the tags of an HTML page: names and attributes, nothing else.
///
/// ```
/// tag = "<" name { name [ "=" ( '"' … '"' | "'" … "'" | word ) ] } ">"
/// ```
/// Made for pages that the program wrote: what stands in comments, `<script>` and `<style>` is passed over, and a page
/// that is not well-formed is no concern of it. O(bytes).
struct LinkScanner {
    struct Tag {
        /// Lower case.
        let name: String
        /// In the order of the page; values with their entities decoded.
        let attributes: [(name: String, value: String)]

        /// The first value of an attribute.
        subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// Opening tags, in order.
    private(set) var tags: [Tag] = []
    /// Texts of `<title>` outside pictures: the first.
    private(set) var title = ""
    /// Texts of script elements.
    private(set) var scripts: [String] = []

    private let bytes: [UInt8]
    private var index = 0

    init(_ page: [UInt8]) {
        bytes = page
        while let start = find(UInt8(ascii: "<"), from: index) {
            index = start + 1
            if matches("!--") {
                index = find("-->", from: index).map { $0 + 3 } ?? bytes.count
            } else if index < bytes.count, Self.isLetter(bytes[index]) {
                read()
            }
        }
    }

    /// Every `id`.
    var ids: [String] { tags.compactMap { $0["id"] } }

    /// Addresses that the page leads to or loads.
    var addresses: [String] {
        tags.flatMap { tag in
            ["href", "src", "action", "poster", "data"].compactMap { tag[$0] }
                + (tag["srcset"].map {
                    $0.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
                } ?? [])
        }
    }

    // MARK: Reading

    private mutating func read() {
        let name = word { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }.lowercased()
        var attributes: [(name: String, value: String)] = []
        while true {
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { break }
            let attribute = word {
                $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
            }
            guard !attribute.isEmpty else { break }
            attributes.append((attribute.lowercased(), value()))
        }
        index = min(index + 1, bytes.count)
        tags.append(Tag(name: name, attributes: attributes))
        if ["script", "style", "title"].contains(name) { readText(of: name) }
    }

    private mutating func value() -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
        index += 1
        guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else {
            return Self.decoded(word { $0 > 0x20 && $0 != UInt8(ascii: ">") })
        }
        let quote = bytes[index]
        index += 1
        let text = word { $0 != quote }
        index = min(index + 1, bytes.count)
        return Self.decoded(text)
    }

    private mutating func readText(of name: String) {
        let end = find("</" + name, from: index) ?? bytes.count
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        if name == "script" { scripts.append(text) }
        if name == "title", title.isEmpty { title = text }
        index = end
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = index
        skip(belongs)
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skip(_ belongs: (UInt8) -> Bool) {
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
    }

    private func matches(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private func find(_ byte: UInt8, from start: Int) -> Int? { bytes[start...].firstIndex(of: byte) }

    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var next = start
        while let found = find(wanted[0], from: next) {
            if bytes[found...].starts(with: wanted) { return found }
            next = found + 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

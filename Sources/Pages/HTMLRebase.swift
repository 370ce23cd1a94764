import Catalog
import Linking

/// Moves HTML that the program itself made to another page: relative addresses are seen from there, anchors get a
/// prefix, headings go down some levels, and links to what is printed on the target stay there.
///
/// Not a parser of HTML at large: it knows that every attribute is quoted with `"` and no text holds a bare `<`, since
/// the Markdown layer wrote it. One pass, O(length).
struct HTMLRebase {
    /// Where the HTML was made for.
    let page: String
    /// Where it goes.
    let target: String
    var prefix = ""
    /// How many levels headings go down.
    var headingShift: UInt8 = 2
    /// Anchors on the target by the addresses of the pages that are printed there.
    ///
    /// The anchors inside such a page have
    /// its anchor and a hyphen before them.
    var anchors: [String: String] = [:]

    func moved(_ html: String) -> String {
        var mover = Mover(way: self)
        var html = html
        html.withUTF8 { mover.move($0) }
        return String(decoding: mover.output, as: UTF8.self)
    }

    private struct Mover {
        let way: HTMLRebase
        var output: [UInt8] = []

        mutating func move(_ bytes: UnsafeBufferPointer<UInt8>) {
            output.reserveCapacity(bytes.count + bytes.count / 8)
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "<") {
                    index = tag(bytes, from: index)
                } else {
                    output.append(bytes[index])
                    index += 1
                }
            }
        }

        /// Copies one tag and returns the place behind it.
        private mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            var index = start
            index = headingLevel(bytes, from: start)
            var nameStart = index
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                let byte = bytes[index]
                output.append(byte)
                index += 1
                if byte == UInt8(ascii: " ") { nameStart = index }
                guard byte == UInt8(ascii: "\"") else { continue }
                let valueStart = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
                let name = bytes[nameStart..<max(nameStart, valueStart - 2)]
                value(bytes[valueStart..<index], of: String(decoding: name, as: UTF8.self))
                if index < bytes.count { output.append(bytes[index]) }
                index += 1
            }
            return index
        }

        /// `<h2` becomes, say, `<h4`; what begins a tag otherwise is copied.
        private mutating func headingLevel(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            var index = start
            output.append(bytes[index])
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
                output.append(bytes[index])
                index += 1
            }
            guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[index + 1])
            else {
                return index
            }
            output.append(bytes[index])
            output.append(min(bytes[index + 1] + way.headingShift, 0x36))
            return index + 2
        }

        private mutating func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, of attribute: String) {
            let text = String(decoding: bytes, as: UTF8.self)
            switch attribute {
            case "id", "aria-labelledby", "aria-describedby", "for":
                let ids = text.split(separator: " ").map { way.prefix + $0 }
                output.append(contentsOf: ids.joined(separator: " ").utf8)
            case "href", "src": output.append(contentsOf: address(text).utf8)
            default: output.append(contentsOf: bytes)
            }
        }

        private func address(_ text: String) -> String {
            if text.hasPrefix("#") { return "#" + way.prefix + text.dropFirst() }
            if text.hasPrefix("/") || text.utf8.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
                return text
            }
            let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            guard let path = SourcePath.resolve(inFolderOf: way.page, String(parts[0])) else { return text }
            if let anchor = way.anchors[path] { return "#" + anchor + (parts.count > 1 ? "-" + parts[1] : "") }
            let moved = RelativeAddress.make(from: way.target, to: path)
            return parts.count > 1 ? moved + "#" + parts[1] : moved
        }
    }
}

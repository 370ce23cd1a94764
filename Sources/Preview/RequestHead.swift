/// The first lines of an HTTP request, read strictly.
///
/// Grammar (RFC 9112), with a line feed alone taken for a line end, as servers do:
/// ```
/// head   = method SP target SP "HTTP/1." digit EOL *( name ":" value EOL ) EOL
/// method = token   target = no blanks   name = token
/// ```
struct RequestHead: Sendable, Hashable {
    /// As sent: methods are compared with their case.
    let method: String
    /// The target up to its `?`, percent-encoded as sent.
    let path: String
    /// What stands behind the `?`, percent-encoded as sent; empty where nothing does.
    let query: String
    /// Values of `Host`, in lower case: one, in a request that is right.
    let hosts: [String]
    /// Values of `Origin`, which browsers send with what may change something.
    let origins: [String]
    /// How many bytes follow, as `Content-Length` says: nothing where it is absent, said twice or no number, and where
    /// `Transfer-Encoding` says something else.
    let bodyLength: Int?

    /// A head of more bytes than this is refused: browsers send some 1,000.
    static let largestByteCount = 16 << 10

    /// Reads a head with the empty line that ends it; nothing when it is none.
    ///
    /// O(bytes).
    init?(_ bytes: ArraySlice<UInt8>) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard lines.count >= 2 else { return nil }
        let words = lines.removeFirst().split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, Self.isToken(words[0]), !words[1].isEmpty, Self.isVersion(words[2]) else { return nil }
        var values: [String: [String]] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon]) else { return nil }
            let name = Self.lowercased(line[..<colon])
            if Self.wanted.contains(name) { values[name, default: []].append(Self.lowercased(line[(colon + 1)...])) }
        }
        method = String(decoding: words[0], as: UTF8.self)
        let path = words[1].prefix { $0 != UInt8(ascii: "?") }
        self.path = String(decoding: path, as: UTF8.self)
        query = String(decoding: words[1].dropFirst(path.count + 1), as: UTF8.self)
        hosts = values["host"] ?? []
        origins = values["origin"] ?? []
        let lengths = values["content-length"] ?? []
        let isPlain = lengths.count == 1 && values["transfer-encoding"] == nil
        let isNumber = lengths.first.map {
            !$0.isEmpty && $0.utf8.count < 16 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        bodyLength = isPlain && isNumber == true ? Int(lengths[0]) : nil
    }

    private static let wanted: Set<String> = ["host", "origin", "content-length", "transfer-encoding"]

    private static func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 8 && word.starts(with: "HTTP/1.".utf8) && word.last.map { (0x30...0x39).contains($0) } == true
    }

    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Without the blanks around it.
    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        let inner = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        let end = inner.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? inner.startIndex
        return String(decoding: inner[..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

import Files

/// What a form has sent: names and values, as `application/x-www-form-urlencoded` (WHATWG URL, 5.1).
struct FormData: Sendable {
    /// In the order in which they were sent.
    let pairs: [(name: String, value: String)]
    /// As it was sent.
    let encoded: [UInt8]

    /// Pairs that are no UTF-8 are left out; O(bytes).
    init(encoded bytes: [UInt8]) {
        encoded = bytes
        pairs = bytes.split(separator: UInt8(ascii: "&")).compactMap { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            guard let decoded = Self.decoded(name), let value = Self.decoded(pair.dropFirst(name.count + 1)) else {
                return nil
            }
            return (decoded, value)
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
        return PercentEncoding.decoded(String(decoding: spaced, as: UTF8.self))
    }

    /// The first value of a name, its line ends as `\n`.
    subscript(name: String) -> String? { pairs.first { $0.name == name }.map { Self.normalised($0.value) } }

    /// Whether a name was sent, as that of the button that was pressed.
    func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    private static func normalised(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

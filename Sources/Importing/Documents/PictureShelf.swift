import Formats

/// Pictures of a document that go into files beside the material.
struct PictureShelf {
    /// What became of one.
    enum Place {
        /// The name of its file.
        case name(String)
        /// It lies at an address and not in the document.
        case outer
        /// There is no such part, or browsers do not show what it is; its name.
        case unfit(String)
    }

    private let base: String
    private let find: (String) -> [UInt8]?
    private var names: [String: String] = [:]
    /// In the order of the text.
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    private static let mostFiles = 200

    /// - Parameters:
    ///   - base: how names begin: `kvest` gives `kvest-1.png`.
    ///   - find: the bytes that the document has for an address.
    init(base: String, find: @escaping (String) -> [UInt8]?) {
        self.base = base
        self.find = find
    }

    mutating func name(of address: String) -> Place {
        if let name = names[address] { return .name(name) }
        let data = address.hasPrefix("data:") ? DataAddress.bytes(address) : nil
        if data == nil, address.contains("://") { return .outer }
        let shown =
            address.hasPrefix("data:") ? "data:" : address.split(separator: "/").last.map(String.init) ?? address
        guard let bytes = data ?? find(address), let end = Self.end(of: bytes), files.count < Self.mostFiles else {
            return .unfit(shown)
        }
        let name = "\(base)-\(files.count + 1).\(end)"
        names[address] = name
        files.append((name, bytes))
        return .name(name)
    }

    /// By its first bytes, whatever it is called: what browsers show and a site may publish.
    static func end(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "gif" }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return "webp" }
        return nil
    }
}

/// Addresses that hold what they lead to (RFC 2397), in Base64.
package enum DataAddress {
    static func bytes(_ address: String) -> [UInt8]? {
        guard let comma = address.utf8.firstIndex(of: UInt8(ascii: ",")), address[..<comma].hasSuffix(";base64") else {
            return nil
        }
        var result: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in address[address.utf8.index(after: comma)...].utf8 {
            guard let value = value(byte) else {
                if byte == UInt8(ascii: "=") || byte <= 0x20 { continue }
                return nil
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

/// Which addresses a page may link to: http, https, mailto, tel, and paths inside the site.
///
/// Judged is what a browser makes of an address: it drops control characters and the spaces around, and takes `\` for
/// `/`. Entities are decoded before an address gets here.
package enum SafeAddress {
    /// Whether an address may stand in a page.
    package static func isAllowed(_ address: String) -> Bool {
        var address = address
        return address.withUTF8 { isAllowed($0) }
    }

    /// The same for UTF-8 bytes.
    package static func isAllowed(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        var scheme: [UInt8] = []
        for byte in address where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"): return allowedSchemes.contains(scheme)
            case UInt8(ascii: "/"), UInt8(ascii: "\\"):
                // Two of them at the beginning name another host.
                if scheme == [UInt8(ascii: "/")] { return false }
                if !scheme.isEmpty { return true }
                scheme = [UInt8(ascii: "/")]
            case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
            default:
                if scheme.first == UInt8(ascii: "/") { return true }
                guard byte.isASCIIAlphanumeric || "+-.".utf8.contains(byte) else { return true }
                scheme.append(byte.isASCIILetter ? byte | 0x20 : byte)
            }
        }
        return true
    }

    /// Whether an allowed address leads out of the site: it has a scheme.
    package static func isExternal(_ address: String) -> Bool {
        for byte in address.utf8 {
            if byte == UInt8(ascii: ":") { return true }
            guard byte.isASCIIAlphanumeric || "+-.".utf8.contains(byte) else { return false }
        }
        return false
    }

    private static let allowedSchemes: Set<[UInt8]> = Set(
        ["http", "https", "mailto", "tel"].map { Array($0.utf8) })
}

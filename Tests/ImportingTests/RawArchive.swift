import Foundation

/// Archives as no honest program writes them: any name, any claim.
struct RawArchive {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8] = []
        /// Mode of Unix; none: nothing is said.
        var mode: UInt32?

        init(_ name: String, _ content: String = "x", mode: UInt32? = nil) {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
            self.mode = mode
        }

        init(_ name: String, bytes: [UInt8]) {
            self.name = Array(name.utf8)
            content = bytes
        }
    }

    /// Stored entries in their order (PKWARE APPNOTE 4.3).
    static func bytes(_ entries: [Entry]) -> [UInt8] {
        var (whole, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let start = UInt32(whole.count)
            let size = UInt32(entry.content.count)
            let common: [(size: Int, value: UInt32)] = [
                (2, 20), (2, 0x800), (2, 0), (2, 0), (2, 0x21), (4, crc(entry.content)), (4, size), (4, size),
                (2, UInt32(entry.name.count)), (2, 0),
            ]
            append([(4, 0x0403_4B50)] + common, to: &whole)
            whole += entry.name + entry.content
            append([(4, 0x0201_4B50), (2, entry.mode == nil ? 20 : 0x0314)] + common, to: &directory)
            append([(2, 0), (2, 0), (2, 0), (4, (entry.mode ?? 0) << 16), (4, start)], to: &directory)
            directory += entry.name
        }
        let (count, length) = (UInt32(entries.count), UInt32(directory.count))
        var end: [UInt8] = []
        append(
            [(4, 0x0605_4B50), (4, 0), (2, count), (2, count), (4, length), (4, UInt32(whole.count)), (2, 0)], to: &end)
        return whole + directory + end
    }

    /// Numbers, the lowest byte first.
    private static func append(_ fields: [(size: Int, value: UInt32)], to bytes: inout [UInt8]) {
        for field in fields {
            for place in 0..<field.size { bytes.append(UInt8(truncatingIfNeeded: field.value >> UInt32(8 * place))) }
        }
    }

    /// CRC-32 of ISO 3309.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

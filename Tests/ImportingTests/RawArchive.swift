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
            let start = whole.count
            let sizes =
                number(crc(entry.content), 4) + number(UInt32(entry.content.count), 4)
                + number(UInt32(entry.content.count), 4)
            let common =
                number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + sizes
                + number(UInt32(entry.name.count), 2) + number(0, 2)
            whole += number(0x0403_4B50, 4) + common + entry.name + entry.content
            let made = entry.mode == nil ? number(20, 2) : number(0x0314, 2)
            directory +=
                number(0x0201_4B50, 4) + made + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number((entry.mode ?? 0) << 16, 4) + number(UInt32(start), 4) + entry.name
        }
        let count = number(UInt32(entries.count), 2)
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + count + count + number(UInt32(directory.count), 4)
            + number(UInt32(whole.count), 4) + number(0, 2)
        return whole + directory + end
    }

    private static func number(_ value: UInt32, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}

import Foundation

/// Whose program holds the other end of a connection on this machine.
///
/// Everybody who works on a machine reaches its 127.0.0.1; what may be changed there is for one of them. Linux tells of each
/// connection who opened it (`/proc/net/tcp`, proc(5)).
enum PeerOwner {
    /// Whether the other end is held by the user of this program or by the system's own.
    ///
    /// Where the system does not tell of connections, it is. O(connections of the machine).
    ///
    /// - Parameters:
    ///   - peer: the port of the other end.
    ///   - own: the port of this end.
    static func isTrusted(_ peer: UInt16, connectedTo own: UInt16) -> Bool {
        // A program that speaks both versions of the protocol is in the second list. Their size is 0 until they are read.
        let lists = ["/proc/net/tcp", "/proc/net/tcp6"].compactMap {
            try? FileHandle(forReadingAtPath: $0)?.readToEnd()
        }
        guard !lists.isEmpty else { return true }
        let users = lists.lazy.compactMap { user(String(decoding: $0, as: UTF8.self), peer, own) }
        return users.first.map(trusted.contains) ?? false
    }

    /// Who began the connection between two ports of 127.0.0.1, as a list of connections has it; nothing where it has none such.
    static func user(_ list: String, _ peer: UInt16, _ own: UInt16) -> uid_t? {
        for line in list.utf8.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 8).map { Substring($0) }
            guard fields.count > 7, isEnd(fields[1], peer), isEnd(fields[2], own) else { continue }
            return uid_t(fields[7])
        }
        return nil
    }

    /// `0100007F:1F90`, with more before it in the second list.
    private static func isEnd(_ field: Substring, _ port: UInt16) -> Bool {
        let parts = field.split(separator: ":")
        return parts.count == 2 && parts[0].hasSuffix("0100007F") && UInt16(parts[1], radix: 16) == port
    }

    /// Who runs this program, in whose name it was begun by sudo, and the system's own.
    private static let trusted: Set<uid_t> = {
        let begun = ProcessInfo.processInfo.environment["SUDO_UID"].flatMap { uid_t($0) }
        return Set([0, geteuid(), getuid()] + (begun.map { [$0] } ?? []))
    }()
}

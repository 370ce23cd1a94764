import Files

/// The file systems of a machine, as far as they are of those that other machines may change unseen.
///
/// Read from `/proc/self/mountinfo`, a line for each, with the place in the fifth field and the type behind ` - `:
/// ```
/// 36 35 98:0 / /mnt/school rw,noatime shared:1 - nfs4 server:/school rw
/// ```
struct Mounts: Sendable {
    private let typesByPlace: [(place: String, type: String)]

    /// Network shares, and folders that a virtual machine has of its host.
    private static let remoteTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "vboxsf", "prl_fs", "virtiofs",
    ]

    init(mountinfo: String) {
        typesByPlace = mountinfo.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count > 4, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { return nil }
            return (Self.unescaped(fields[4]), String(fields[dash + 1]))
        }
    }

    /// Nothing is known of a machine that does not tell; its kernel is trusted then.
    static func ofThisMachine() -> Mounts {
        let bytes = (try? DiskFileSystem.readFile("/proc/self/mountinfo")) ?? []
        return Mounts(mountinfo: String(decoding: bytes, as: UTF8.self))
    }

    /// The type of the file system of an absolute path, if others may change it unseen.
    func remoteType(of path: String) -> String? {
        var found: (place: String, type: String)?
        for mount in typesByPlace where Self.holds(mount.place, path) {
            // Of mounts at one place the last lies on top.
            if mount.place.utf8.count >= found?.place.utf8.count ?? 0 { found = mount }
        }
        guard let type = found?.type, Self.remoteTypes.contains(type) || type.hasPrefix("fuse.") else { return nil }
        return type
    }

    private static func holds(_ place: String, _ path: String) -> Bool {
        place == "/" || path == place || path.hasPrefix(place + "/")
    }

    /// Blanks and backslashes stand as three octal digits: `\040`.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = field.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"),
                let code = UInt8(String(decoding: Array(rest.prefix(3)), as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

import Glibc

/// Puts one folder in the place of another.
///
/// Linux swaps two names in one step (`renameat2` with `RENAME_EXCHANGE`, since 3.15); where the file system cannot,
/// two renames follow each other, and ``Leftovers`` mends what a crash between them leaves.
enum TreeExchange {
    /// How the old tree gives way.
    enum Way: Sendable {
        /// Both names swapped in one step.
        case exchange
        /// The old one aside, then the new one in.
        case twoRenames
    }

    /// Puts `staged` in the place of `name`, both in `folder`; the replaced tree is then called `replaced`.
    ///
    /// When it throws, `name` is as it was.
    static func replace(
        _ name: String, with staged: String, replaced: String, in folder: OpenFolder, way: Way
    ) throws(FileError) {
        let path = folder.path + "/" + name
        let descriptor = folder.descriptor
        if faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 {
            if renameat(descriptor, staged, descriptor, name) == 0 { return }
            // Another build has published in between.
            guard errno == ENOTEMPTY || errno == EEXIST else { throw .last(.replace, path) }
        }
        if way == .exchange {
            let code = exchange(staged, name, in: descriptor)
            if code == 0 {
                // The old tree now has the staged one's name.
                _ = renameat(descriptor, staged, descriptor, replaced)
                return
            }
            guard code == ENOSYS || code == EINVAL || code == ENOTSUP else {
                throw FileError(.replace, path, .system(code))
            }
        }
        guard renameat(descriptor, name, descriptor, replaced) == 0 else { throw .last(.replace, path) }
        guard renameat(descriptor, staged, descriptor, name) == 0 else {
            let code = errno
            _ = renameat(descriptor, replaced, descriptor, name)
            throw FileError(.replace, path, .system(code))
        }
    }

    private typealias RenameAt2 =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// Asked of the C library while running: Swift's Glibc module does not show it, and another library lacks it.
    private static let renameat2: RenameAt2? = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAt2.self) }

    /// 0 or `errno`.
    private static func exchange(_ left: String, _ right: String, in folder: Int32) -> Int32 {
        let exchangeFlag: UInt32 = 1 << 1  // RENAME_EXCHANGE of <linux/fs.h>
        guard let renameat2 else { return ENOSYS }
        return renameat2(folder, left, folder, right, exchangeFlag) == 0 ? 0 : errno
    }
}

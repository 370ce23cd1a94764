/// A tree of files to read: a folder on disk, or one in memory for tests.
///
/// Paths are relative to the tree's root, so nothing outside it can be named; a symbolic link that leads out is
/// listed as such (``FileEntry/Kind``), never followed by ``list(_:includingHidden:)``.
package protocol FileSystem: Sendable {
    /// Every file and link below `folder`, folders too, sorted by path.
    ///
    /// Names that begin with a dot are left out, and folders of such names with all they hold, unless asked for.
    func list(_ folder: SitePath, includingHidden: Bool) throws(FileError) -> Listing

    /// All bytes of a file.
    func read(_ path: SitePath) throws(FileError) -> [UInt8]

    /// The first bytes of a file, at most `limit`, and the size of the whole, in bytes.
    ///
    /// No more than `limit` bytes of memory are taken, however large the file is.
    func readBeginning(_ path: SitePath, atMost limit: Int) throws(FileError) -> (bytes: [UInt8], byteCount: Int)

    /// What stands at `path`; nil when there is nothing.
    func entry(_ path: SitePath) throws(FileError) -> FileEntry?
}

extension FileSystem {
    /// Every visible file, folder and link below `folder`.
    package func list(_ folder: SitePath = .root) throws(FileError) -> Listing {
        try list(folder, includingHidden: false)
    }
}

/// What a folder holds, all levels.
package struct Listing: Sendable {
    /// Sorted by path.
    package var entries: [FileEntry]
    /// Folders that cannot be read and names that cannot be used, sorted by path; the rest is listed all the same.
    package var problems: [FileError]
}

/// One name in a tree.
package struct FileEntry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case file
        case folder
        /// A symbolic link, with what it leads to.
        case link(LinkTarget)
        /// A device, pipe or socket.
        case other
    }

    /// Where a symbolic link leads, all links on the way followed.
    package enum LinkTarget: Sendable, Hashable {
        /// A file inside the tree; reading the link reads it.
        case file(SitePath)
        /// A folder inside the tree; it isn't descended into.
        case folder(SitePath)
        /// Out of the tree; the link's own text.
        case outside(String)
        /// To nothing, or round in a circle; the link's own text.
        case missing(String)
    }

    package let path: SitePath
    package let kind: Kind
    package let byteCount: Int
    /// Nanoseconds since 1970, for watching only: no clock reaches the output.
    package let modified: Int64
    /// When the disk last changed anything about it: nanoseconds since 1970, which nobody can set back.
    ///
    /// 0 in memory.
    package let changed: Int64
    /// Which file of the disk it is; another one when a file took its place.
    ///
    /// 0 in memory.
    package let inode: UInt64

    package init(
        path: SitePath, kind: Kind, byteCount: Int, modified: Int64, changed: Int64 = 0, inode: UInt64 = 0
    ) {
        self.path = path
        self.kind = kind
        self.byteCount = byteCount
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    /// Whether reading it gives bytes from inside the tree.
    package var isReadable: Bool {
        switch kind {
        case .file, .link(.file): true
        default: false
        }
    }
}

import Glibc

/// What the machine refused: which operation, on which path, why.
///
/// The words are the caller's: ``Cause/system(_:)`` carries `errno` itself.
package struct FileError: Error, Hashable, Sendable {
    package enum Operation: String, Sendable, Hashable {
        case read
        case list
        case write
        case createFolder
        /// Putting the new tree in the place of the old one.
        case replace
        case remove
    }

    package enum Cause: Sendable, Hashable {
        /// `errno`, as in `ENOSPC`.
        case system(Int32)
        /// A folder, device or pipe where a file was expected.
        case notAFile
        /// Something else where a folder was expected.
        case notAFolder
        /// A symbolic link on the way leads out of the tree.
        case outsideRoot
        /// The name isn't valid UTF-8 or has characters that no ``SitePath`` takes.
        case unusableName
        /// The output folder holds files and no manifest of ours: somebody else's, never replaced.
        case foreignFolder
        /// A file in the output folder that no build of ours published: replacing the folder would lose it.
        case foreignFile
        /// The output folder would stand among the sources of the site.
        case amongSources
        /// Another disk is mounted at the output folder, which can't be replaced as a whole then.
        case mountPoint
        /// Two pages for one path in one build.
        case writtenTwice
        /// The transaction is over.
        case closed
        /// Another process is at work in the folder.
        case held
    }

    package let operation: Operation
    /// As the program was told it, or below the folder it was told.
    package let path: String
    package let cause: Cause

    package init(_ operation: Operation, _ path: String, _ cause: Cause) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// The calling thread's `errno`: to be built right after the call that failed.
    static func last(_ operation: Operation, _ path: String) -> FileError {
        FileError(operation, path, .system(errno))
    }

    /// Whether the disk, or the user's share of it, is full.
    package var isDiskFull: Bool { cause == .system(ENOSPC) || cause == .system(EDQUOT) }

    /// Whether there is no such file.
    package var isMissing: Bool { cause == .system(ENOENT) }
}

import Glibc

/// Finds what somebody put into a published folder, so that replacing it loses nothing.
///
/// Names that begin with a dot are passed over: those of the folder itself are carried over, those further down are
/// what file managers leave.
struct ForeignFiles {
    private let published: Set<String>

    init(published manifest: Manifest) {
        published = Set(manifest.entries.map(\.path.text) + [Manifest.path.text, Manifest.signaturePath.text])
    }

    /// The path below `folder` of the first file that was not published; nil when there is none.
    func first(in folder: OpenFolder) throws(FileError) -> String? {
        try first(in: folder, below: "")
    }

    private func first(in folder: OpenFolder, below path: String) throws(FileError) -> String? {
        // Sorted only when something is amiss: the same answer on any file system.
        let unknown = try folder.names().lazy.map(text).filter { $0.first != "." && !published.contains(path + $0) }
        for name in unknown.sorted() {
            let inner: OpenFolder
            do throws(FileError) {
                inner = try OpenFolder(name, in: folder)
            } catch {
                // A file or a link is somebody's; that the machine fails says nothing of whose it is.
                if [.system(ENOTDIR), .system(ELOOP)].contains(error.cause) { return path + name }
                if error.isMissing { continue }
                throw error
            }
            if let found = try first(in: inner, below: path + name + "/") { return found }
        }
        return nil
    }
}

import Glibc

/// The hidden names beside an output folder, and what is done about those that a killed build left.
///
/// For `public` they are `.public.album-new-<pid>-<n>` (being written; its builder holds a lock on it),
/// `.public.album-old-<pid>-<n>` (replaced, being removed) and `.public.album-spare`, which is kept.
struct Leftovers {
    /// The output folder's name.
    let name: String

    var stagedPrefix: String { ".\(name).album-new-" }
    var replacedPrefix: String { ".\(name).album-old-" }
    /// The folder that was replaced last (``SpareTree``).
    var spareName: String { ".\(name).album-spare" }

    /// What the replaced tree is called beside its successor.
    func replacedName(ofStaged staged: String) -> String {
        replacedPrefix + String(decoding: staged.utf8.dropFirst(stagedPrefix.utf8.count), as: UTF8.self)
    }

    /// Brings back an output folder that is missing because a build died between two renames, then removes every
    /// leftover that no living build holds.
    ///
    /// Their files are second names of published ones, which the disk notes as changed when a name goes: so the first of
    /// them becomes the spare where that is wanted and there is none.
    func recover(in folder: OpenFolder, keepsSpare: Bool) throws(FileError) {
        var names: [String] = []
        for name in try folder.names() {
            let bytes = name.dropLast().map { UInt8(bitPattern: $0) }
            if let name = String(validating: bytes, as: UTF8.self) { names.append(name) }
        }
        let replaced = names.filter { $0.hasPrefix(replacedPrefix) }.sorted()
        if !names.contains(name), let newest = replaced.last {
            guard renameat(folder.descriptor, newest, folder.descriptor, name) == 0 else {
                throw .last(.replace, folder.path + "/" + name)
            }
        }
        for leftover in names where leftover.hasPrefix(stagedPrefix) || leftover.hasPrefix(replacedPrefix) {
            // It may be gone meanwhile, or brought back above.
            try SpareTree.dispose(of: leftover, keepsSpare ? self : nil, in: folder)
        }
    }
}

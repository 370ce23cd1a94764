import ArgumentParser
import Files
import Packaging

#if canImport(Glibc)
    import Glibc
#endif

/// The command `album clean`.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Удаляет собранный сайт. Файлы, которых программа не делала, остаются.")

    @Option(name: .long, help: "Папка сайта: та, где лежит album.yml.")
    var root = "."

    func run() throws {
        let folder = try SiteFolder.output(root: root)
        let parent = try DiskFileSystem(root: root)
        guard try parent.entry(SitePath(String(folder.dropFirst(parent.root.utf8.count + 1)))) != nil else { return }
        let files = try DiskFileSystem(root: folder)
        guard try files.entry(Manifest.path) != nil else {
            Terminal.message("\(folder): здесь нет собранного сайта")
            return
        }
        guard let manifest = try? Manifest(parsing: try files.read(Manifest.path)) else {
            Terminal.message("\(folder): manifest.json повреждён; удалите папку сами")
            throw ExitStatus.verificationFailed
        }
        try remove(manifest, files)
        Terminal.message("\(folder): удалено файлов — \(manifest.entries.count + 1)")
    }

    /// The files first, then the folders that are empty now, the manifest last.
    private func remove(_ manifest: Manifest, _ files: DiskFileSystem) throws {
        var folders: Set<String> = []
        for entry in manifest.entries {
            try unlink(files.absolutePath(entry.path))
            var folder = entry.path.parent
            while !folder.isRoot {
                folders.insert(folder.text)
                folder = folder.parent
            }
        }
        for folder in folders.sorted(by: >) { rmdir(files.root + "/" + folder) }
        try unlink(files.absolutePath(Manifest.path))
    }

    private func unlink(_ path: String) throws(FileError) {
        guard Glibc.unlink(path) == 0 || errno == ENOENT else { throw FileError(.remove, path, .system(errno)) }
    }
}

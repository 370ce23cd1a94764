import ArgumentParser
import Files

/// The command `album clean`.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Удаляет собранный сайт. Файлы, которых программа не делала, остаются.")

    @OptionGroup var root: RootOption

    func run() throws {
        let folder = try SiteFolder.output(root: root.path)
        try OutputTransaction.removeSpare(of: folder)
        let files: DiskFileSystem
        do throws(FileError) {
            files = try DiskFileSystem(root: folder)
        } catch {
            guard error.isMissing else { throw error }
            return
        }
        guard let entry = try files.entry(Manifest.path) else {
            Terminal.message("\(folder): здесь нет собранного сайта")
            return
        }
        let manifest: Manifest
        let bytes = entry.byteCount > Manifest.largestByteCount ? nil : try files.read(Manifest.path)
        do throws(ManifestError) {
            guard let bytes else { throw .tooLarge }
            manifest = try Manifest(parsing: bytes)
        } catch {
            Terminal.message("\(folder): manifest.json повреждён; удалите папку сами")
            throw ExitStatus.verificationFailed
        }
        let report = try PublishedTree(manifest, in: files).remove()
        for path in report.kept { Terminal.message("\(folder)/\(path): не удалено: здесь ссылка или папка") }
        Terminal.message("\(folder): удалено файлов — \(report.removed)")
    }
}

import ArgumentParser
import Files

/// The command `album clean`.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Удаляет собранный сайт. Файлы, которых программа не делала, остаются.")

    @Option(name: .long, help: "Папка сайта: та, где лежит album.yml.")
    var root = "."

    func run() throws {
        let folder = try SiteFolder.output(root: root)
        let files: DiskFileSystem
        do throws(FileError) {
            files = try DiskFileSystem(root: folder)
        } catch {
            guard error.isMissing else { throw error }
            return
        }
        guard try files.entry(Manifest.path) != nil else {
            Terminal.message("\(folder): здесь нет собранного сайта")
            return
        }
        let bytes = try files.read(Manifest.path)
        let manifest: Manifest
        do throws(ManifestError) {
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

import ArgumentParser
import Catalog
import Diagnostics
import Files
import Languages
import Renaming
import SiteBuilder

#if canImport(Glibc)
    import Glibc
#endif

/// The command `album mv`.
struct RenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mv",
        abstract: "Переименовывает материал и исправляет все ссылки на него.",
        discussion: """
            Вместе с файлом переименуются файлы рядом, названные по нему (kvest-plan.csv).
            Прежний адрес ведёт на новую страницу. Сначала всё проверяется: если на сайте
            появилось бы хоть одно новое замечание, не меняется ничего.

            Примеры:
              album mv kvest matematicheskaia-regata             новое имя в той же папке
              album mv practices/kvest practices/2024/kvest      в другую папку того же вида
              album mv kvest regata --dry-run                    показать, что изменится
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("Материал: идентификатор, имя или путь файла.", valueName: "старое"))
    var old: String

    @Argument(help: ArgumentHelp("Новое имя файла или путь ниже content.", valueName: "новое"))
    var new: String

    @Flag(name: .long, help: "Показать, что изменится, и ничего не записывать.")
    var dryRun = false

    func run() throws {
        let root = try site.fileSystem()
        let request = BuildRequest(
            root: root, parallel: site.parallel, edition: site.editionDate, includesDrafts: true,
            installedThemes: try InstalledThemes.fileSystem())
        do throws(RenamingError) {
            let plan = try Renaming(request).plan(Self.path(old, root), to: Self.path(new, root))
            if dryRun {
                Terminal.data(Terminal.printableLines(plan.diff))
            } else {
                try plan.write(to: root)
            }
            if !site.quiet { tell(plan) }
        } catch {
            try refuse(error)
        }
    }

    /// A path as the site has it, where a person names a file from the folder that they are in.
    private static func path(_ written: String, _ root: DiskFileSystem) -> String {
        let slash = written.lastIndex(of: "/").map { written.index(after: $0) } ?? written.startIndex
        // A name without a folder is one of the folder here only where such a file is there.
        let isHere = access(written, F_OK) == 0 || written.hasPrefix(".") || written.hasPrefix("/")
        guard isHere, let folder = realpath(slash == written.startIndex ? "." : String(written[..<slash]), nil) else {
            return written
        }
        defer { free(folder) }
        let whole = String(cString: folder) + "/" + written[slash...]
        let content = root.root + "/content/"
        return whole.hasPrefix(content) ? String(whole.dropFirst(content.count)) : written
    }

    private func tell(_ plan: RenamingPlan) {
        let prefix = site.root.prefixOfPaths
        for change in plan.changes where change.isMove {
            Terminal.message(Terminal.printable("\(prefix)\(change.from) → \(prefix)\(change.to)"))
        }
        let files = plan.changes.count { !$0.isMove }
        Terminal.message(
            dryRun
                ? "Исправится ссылок: \(plan.mended), других файлов: \(files)."
                : "Исправлено ссылок: \(plan.mended), других файлов: \(files).")
        if let former = plan.formerAddress {
            Terminal.message(Terminal.printable("Прежний адрес \(former.text) ведёт на новую страницу."))
        }
    }

    private func refuse(_ error: RenamingError) throws -> Never {
        switch error {
        case .machine(let error): throw error
        case .refused(let refusal):
            site.report(refusal.diagnostics, language: .ru)
            Terminal.message("album mv: " + Terminal.printable(refusal.text(.ru)))
            let otherwise = refusal.diagnostics.isEmpty ? ExitStatus.usage : .contentErrors
            throw ExitStatus(ofRefusalBy: refusal.diagnostics, otherwise: otherwise)
        }
    }
}

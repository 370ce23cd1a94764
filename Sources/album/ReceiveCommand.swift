import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Editing
import Editor
import Files
import Importing
import Languages
import OfficeFiles
import SiteBuilder

/// The command `album receive`.
struct ReceiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Принимает черновиками то, что прислали со страницы «Поделиться».",
        discussion: """
            Файлы — .md или .zip, которые делает форма сайта; папка — всё такое
            из письма. Присланному программа не доверяет: имена, размеры и содержание
            проверяются, место съёмки из фотографий убирается. Пишет только
            в content/, ничего не заменяя; что не взято, названо с причиной.
            На сайте из нескольких альбомов материал ложится в тот альбом, муниципалитет
            или регион которого в нём назван.
            Присланное дважды второй раз не берётся, даже если черновик уже правили.

            Примеры:
              album receive kvest-igra.zip
              album receive Загрузки/письмо              все файлы .md и .zip папки
              album receive praktika.md --dry-run        показать и ничего не записать
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: "Файлы .md и .zip или папки с ними.")
    var files: [String]

    @Option(
        name: .long, help: "Вид материала вместо названного в файле: practice, roadmap… — или его русское название.")
    var kind: String?

    @Flag(name: .long, help: "Взять и то, что уже было принято, отдельным черновиком.")
    var again = false

    @Flag(name: .long, help: "Показать черновики и сказанное о них, ничего не записывая.")
    var dryRun = false

    func run() throws {
        let root = try site.fileSystem()
        let loaded = try site.loadedSite(root)
        let kind = try kind.map {
            try NewCommand.kind($0, of: loaded.catalog.kinds, KindNames(loaded.catalog.kinds))
        }
        let given = try ReceivedFiles(files)
        var desk = ReceivingDesk(root: root, site: loaded, kind: kind, takesAgain: again)
        for item in given.items { try desk.take(item) }
        let told = try check(desk.materials.map(\.material), root, loaded.sourceMap)
        if !dryRun { try desk.write() }
        let homes = ReceivedHomes(loaded, root, root: site.root)
        for (name, earlier) in desk.known {
            try report(earlier, of: name, now: desk.material(of: earlier), loaded, homes)
        }
        for (name, material) in desk.materials {
            report(material, of: name, told, loaded, try homes.home(of: material.root))
        }
        report(desk.refused, given.others)
        if !desk.refused.isEmpty { throw ExitStatus.contentErrors }
    }

    /// What the check says of the drafts, as if they were written.
    private func check(
        _ materials: [ReceivedMaterial], _ root: DiskFileSystem, _ map: SourceMap
    ) throws -> [Diagnostic] {
        guard !materials.isEmpty else { return [] }
        var unsaved: [String: [UInt8]] = [:]
        for material in materials where !material.isThere {
            for part in material.parts {
                unsaved[root.absolutePath(try SitePath(map.shown("content/" + part.path)))] = part.bytes
            }
        }
        let request = BuildRequest(
            root: try DiskFileSystem(root: root.root, unsaved: UnsavedFiles(unsaved)), parallel: site.parallel,
            edition: site.editionDate, installedThemes: try InstalledThemes.fileSystem())
        return try SiteBuild.check(request).diagnostics
    }

    // MARK: What is said

    private func report(
        _ material: ReceivedMaterial, of name: String, _ told: [Diagnostic], _ site: LoadedSite, _ home: ReceivedHome
    ) {
        let shown = { (path: String) in site.sourceMap.shown("content/" + path) }
        say("\(name) → \(shown(material.path)) (\(material.kind.name.one))")
        if let album = home.album {
            say("  " + ReceivingReason.ofAlbum.text(.ru, [album.id.rawValue]))
        } else if !site.catalog.schema.roots.isEmpty {
            say("  " + ReceivingReason.ofSite.text(.ru, []))
        }
        if let contact = material.contact { say("  " + ReceivingReason.contact.text(.ru, [contact])) }
        guard !material.isThere else { return say("  " + ReceivingReason.already.text(.ru, [shown(material.path)])) }
        if dryRun {
            Terminal.data(material.text)
        } else {
            for part in material.parts { Terminal.data(self.site.root.prefixOfPaths + "\(shown(part.path))\n") }
        }
        say("  " + ReceivingReason.taken.text(.ru, [Self.taken(material)]))
        for remark in material.remarks { say("  " + remark.text(.ru)) }
        let reason = reportPredecessor(of: material, site, home)
        let paths = Set(material.parts.map { shown($0.path) })
        let own = told.filter { paths.contains($0.location.path) }
        // A newer version is called as the material is: that is no fault of its title.
        let wanted = reason == .sameTitle ? own.filter { $0.code != .sameTitle } : own
        let notes = DraftNotes(
            Array(material.text.utf8), path: material.path, wanted, site.catalog,
            edition: site.configuration.edition, .ru)
        report(own, notes)
        if material.text.contains("\nattachments: ") { say("  " + ReceivingReason.attachments.text(.ru, [])) }
        let next = home.server == nil ? ReceivingReason.next : ReceivingReason.nextThere
        let id = MaterialID(String(material.path.dropLast(".md".count)))
        say("  " + next.text(.ru, [home.address(DraftNotes.address, id), home.serving]))
    }

    /// The material that a draft is for, or that it looks like a newer version of, and how it is put in there.
    private func reportPredecessor(
        of material: ReceivedMaterial, _ site: LoadedSite, _ home: ReceivedHome
    ) -> Predecessor.Reason? {
        let (path, catalog) = (material.path, site.catalog)
        guard let draft = try? EditableMaterial(Array(material.text.utf8), path: path, catalog.schema),
            let found = Predecessor(of: draft, path: path, catalog)
        else {
            if let name = material.belongsTo { say("  " + ReceivingReason.belongsNowhere.text(.ru, ["[[\(name)]]"])) }
            return nil
        }
        let other = catalog.materials[found.index]
        let reason = found.reason == .named ? ReceivingReason.belongs : ReceivingReason.newer
        let address = home.address(DraftNotes.joiningAddress, draft.draft.listing.id)
        say(
            "  "
                + reason.text(.ru, [other.title, site.sourceMap.shown("content/" + other.path), address, home.serving]))
        return found.reason
    }

    /// What the check says of a draft: in the words of its form, or in the form for machines that was asked for.
    private func report(_ own: [Diagnostic], _ notes: DraftNotes?) {
        if site.format == .text, let notes {
            if !notes.lines.isEmpty { message("  " + ReceivingReason.toMend.text(.ru, [])) }
            for line in notes.lines { message("    " + line) }
        } else {
            site.report(own, language: .ru)
        }
        if own.contains(where: { DiagnosticCode.privacyCodes.contains($0.code) }) {
            message("  " + ReceivingReason.people.text(.ru, []))
        }
        if own.contains(where: { $0.severity == .error }) { message("  " + ReceivingReason.blocked.text(.ru, [])) }
    }

    private func report(
        _ earlier: WorkFolder.Received, of name: String, now material: Material?, _ site: LoadedSite,
        _ homes: ReceivedHomes
    ) throws {
        let shown = { (path: String) in site.sourceMap.shown("content/" + path) }
        let time = LocalTime(second: earlier.second)
        let day = DateText(.ru).day(time.year, time.month, time.day)
        guard let material else {
            return say("\(name): " + ReceivingReason.knownAndGone.text(.ru, [day, shown(earlier.path)]))
        }
        let home = try homes.home(of: site.catalog.schema.root(ofPath: material.path))
        let address = home.address(DraftNotes.address, material.id)
        let reason = material.path == earlier.path ? ReceivingReason.known : ReceivingReason.knownElsewhere
        say("\(name): " + reason.text(.ru, [day, shown(earlier.path), shown(material.path), address]))
    }

    private func report(_ refused: [(name: String, failure: ImportFailure)], _ others: [String]) {
        for (name, failure) in refused {
            Terminal.message(Terminal.printable("\(name): " + ReceivingReason.leftOut.text(.ru, [failure.text(.ru)])))
        }
        for name in others { say(ReceivingReason.notTaken.text(.ru, [name])) }
    }

    /// A line that is said in any case.
    private func message(_ line: String) { Terminal.message(Terminal.printable(line)) }

    /// A line that is no message about an error.
    private func say(_ line: String) {
        if !site.quiet { Terminal.message(Terminal.printable(line)) }
    }

    private static func taken(_ material: ReceivedMaterial) -> String {
        let lists: [(Bilingual, [String])] = [
            (ReceivingReason.fields, material.fields), (ReceivingReason.sections, material.sections),
            (ReceivingReason.files, material.files.map(\.name)),
        ]
        return lists.filter { !$0.1.isEmpty }.map { $0.0.text(.ru, [$0.1.joined(separator: ", ")]) }
            .joined(separator: "; ")
    }
}

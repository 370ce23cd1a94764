import ArgumentParser
import Catalog
import Files
import Formats
import SiteBuilder

/// The command `album retire`.
struct RetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Снимает опубликованный адрес: на его месте — страница с объяснением.",
        discussion: """
            Материал перед этим удаляют или делают черновиком. Адрес остаётся в списке
            addresses.tsv; кто придёт по старой ссылке, узнает, что страница снята.

            Примеры:
              album retire practices/kvest.html --reason "Положение отменено."
              album retire practices/kvest.html --instead practices/novyi-kvest.html
              album retire --of tula --reason "Альбом области издаётся отдельно."
              album retire --of tula --undo
            """)

    @OptionGroup var root: RootOption

    @Argument(help: "Адреса страниц от корня сайта.")
    var addresses: [String] = []

    @Option(name: .long, help: "Все адреса альбома с этим id, который убрали из roots.")
    var of: String?

    @Flag(name: .long, help: "Вернуть: адреса больше не сняты с публикации.")
    var undo = false

    @Option(name: .long, help: "Причина, для читателей.")
    var reason: String?

    @Option(name: .long, help: "Адрес страницы, куда идти вместо снятой.")
    var instead: String?

    @Option(name: .long, help: "День; по умолчанию — день издания из album.yml.")
    var day: String?

    func validate() throws {
        if addresses.isEmpty, of == nil { throw ValidationError("назовите адреса или альбом: --of ID") }
    }

    func run() throws {
        let root = try DiskFileSystem(root: self.root.path)
        if undo {
            let named = try named(root, living: [])
            try LedgerFile.restore(named, root: root)
            for address in named { Terminal.message(Terminal.printable("\(address.text): больше не снят")) }
            return
        }
        let edition = try SiteFolder.configuration(root: root.root).edition
        guard let day = day.map({ CalendarDate(iso: $0) }) ?? edition else {
            throw ValidationError("--day: нужен день вида 2024-09-01")
        }
        let words = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let living = try SiteBuild.addressesOfReaders(
            BuildRequest(
                root: root, parallel: .ofMachine, isLenient: true, installedThemes: try InstalledThemes.fileSystem()))
        let named = try named(root, living: living)
        let present = named.filter(living.contains)
        for address in present {
            Terminal.message(
                Terminal.printable(
                    "\(address.text): страница ещё на сайте — сначала удалите материал или сделайте его черновиком"))
        }
        if !present.isEmpty { throw ExitStatus.usage }
        let successor = try instead.map { try address($0, root) }
        if let successor, !living.contains(successor) || !successor.text.hasSuffix(".html") {
            Terminal.message(Terminal.printable("--instead: страницы «\(successor.text)» на сайте нет"))
            throw ExitStatus.usage
        }
        let withdrawal = AddressLedger.Withdrawal(
            day: day, reason: words.flatMap { $0.isEmpty ? nil : $0 }, successor: successor)
        try LedgerFile.withdraw(named, withdrawal, root: root)
        for address in named { Terminal.message(Terminal.printable("\(address.text): снят с публикации")) }
    }

    /// The addresses that were written, and those of the album.
    private func named(_ root: DiskFileSystem, living: Set<SiteAddress>) throws -> [SiteAddress] {
        try addresses.map { try address($0, root) }
            + (try of.map { try addresses(ofAlbum: $0, root, living: living) } ?? [])
    }

    /// An address as it is written below the site's root, or as a browser shows it.
    private func address(_ text: String, _ root: DiskFileSystem) throws -> SiteAddress {
        var path = Substring(text)
        if let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) {
            path = text.dropFirst(scheme.count).drop { $0 != "/" }
            let base = try SiteFolder.configuration(root: root.root).basePath
            if path.hasPrefix(base) { path = path.dropFirst(base.count) }
        }
        let plain = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").joined(separator: "/")
        return SiteAddress(PercentEncoding.decoded(plain) ?? plain)
    }

    /// What the list has of an album and is not withdrawn, or with ``undo`` is; at least one.
    ///
    /// The pages of a region are called as its album is, and go with it where nothing else has them.
    private func addresses(
        ofAlbum id: String, _ root: DiskFileSystem, living: Set<SiteAddress>
    ) throws -> [SiteAddress] {
        let found = try LedgerFile.addresses(ofAlbum: id, areWithdrawn: undo, root: root)
            .filter { undo || !living.contains($0) || !$0.isOfRegion(id) }
        guard !found.isEmpty else {
            Terminal.message(Terminal.printable("\(AddressLedger.path): адресов альбома «\(id)» нет"))
            throw ExitStatus.usage
        }
        return found
    }
}

import ArgumentParser
import Catalog
import Files
import Formats
import Packaging
import SiteBuilder

/// The command `album retire`.
struct RetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Снимает опубликованный адрес: на его месте — страница с объяснением.",
        discussion: """
            Материал перед этим удаляют или делают черновиком. Адрес остаётся в списке
            addresses.tsv; кто придёт по старой ссылке, узнает, что страница снята, что на
            ней было и с какого дня её нет: с сегодняшнего (или по SOURCE_DATE_EPOCH), а у
            издания, которое ещё впереди, с его дня; раньше, чем адрес опубликован, снять
            его нельзя. Название берётся из собранного сайта.
            С адресом снимаются прежние адреса того же материала. Что снято, можно снять ещё
            раз с другими словами: меняется только то, что названо.

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

    @Option(name: [.long, .customLong("date")], help: "С какого дня; по умолчанию — с сегодняшнего.")
    var day: String?

    @Option(name: .long, help: "Что было по адресу; по умолчанию — заголовок страницы в собранном сайте.")
    var title: String?

    func validate() throws {
        if addresses.isEmpty, of == nil { throw ValidationError("назовите адреса или альбом: --of ID") }
        if title != nil, addresses.count != 1 || of != nil || undo {
            throw ValidationError("--title: одно название — одному адресу")
        }
    }

    func run() throws {
        let root = try DiskFileSystem(root: self.root.path)
        if undo {
            let named = try named(root, living: [])
            let former = try former(of: named, root, living: [])
            try LedgerFile.restore(named + former.map(\.address), root: root)
            for address in named { Terminal.message(Terminal.printable("\(address.text): больше не снят")) }
            for (address, _) in former {
                Terminal.message(Terminal.printable("  и прежний адрес \(address.text): больше не снят"))
            }
            return
        }
        let today = try withdrawalDay(root)
        let living = try SiteBuild.addressesOfReaders(try request(root))
        let named = try named(root, living: living)
        let present = named.filter(living.contains)
        for address in present {
            Terminal.message(
                Terminal.printable(
                    "\(address.text): страница ещё на сайте — сначала удалите материал или сделайте его черновиком"))
        }
        if !present.isEmpty { throw ExitStatus.usage }
        let recorded = try LedgerFile.withdrawals(root: root)
        let titles = try titles(named, recorded, root)
        let successor = try instead.map { try address($0, root) }
        if let successor, !living.contains(successor) || !successor.text.hasSuffix(".html") {
            Terminal.message(Terminal.printable("--instead: страницы «\(successor.text)» на сайте нет"))
            throw ExitStatus.usage
        }
        // What is withdrawn already stays as it was said, but for what is said anew.
        let published = try LedgerFile.published(root: root)
        func withdrawal(_ address: SiteAddress) -> AddressLedger.Withdrawal {
            let earlier = recorded[address]
            return AddressLedger.Withdrawal(
                day: day == nil ? earlier?.day ?? max(today, published[address] ?? today) : today,
                reason: reason.map(AddressLedger.Withdrawal.line) ?? earlier?.reason,
                title: titles[address], successor: successor ?? earlier?.successor)
        }
        let former = try former(of: named, root, living: living)
        let words = Dictionary(
            named.map { ($0, withdrawal($0)) } + former.map { ($0.address, withdrawal($0.of)) },
            uniquingKeysWith: { first, _ in first })
        try requireLater(words, than: published)
        try LedgerFile.withdraw(named + former.map(\.address), root: root) { words[$0] ?? withdrawal($0) }
        for address in named {
            tell(address, words[address] ?? withdrawal(address), earlier: recorded[address])
            for (former, of) in former where of == address {
                Terminal.message(Terminal.printable("  и прежний адрес \(former.text)"))
            }
        }
        for (address, pages) in try LedgerFile.replaced(by: named, root: root) {
            let names = pages.map(\.text).joined(separator: ", ")
            let way =
                successor.map { "читателям оттуда — на \($0.text)" }
                ?? "«Вместо неё» там больше не показано; чтобы вели дальше: album retire \(address.text) --instead АДРЕС"
            Terminal.message(
                Terminal.printable("  на «\(address.text)» указывают как на замену: \(names); \(way)"))
        }
        for address in named where !address.text.hasSuffix(".html") && words[address]?.reason != nil {
            Terminal.message(
                Terminal.printable(
                    "  причину у «\(address.text)» читатели не увидят: на месте файла страницы нет"
                        + (words[address]?.successor.map { "; сервер поведёт их на \($0.text)" } ?? "")))
        }
        let untitled = named.filter { titles[$0] == nil && $0.text.hasSuffix(".html") }
        if !untitled.isEmpty {
            Terminal.message(
                "  что там было, неизвестно: в собранном сайте этих страниц нет (\(untitled.count)); "
                    + "название можно дать — --title")
        }
    }

    /// The sources as they are, whatever is wrong with them.
    private func request(_ root: DiskFileSystem) throws -> BuildRequest {
        BuildRequest(
            root: root, parallel: .ofMachine, isLenient: true, installedThemes: try InstalledThemes.fileSystem())
    }

    /// The day that is said, or today; that of an edition that is still to come, since until then the page is there.
    private func withdrawalDay(_ root: DiskFileSystem) throws -> CalendarDate {
        let latest = max(try Today.day(), try SiteFolder.configuration(root: root.root).edition)
        guard let written = day else { return latest }
        guard let day = CalendarDate(iso: written) else {
            throw ValidationError("--day: нужен день вида 2024-09-01, а не «\(written)»")
        }
        // The next edition has the page no more.
        guard day <= latest else {
            Terminal.message(
                Terminal.printable(
                    "день \(day) ещё не наступил, а страницы не будет уже в следующем издании: "
                        + "назовите \(latest) или раньше"))
            throw ExitStatus.usage
        }
        return day
    }

    /// What readers have not had yet cannot be withdrawn from them: refuses days before an address was published.
    ///
    /// A day that the list has already is none that is said now.
    private func requireLater(
        _ words: [SiteAddress: AddressLedger.Withdrawal], than published: [SiteAddress: CalendarDate]
    ) throws {
        guard day != nil else { return }
        let early = words.compactMap { address, words in
            published[address].flatMap { words.day < $0 ? (address: address, since: $0, day: words.day) : nil }
        }
        if early.isEmpty { return }
        for (address, since, day) in early.sorted(by: { $0.address < $1.address }) {
            Terminal.message(
                Terminal.printable(
                    "\(address.text): с \(day) не снять: адрес опубликован изданием \(since) — "
                        + "назовите этот день или позже"))
        }
        throw ExitStatus.usage
    }

    /// Tells that an address is withdrawn, and what is said otherwise of one that was withdrawn before.
    private func tell(
        _ address: SiteAddress, _ withdrawal: AddressLedger.Withdrawal, earlier: AddressLedger.Withdrawal?
    ) {
        let title = withdrawal.title.map { ": «\($0)»" } ?? ""
        guard let earlier else {
            Terminal.message(Terminal.printable("\(address.text): снят с публикации с \(withdrawal.day)\(title)"))
            return
        }
        func change(_ name: String, _ old: String?, _ new: String?) -> String? {
            if old == new { return nil }
            guard let new else { return "\(name) убрана (была: \(old ?? "нет"))" }
            return "\(name): \(new) (было: \(old ?? "нет"))"
        }
        let changes = [
            change("день", earlier.day.description, withdrawal.day.description),
            change("причина", earlier.reason, withdrawal.reason),
            change("название", earlier.title, withdrawal.title),
            change("вместо неё", earlier.successor?.text, withdrawal.successor?.text),
        ].compactMap(\.self)
        let told = changes.isEmpty ? "записанное осталось прежним" : "изменено — \(changes.joined(separator: "; "))"
        Terminal.message(
            Terminal.printable("\(address.text): уже снят с публикации с \(earlier.day)\(title); \(told)"))
    }

    /// The other addresses of what stood at these, each with the one that it goes with: former addresses of what was renamed.
    ///
    /// Those that readers find a page at stay, and so do those that were withdrawn in other words.
    private func former(
        of named: [SiteAddress], _ root: DiskFileSystem, living: Set<SiteAddress>
    ) throws -> [(address: SiteAddress, of: SiteAddress)] {
        let output = try SiteFolder.output(root: root.root)
        let moves =
            SiteFolder.isThere(output)
            ? try EditionFile.read(DiskFileSystem(root: output)).moves.map {
                (from: SiteAddress($0.from), to: SiteAddress($0.to))
            } : []
        let recorded = try LedgerFile.withdrawals(root: root)
        return try LedgerFile.otherAddresses(of: named, moves: moves, root: root).filter { other, of in
            let withdrawn = recorded[other]
            if undo { return withdrawn != nil && withdrawn == recorded[of] }
            return !living.contains(other) && (withdrawn == nil || withdrawn == recorded[of])
        }
    }

    /// What stood at addresses: as it is said, as the list of addresses has it already, or as the built site has it.
    private func titles(
        _ addresses: [SiteAddress], _ recorded: [SiteAddress: AddressLedger.Withdrawal], _ root: DiskFileSystem
    ) throws -> [SiteAddress: String] {
        if let title = title.flatMap(AddressLedger.Withdrawal.line) { return [addresses[0]: title] }
        var titles = recorded.compactMapValues(\.title)
        let output = try SiteFolder.output(root: root.root)
        if SiteFolder.isThere(output) {
            let site = try DiskFileSystem(root: output)
            // A note that stands at one that is withdrawn already is no title; before the next build its page is there.
            for address in addresses where titles[address] == nil {
                titles[address] = try PublishedTitle.title(at: address, in: site)
            }
        }
        // A draft has its title still.
        guard addresses.contains(where: { titles[$0] == nil && $0.text.hasSuffix(".html") }) else { return titles }
        return titles.merging(try SiteBuild.titles(request(root))) { known, _ in known }
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

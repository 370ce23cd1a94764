import AlbumModel
import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import Glibc
import Languages
import Linking
import Pages
import Theming

/// A site whose materials know each other: the base of all pages.
struct LinkedSite: Sendable {
    /// The home page, from which all others are made.
    private(set) var home: Page
    var album: Album { home.album }
    /// Files below `content/` that published pages need, in the order of their paths on the disk.
    ///
    /// A reference may spell a name in other Unicode than the disk does, as copies from macOS and ZIP files bring it.
    let files: [FileEntry]
    /// The paths of those that pages show as pictures.
    let pictures: Set<String>
    /// Published materials that need a file, by its path below `content/`.
    let fileOwners: [String: [MaterialIndex]]
    /// Files for the site's root, by their address.
    let rootFiles: [SiteAddress: FileEntry]
    let content: DiskFileSystem
    /// Where the files of roots truly are.
    let sourceMap: SourceMap
    /// Addresses that were published and are not withdrawn, and that readers would not find.
    let lostAddresses: [SiteAddress]
    /// Addresses that were withdrawn, and that readers find again.
    let returnedAddresses: [SiteAddress]
    /// Books of its albums that the list of addresses has.
    let publishedBooks: [LedgerCheck.PublishedBook]
    /// The stamps of what pages ask.
    private(set) var stamps: AlbumStamps

    var language: Language { album.configuration.language }

    /// Stage link.
    ///
    /// Nothing without a theme; its faults are reported already.
    static func link(
        _ site: LoadedSite, _ theme: Theme?, _ request: BuildRequest
    ) -> (LinkedSite?, [Diagnostic]) {
        let catalog = site.catalog
        let frontMatter = site.stamps.frontMatter
        let configured = stamp(frontMatter, site.stamps.configuration)
        let citations = request.memory.lasting("citations", of: frontMatter) {
            Citations(catalog, showsDrafts: request.includesDrafts)
        }
        let filler = BodyFiller(
            site, citations, withdrawn: theme?.strings.text(Word.withdrawn) ?? "",
            refused: theme?.strings.text(Word.refusedFile) ?? "",
            refusedSettings: theme?.strings.text(Word.refusedSettings) ?? "",
            showsDrafts: request.includesDrafts)
        let site = site.with(
            compiled: Indexed(site.compiled.positioned.map { filler.resolvingCells(of: $0, in: $1) }))
        let compiled = site.compiled
        let links = links(of: site, filler, request)
        let charts = ChartNumbers(catalog, ReadList(compiled), showsDrafts: request.includesDrafts)
        var diagnostics = links.flatMap(\.diagnostics) + charts.diagnostics()
        diagnostics += AnchorCheck.diagnostics(site, compiled, links) + configurationDiagnostics(site)
        let all = catalog.materials.indices.filter { request.includesDrafts || !catalog.materials[$0].isDraft }
        let lifecycle = Lifecycle(catalog, published: all)
        let part = request.part.map { PartContents($0, of: site, all, links, lifecycle) }
        let published = part.map { part in all.filter { part.materials.contains($0) } } ?? all
        let isPublished = Set(published)
        let mentions = catalog.materials.indices.map { index in
            guard isPublished.contains(index) else { return [Mention]() }
            let material = catalog.materials[index]
            return (FieldMentions.of(material, catalog) + links[index].mentions).filter {
                isPublished.contains($0.target)
            }
        }
        let backlinks = Backlinks(Indexed(mentions))
        let files = published.reduce(into: Set<String>()) { $0.formUnion(links[$1].files) }
        let fileOwners = published.reduce(into: [String: [MaterialIndex]]()) { owners, index in
            for path in links[index].files { owners[path, default: []].append(index) }
        }
        let pictures = published.reduce(into: Set<String>()) { $0.formUnion(links[$1].pictures) }
        let (fileTexts, unread) = AttachedTexts.read(files, of: site, request)
        diagnostics += unread
        diagnostics += orphans(site, backlinks, isPublished) + strayFiles(site, compiled, links)
        diagnostics += FileAddressCheck.diagnostics(site, compiled, files: files)
        diagnostics += request.memory.value("same-documents", of: frontMatter) {
            SameDocuments.diagnostics(catalog)
        }
        let rows = rows(of: site, request)
        diagnostics += reach(of: rows, site)
        diagnostics += request.memory.value("lifecycle", of: frontMatter) {
            published.flatMap { lifecycle.diagnostics(of: $0) }
        }
        if published.isEmpty, !catalog.materials.isEmpty {
            diagnostics.append(Diagnostic(.allDrafts, at: SourceLocation(path: "content")))
        }
        guard let theme else { return (nil, diagnostics) }
        let (changes, unknown) = GitHistory.histories(of: site, request)
        diagnostics += unknown
        let rowsOfReaders = rows.positioned.flatMap { isPublished.contains($0) ? $1 : [] }
        if part == nil {
            diagnostics += EventTwice.diagnostics(rowsOfReaders, catalog) { site.origins[$0].location }
        }
        let shown = part.map { site.withholding($0.withheld) } ?? site
        let facts = request.memory.value("front-matter", of: frontMatter) {
            FrontMatterFacts(catalog, published: isPublished, request.parallel)
        }
        let album = Album(
            Album.Facts(
                configuration: site.configuration, catalog: shown.catalog, compiled: compiled, contents: site.contents,
                links: links, filler: filler, published: published,
                backlinks: backlinks, lifecycle: lifecycle,
                related: facts.related,
                coverage: request.memory.lasting("coverage", of: configured) {
                    coverage(shown, published)
                },
                regionCoverage: request.memory.lasting("region-coverage", of: configured) {
                    regionCoverage(shown, published)
                },
                binding: request.memory.lasting("binding", of: configured) {
                    BindingMaterials(
                        catalog, rows: catalog.schema.vocabulary(site.configuration.coverageRows),
                        published: published, lifecycle: lifecycle)
                },
                rows: CalendarRows(rowsOfReaders),
                albums: AlbumContents.all(catalog, compiled, published: isPublished),
                fileSizes: site.files.mapValues(\.byteCount), fileTexts: fileTexts, listRanks: facts.listRanks,
                showsDrafts: request.includesDrafts,
                ledger: site.ledger?.ledger ?? AddressLedger(), accessibility: site.accessibility,
                part: request.part, changes: changes))
        let home = Page(album, theme)
        let generated = PagePlans(home).generatedAddresses()
        diagnostics += GeneratedAddresses.diagnostics(album, site.origins, generated: generated)
        diagnostics += RedirectPage.diagnostics(album, generated: generated)
        if !site.rootFiles.isEmpty || !site.configuration.rootFiles.isEmpty {
            let pages = PagePlans(home).firstOfEachAddress().map { $0.address.lowercased() }
            let written = FileAddressCheck.addresses(site, compiled, files: files).union(pages)
            diagnostics += RootFiles.diagnostics(site.rootFiles, site.configuration, taken: written)
        }
        var (lost, returned): ([SiteAddress], [SiteAddress]) = ([], [])
        var books: [LedgerCheck.PublishedBook] = []
        if let ledger = site.ledger, part == nil {
            // Those of drafts alone no reader finds.
            let read = fileOwners.filter { owners in owners.value.contains { !catalog.materials[$0].isDraft } }
            let files = read.keys.map { Address.file(ofPath: $0) } + site.rootFiles.keys
            let check = LedgerCheck.diagnostics(ledger, PagePlans(home), site.catalog.schema, files: files)
            diagnostics += check.told
            (lost, returned, books) = (check.lost, check.back, check.books)
        }
        let complete = home.with(
            faults: faults(site, site.diagnostics + diagnostics))
        return (
            LinkedSite(
                home: complete, files: files.compactMap { site.files[$0] }.sorted { $0.path < $1.path },
                pictures: Set(pictures.compactMap { site.files[$0]?.path.text }), fileOwners: fileOwners,
                rootFiles: RootFiles.copied(site.rootFiles, site.configuration), content: site.content,
                sourceMap: site.sourceMap, lostAddresses: lost,
                returnedAddresses: returned, publishedBooks: books,
                stamps: stamps(complete, site)),
            diagnostics
        )
    }

    /// Where the links of all bodies lead; in memory, those of bodies that are what they were are taken over while all that
    /// can be named is what it was.
    private static func links(
        of site: LoadedSite, _ filler: BodyFiller, _ request: BuildRequest
    ) -> PerMaterial<BodyLinks> {
        let linker = BodyLinker(site, filler)
        let settled = site.stamps.files.map { stamp(site.stamps.frontMatter, $0) }
        return request.memory.each("links", of: settled, site.stamps.versions, request.parallel) { index in
            linker.links(of: index, site.compiled[index])
        }
    }

    private static func stamp(_ stamps: UInt64...) -> UInt64 {
        var hash = StableHash()
        for stamp in stamps { hash.add(stamp) }
        return hash.stamp
    }

    /// The rows of all tables that a calendar shows, by their materials.
    private static func rows(of site: LoadedSite, _ request: BuildRequest) -> PerMaterial<[CalendarRow]> {
        let places = site.catalog.schema.vocabulary(site.configuration.coverageRows)
        return request.memory.each("rows", of: site.stamps.frontMatter, site.stamps.versions, request.parallel) {
            CalendarRows.rows(of: $0, site.compiled[$0], site.catalog, places: places)
        }
    }

    /// What is told of whom rows concern; drafts too, whose forms tell it before they are published.
    private static func reach(
        of rows: PerMaterial<[CalendarRow]>, _ site: LoadedSite
    ) -> [Diagnostic] {
        let places = site.catalog.schema.vocabulary(site.configuration.coverageRows)
        return rows.positioned.flatMap { index, rows in
            rows.isEmpty
                ? []
                : RowReach.diagnostics(
                    rows, of: site.catalog.materials[index], site.compiled[index], site.catalog, places: places,
                    at: site.origins[index].location)
        }
    }

    /// The same with the books that were made of its albums.
    func with(_ books: AlbumBooks) -> LinkedSite {
        guard !books.made.isEmpty else { return self }
        var site = self
        site.home = home.with(books: books.made)
        site.stamps = stamps.with { [made = books.made] index in (made[index] ?? []).map(\.told) }
        return site
    }

    private static func stamps(_ home: Page, _ site: LoadedSite) -> AlbumStamps {
        let parts = AlbumStamps.Parts(
            configuration: site.stamps.configuration, theme: home.theme.stamp,
            templates: home.theme.templateStamps, kinds: site.stamps.kinds,
            units: site.unitStamps,
            faults: { index in home.faults(of: index).flatMap { [$0.code.name] + $0.arguments } })
        return AlbumStamps(home.album, parts)
    }

    private static func coverage(_ site: LoadedSite, _ published: [MaterialIndex]) -> Coverage? {
        guard let rows = site.catalog.schema.vocabulary(site.configuration.coverageRows),
            let columns = site.catalog.schema.vocabulary(site.configuration.coverageColumns)
        else { return nil }
        return Coverage(site.catalog, rows: rows, columns: columns, published: published)
    }

    private static func regionCoverage(_ site: LoadedSite, _ published: [MaterialIndex]) -> Coverage? {
        guard let rows = site.catalog.regionAxis, site.catalog.vocabularies[rows].id != site.configuration.coverageRows,
            let columns = site.catalog.schema.vocabulary(site.configuration.coverageColumns)
        else { return nil }
        return Coverage(site.catalog, rows: rows, columns: columns, published: published)
    }

    /// A picture or attachment as the site has it: without the place where it was taken.
    func publishedBytes(of entry: FileEntry) throws(FileError) -> [UInt8] {
        let bytes = try content.read(entry.path)
        return PicturePosition.removed(from: bytes) ?? bytes
    }

    /// The same by its path below the root of the site.
    func publishedBytes(at path: String) throws(FileError) -> [UInt8] {
        guard let entry = files.first(where: { Address.file(ofPath: $0.path.text).text == path }) else {
            throw FileError(.read, path, .system(ENOENT))
        }
        return try publishedBytes(of: entry)
    }

    // MARK: Diagnostics

    /// Names of the configuration that lead nowhere.
    private static func configurationDiagnostics(_ site: LoadedSite) -> [Diagnostic] {
        let broken = Set(site.diagnostics.filter { $0.severity == .error }.map(\.location.path))
        // A list or kind that is there and not understood was told of: the menu is right.
        func isBroken(_ name: String) -> Bool {
            ["vocabularies", "kinds"].contains { folder in
                ["yml", "yaml"].contains { broken.contains("content/\(folder)/\(name).\($0)") }
            }
        }
        return zip(site.configuration.menu, site.configuration.menuLocations)
            .filter { !Page.isMenuItem($0.0, site.catalog.schema) && !isBroken($0.0) }
            .map { Diagnostic(.unknownMenuItem, [$0.0], at: $0.1) }
            + [site.configuration.about, site.configuration.guide].compactMap(\.self).compactMap { named in
                let directory = site.catalog.directory
                if let withdrawn = directory.withdrawn(named.name) {
                    return directory.diagnostic(withdrawn, named: named.name, by: nil, at: named.place) {
                        directory.listings[$0].id.rawValue
                    }
                }
                guard case .one(let material) = directory.resolve(named.name) else {
                    return Diagnostic(
                        .unknownPage, [named.name], at: named.place,
                        candidates: directory.suggestions(for: named.name))
                }
                guard directory.isHidden(material) else { return nil }
                return Diagnostic(.linkToDraft, [directory.listings[material].title], at: named.place)
            }
            + [site.configuration.securityDiagnostic(on: site.configuration.edition)].compactMap(\.self)
    }

    /// Materials that nothing refers to: only a hint, since lists and search find them all the same.
    private static func orphans(_ site: LoadedSite, _ backlinks: Backlinks, _ isPublished: Set<MaterialIndex>)
        -> [Diagnostic]
    {
        return backlinks.orphans
            .filter {
                let material = site.catalog.materials[$0]
                // To doors the home page leads, to what tells of the site its list; plans, indicators and orders that approve
                // something are found by their lists, calendars and what they approve.
                return isPublished.contains($0) && material.axes.isEmpty && !site.origins[$0].isBroken
                    && !site.catalog.kind(of: material).roles.isAside && !standsByItself($0, site)
            }
            .map { Diagnostic(.orphan, at: site.origins[$0].location) }
    }

    /// Whether nobody has to link to a material: the calendar or a crosswalk leads to it, or it is a document that approves
    /// something, which leads there.
    private static func standsByItself(_ index: MaterialIndex, _ site: LoadedSite) -> Bool {
        let material = site.catalog.materials[index]
        let kind = site.catalog.kind(of: material)
        if kind.tables.contains(where: { !$0.views.isDisjoint(with: [.calendar, .crosswalk]) }) { return true }
        return kind.roles.citation != nil
            && kind.fields.contains { field in
                field.type == .references(.anyMaterial) && field.inverse != nil
                    && !site.catalog.materials(namedIn: field.id, of: material).isEmpty
            }
    }

    /// Files beside the materials that none of them shows or offers.
    ///
    /// Where a material of the folder cannot be read or names a file that is not there, this is said and no more: the
    /// file that looks unused is mostly the one that was meant.
    private static func strayFiles(
        _ site: LoadedSite, _ compiled: PerMaterial<CompiledMaterial>, _ links: PerMaterial<BodyLinks>
    ) -> [Diagnostic] {
        var used = compiled.reduce(into: Set<String>()) { $0.formUnion($1.sources) }
        for links in links {
            used.formUnion(links.files)
            used.formUnion(links.refusedFiles)
        }
        let unclear = site.origins.indices.filter { index in
            site.origins[index].isBroken
                || compiled[index].losesFiles
                || links[index].diagnostics.contains { PublishedFileCheck.lostFiles.contains($0.code) }
        }
        var folders = Set(unclear.map { Self.folder(site.catalog.materials[$0].path) })
        // What a page of a root shows that is left out here is no stray file of the root.
        folders.formUnion(site.catalog.directory.leftOutPaths.map { Self.folder($0) })
        let stray = site.files.keys.filter { !used.contains($0) && !folders.contains(Self.folder($0)) }
        return stray.sorted().map {
            Diagnostic(.strayFile, at: SourceLocation(path: "content/" + $0))
        }
    }

    private static func folder(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }

    /// The errors of each material, for pages that are published in spite of them.
    private static func faults(_ site: LoadedSite, _ diagnostics: [Diagnostic]) -> [MaterialIndex: [Diagnostic]] {
        let errors = Dictionary(grouping: diagnostics.filter { $0.severity == .error }, by: \.location.path)
        guard !errors.isEmpty else { return [:] }
        return site.origins.indices.reduce(into: [:]) { faults, index in
            let files = site.catalog.materials[index].tableFiles.map { "content/" + $0.path }
            let own = ([site.origins[index].path] + files).flatMap { errors[$0] ?? [] }
            if !own.isEmpty { faults[index] = own.sortedForPrinting() }
        }
    }
}

import AlbumModel
import Catalog
import Diagnostics
import Exports
import Files
import Formats
import Pages

/// What a web server is told of former addresses: it leads on at once, where the pages at these addresses need a browser that
/// reads them.
package struct ServerRules: Sendable {
    /// Whose language the rules are in.
    package enum Server: String, CaseIterable, Sendable { case nginx, apache }

    /// What stands at the address of a rule.
    private enum Answer: Sendable {
        case moved(SiteAddress)
        /// Nothing stands there any more; the page that tells readers so.
        case gone(SiteAddress)
        /// A page says that it was withdrawn.
        case withdrawn
    }

    /// In the order of their addresses.
    private let rules: [(from: SiteAddress, answer: Answer)]
    /// What stands before addresses on the server, with slashes at both ends.
    private let base: String

    /// - Parameters:
    ///   - pages: all of the site.
    ///   - base: the path at which the site is, with slashes at both ends: `/`, `/album/`.
    ///   - files: all else of it.
    init(_ pages: [PagePlan], _ album: Album, files present: Set<SiteAddress>, base: String) {
        // Of a file for download nothing is left, nor of one for programs but for calendars, which say that they end.
        let withdrawnPages = pages.filter { $0.standing == .withdrawn }.map(\.address)
        let moves = Dictionary(pages.moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        let living = Set(pages.filter { $0.standing == .present }.map(\.address))
        let files = album.ledger.entries.filter { $0.withdrawal != nil && !$0.address.text.hasSuffix(".html") }
            .map { entry -> (from: SiteAddress, answer: Answer) in
                // A file has no page that could say what stands instead of it: readers are led there.
                let next = album.ledger.successor(of: entry.address) { moves[$0] ?? (living.contains($0) ? $0 : nil) }
                return (entry.address, next.map { .moved($0) } ?? .gone(SitePages.notFound))
            }
        let made = WithdrawnFiles(album).addresses(of: withdrawnPages, present: present)
            .map { file -> (from: SiteAddress, answer: Answer) in (file.address, .gone(file.page)) }
        let withdrawn = Set(withdrawnPages)
        let albums = Set(album.albums.map { album.catalog.materials[$0.album].address })
        // A book goes where the page of its album goes.
        let books = album.ledger.entries.compactMap { entry -> (from: SiteAddress, answer: Answer)? in
            guard entry.withdrawal == nil, let page = entry.address.pageOfBook else { return nil }
            if withdrawn.contains(page) { return (entry.address, .gone(page)) }
            guard let to = moves[page], albums.contains(to) else { return nil }
            return (entry.address, .moved(entry.address.ofBook(of: to)))
        }
        let answers = pages.compactMap { page -> (from: SiteAddress, answer: Answer)? in
            switch page.standing {
            case .present: nil
            case .moved(let to): (page.address, .moved(to))
            case .withdrawn: (page.address, .withdrawn)
            // A page as Markdown answers as the page does.
            case .twin(let of) where withdrawn.contains(of): (page.address, .withdrawn)
            case .twin(let of): moves[of].map { (page.address, .moved($0.twin)) }
            }
        }
        rules = (answers + books + files + made).sorted { $0.from < $1.from }
        self.base = base
    }

    /// The rules as files of a site, so that each edition of it has its own; none for a server that has nothing to be told.
    func files() -> [(address: SiteAddress, bytes: [UInt8])] {
        Server.allCases.compactMap { server in
            let text = text(for: server)
            return text.isEmpty ? nil : (DataFiles.serverRules(of: server.rawValue), Array(text.utf8))
        }
    }

    /// The rules in the order of their addresses.
    ///
    /// nginx includes them within a `server`, Apache reads them as `.htaccess` or within a `VirtualHost`. A withdrawn page is
    /// sent as it is, and its status tells programs what it tells readers; in place of a file stands the page that says that it
    /// is gone.
    package func text(for server: Server) -> String {
        switch server {
        case .nginx: nginx()
        case .apache: apache()
        }
    }

    /// Whether any rule has such an answer.
    private func has(_ isWanted: (Answer) -> Bool) -> Bool { rules.contains { isWanted($0.answer) } }

    private func nginx() -> String {
        let shown = has { if case .withdrawn = $0 { true } else { false } }
        let told = has { if case .gone = $0 { true } else { false } }
        return (shown ? "location @album_withdrawn { try_files $uri =410; }\n" : "")
            + (told ? "location @album_gone { try_files $album_page =410; }\n" : "")
            + rules.map { from, answer in
                // It compares what it has decoded; no address holds a quote, a backslash or a line end.
                let place = "location = \"\(base)\(from.text)\""
                return switch answer {
                case .moved(let to): "\(place) { return 301 \(url(to))$is_args$args; }\n"
                case .gone(let page):
                    "\(place) { set $album_page \"\(base)\(page.text)\"; error_page 410 @album_gone; return 410; }\n"
                case .withdrawn: "\(place) { error_page 410 @album_withdrawn; return 410; }\n"
                }
            }.joined()
    }

    /// A document of the error is asked for anew, within the server: that time no rule answers (`REDIRECT_STATUS`).
    private func apache() -> String {
        if rules.isEmpty { return "" }
        // The rules themselves are not for readers, and what is not there is said on the site's own page.
        var text = "RedirectMatch 404 \"^\(base)\\.server/\"\nErrorDocument 404 \(url(SitePages.notFound))\n"
        var gone = ""
        func answer410(_ from: SiteAddress, with page: SiteAddress) {
            gone +=
                "RewriteCond %{ENV:REDIRECT_STATUS} ^$\n"
                + "RewriteCond %{REQUEST_URI} \"=\(base)\(from.text)\"\n"
                + "RewriteRule ^ - [E=album_page:\(url(page).dropFirst()),R=410,L]\n"
        }
        for (from, answer) in rules {
            switch answer {
            case .moved(let to): text += "Redirect 301 \"\(base)\(from.text)\" \(url(to))\n"
            case .gone(let page): answer410(from, with: page)
            case .withdrawn: answer410(from, with: from)
            }
        }
        if gone.isEmpty { return text }
        return text
            + "<IfModule mod_rewrite.c>\nRewriteEngine On\nErrorDocument 410 /%{reqenv:album_page}\n\(gone)</IfModule>\n"
    }

    private func url(_ address: SiteAddress) -> String { base + address.encoded }
}

extension SiteBuild {
    /// What the materials of the sources are called, by their addresses, drafts too.
    package static func titles(_ request: BuildRequest) throws(FileError) -> [SiteAddress: String] {
        let materials = try linked(request).0.map { $0.album.catalog.materials.map { ($0.address, $0.title) } } ?? []
        return Dictionary(materials, uniquingKeysWith: { first, _ in first })
    }

    /// Where readers find a page as the sources are now, or are led to one; none where too little of them can be read.
    package static func addressesOfReaders(_ request: BuildRequest) throws(FileError) -> Set<SiteAddress> {
        try linked(request).0.map { PagePlans($0.home).addressesOfReaders() } ?? []
    }

    /// What a web server is told of a site; nothing where it can't be published, which the diagnostics explain.
    package static func serverRules(
        _ request: BuildRequest
    ) throws(FileError) -> (rules: ServerRules?, diagnostics: [Diagnostic]) {
        let (site, diagnostics) = try linked(request)
        let rules = site.map { site in
            let pages = PagePlans(site.home).all()
            return ServerRules(
                pages, site.album, files: Set(SiteExports.all(site.home, pages: pages).map(\.address)),
                base: site.album.configuration.basePath)
        }
        return (rules, diagnostics)
    }
}

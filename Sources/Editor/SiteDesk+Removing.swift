import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Drafts that nobody wants: they leave the site with what only they show, and can be had back.
extension SiteDesk {
    /// Takes a draft out of `content/`, with its tables and the files that no other material names.
    ///
    /// What was typed and not saved is kept beside it. Of what is published nothing is removed: it is taken off the site first, so that nobody does it by one press.
    /// - Parameter bytes: what its file says.
    func remove(
        _ material: Material, _ text: EditableMaterial, _ bytes: [UInt8], _ site: SiteFiles, key: FormKey
    ) throws(FileError) -> SiteResponder.Answer {
        guard text.draft.listing.isDraft else { return plain(409, RemovalWord.removedIsPublished) }
        let isGone = try saving.withLock { _ throws(FileError) -> Bool in
            let path = try Self.path(of: material.path)
            guard try root.read(path) == bytes else { return false }
            var files = [(material.path, bytes)]
            for name in try ownFiles(of: material, bytes, site) {
                files.append((name, try root.read(try Self.path(of: name))))
            }
            try work.keepRemoved(files, key)
            let content = try SourceFolder("content", of: root.root)
            for (name, _) in files.reversed() { if let path = try? SitePath(name) { try content.remove(path) } }
            return true
        }
        guard isGone else { return plain(409, .conflict) }
        try work.forget(key)
        try work.forgetTold(material.path)
        return try listAfterRemoval()
    }

    /// Takes a file out of `content/` that nothing refers to; sent by the list.
    private func removeStray(_ name: String) throws(FileError) -> SiteResponder.Answer {
        guard state.withLock({ $0.strays.contains(name) }), let path = try? Self.path(of: name),
            let below = try? SitePath(name)
        else {
            return plain(409, .conflict)
        }
        let isGone = try saving.withLock { _ throws(FileError) -> Bool in
            guard try root.entry(path) != nil else { return false }
            try work.keepRemoved([(name, try root.read(path))], nil)
            try SourceFolder("content", of: root.root).remove(below)
            return true
        }
        guard isGone else { return plain(409, .conflict) }
        return try listAfterRemoval()
    }

    /// Leads to the list, which says what was removed last.
    private func listAfterRemoval() throws(FileError) -> SiteResponder.Answer {
        saved()
        let second = try work.removals().first.map { "?removed=\($0)" } ?? ""
        return Self.redirect(to: EditingRequest.prefix + second)
    }

    /// Files that nothing refers to, as a section of the list; empty where there are none.
    var strays: String {
        let names = state.withLock { $0.strays }
        guard !names.isEmpty else { return "" }
        func word(_ word: RemovalWord) -> String { HTMLEscaping.html(word.text(language)) }
        let rows = names.map { name in
            "<li><form method=\"post\" action=\"/_edit/removed\"><input type=\"hidden\" name=\"_token\" value=\"\(token)\"><p>\(HTMLEscaping.html(name))</p><div class=\"buttons\"><button name=\"_file\" value=\"\(HTMLEscaping.html(name))\">\(word(.removeStray))</button></div></form></li>"
        }
        return
            "<section class=\"removed\"><h2>\(word(.strays))</h2><p>\(word(.aboutStrays))</p><ul>\(rows.joined())</ul></section>"
    }

    /// Brings a removed draft or file back, or wipes it out for good; sent by the list.
    func removed(_ form: FormData) throws(FileError) -> SiteResponder.Answer {
        if let name = form["_file"] { return try removeStray(name) }
        guard let second = form["_at"].flatMap({ Int($0) }), let files = try work.removed(at: second) else {
            return plain(404, .notThere)
        }
        if form.has("_wipe") {
            try work.wipeRemoved(at: second)
            return Self.redirect(to: EditingRequest.prefix)
        }
        let isBack = try saving.withLock { _ throws(FileError) -> Bool in
            for (name, _) in files where try root.entry(Self.path(of: name)) != nil { return false }
            let content = try SourceFolder("content", of: root.root)
            for (name, bytes) in files.reversed() {
                if let path = try? SitePath(name) { _ = try content.create(path, bytes) }
            }
            return true
        }
        guard isBack else { return plain(409, RemovalWord.removedIsTaken) }
        if let draft = files.first { try work.bringTyped(.material(draft.path), ofRemoved: second) }
        try work.wipeRemoved(at: second)
        saved()
        let site = state.withLock { $0.site }
        let name = files.first?.path ?? ""
        let id = site?.catalog.materials.first { $0.path == name }?.id.rawValue ?? name
        return Self.redirect(to: EditingRequest.prefix + "?back=" + PercentEncoding.encoded(id))
    }

    /// That of a removed draft; its path where it cannot be read.
    static func title(of draft: (path: String, bytes: [UInt8]), _ site: SiteFiles) -> String {
        (try? EditableMaterial(draft.bytes, path: draft.path, site.catalog.schema))?.draft.listing.title ?? draft.path
    }

    /// The removed drafts, as a section of the list; empty where there are none.
    func removedDrafts(_ site: SiteFiles) throws(FileError) -> String {
        var rows = ""
        for second in try work.removals() {
            guard let (path, bytes) = try work.removed(at: second)?.first else { continue }
            let title = Self.title(of: (path, bytes), site)
            func word(_ word: RemovalWord, _ arguments: String...) -> String {
                HTMLEscaping.html(word.wording.text(language, arguments))
            }
            rows += """
                <li><form method="post" action="/_edit/removed"><input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_at" value="\(second)">
                <p>\(HTMLEscaping.html(title)) <small>\(word(.removedAt, time(second)))</small></p>
                <div class="buttons"><button name="_back" value="1">\(HTMLEscaping.html(EditorWord.bringBack.text(language)))</button>
                <details><summary>\(word(.wipe))</summary><p>\(word(.aboutWipe))</p><button name="_wipe" value="1">\(word(.wipeNow))</button></details></div></form></li>

                """
        }
        guard !rows.isEmpty else { return "" }
        let heading = HTMLEscaping.html(RemovalWord.removedDrafts.text(language))
        return "<section class=\"removed\"><h2>\(heading)</h2><ul>\(rows)</ul></section>"
    }

    /// Paths below `content/` of tables and files that a material names and no other does, in alphabetic order.
    ///
    /// A file is named by its name in the text; reads all materials.
    private func ownFiles(of material: Material, _ bytes: [UInt8], _ site: SiteFiles) throws(FileError) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let folder = try? SitePath("content/" + material.path).parent else { return [] }
        let names = try root.list(folder).entries.compactMap { entry -> String? in
            guard case .file = entry.kind, MaterialFileName.manner(entry.path.name) == .other else { return nil }
            return entry.path.name
        }.filter { text.contains($0) || text.contains(PercentEncoding.encoded($0)) }
        guard !names.isEmpty else { return [] }
        var own = Set(names)
        for other in site.catalog.materials where other.path != material.path && !own.isEmpty {
            let path = try Self.path(of: other.path)
            guard try root.entry(path) != nil else { continue }
            let text = String(decoding: try root.read(path), as: UTF8.self)
            own = own.filter { !text.contains($0) && !text.contains(PercentEncoding.encoded($0)) }
        }
        let prefix = String(folder.text.dropFirst("content/".count))
        return own.sorted().map { prefix.isEmpty ? $0 : prefix + "/" + $0 }
    }
}

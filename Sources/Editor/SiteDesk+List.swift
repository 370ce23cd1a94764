import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// The page that leads to all forms.
extension SiteDesk {
    func list(_ site: SiteFiles, _ query: FormData) throws(FileError) -> SiteResponder.Answer {
        try work.sweepWaiting(at: DiskClock.second)
        let unsaved = try work.unsaved()
        let kinds = site.catalog.kinds.map { kind in
            let mark = unsaved.contains(.new(kind.id)) ? " <strong class=\"badge\">\(word(.unsavedNew))</strong>" : ""
            return
                "<li><a href=\"\(HTMLEscaping.html(Self.address(ofNew: kind)))\">\(HTMLEscaping.html(kind.name.one))</a>\(mark) <small>\(HTMLEscaping.html(kind.description))</small></li>"
        }.joined()
        var sections = ""
        let materials = site.catalog.materials.filter { site.catalog.schema.root(ofPath: $0.path) == nil }
        for kind in site.catalog.kinds {
            let own = materials.filter { site.catalog.kind(of: $0).id == kind.id && !$0.isDraft }
            guard !own.isEmpty else { continue }
            var rows = ""
            for material in own { rows += try row(material, unsaved, site) }
            sections += section(kind.title, own.count, rows)
        }
        let guide = site.guide.map { "<p><a href=\"/\(HTMLEscaping.html($0.text))\">\(word(.handbook))</a></p>" } ?? ""
        let drafts = materials.filter(\.isDraft)
        var rows = ""
        for material in drafts { rows += try row(material, unsaved, site) }
        if !drafts.isEmpty { sections = section(EditorWord.drafts.text(language), drafts.count, rows) + sections }
        return Self.page(
            200, title: EditorWord.allMaterials.text(language), language,
            """
            \(try outcome(query, site))<h1>\(word(.choose))</h1>\(guide)<h2>\(word(.newMaterial))</h2>\(Self.ofAlbums(site.catalog.schema.roots, language))<ul class="kinds">\(kinds)</ul>
            <h2>\(word(.allMaterials))</h2>
            <div class="field finder" hidden><label for="finder">\(word(.findMaterial))</label><input id="finder" type="search" autocomplete="off"><p class="found" role="status" data-none="\(word(.noneFound))"></p></div>
            \(sections)
            \(waysToValues)
            \(strays)
            \(try removedDrafts(site))
            """, behind: "<script type=\"module\" src=\"/_edit/assets/list.js\"></script>")
    }

    /// What has become of the material that led here: left with edits, removed, brought back.
    private func outcome(_ query: FormData, _ site: SiteFiles) throws(FileError) -> String {
        if let second = query["removed"].flatMap({ Int($0) }), let draft = try work.removed(at: second)?.first {
            let word: RemovalWord = Self.isMaterial(draft.path) ? .draftRemoved : .strayRemoved
            let text = word.text(language, Self.title(of: draft, site))
            return "<p class=\"notice\" role=\"status\">\(HTMLEscaping.html(text))</p>"
        }
        if let name = query["back"], !Self.isMaterial(name), let path = try? Self.path(of: name),
            try root.entry(path) != nil
        {
            let text = RemovalWord.strayBack.text(language, name)
            return "<p class=\"notice\" role=\"status\">\(HTMLEscaping.html(text))</p>"
        }
        for (name, said) in [("later", EditorWord.putOff.wording), ("back", RemovalWord.draftBack.wording)] {
            guard let id = query[name], let material = site.catalog.materials.first(where: { $0.id.rawValue == id })
            else { continue }
            return """
                <p class="notice" role="status">\(HTMLEscaping.html(said.text(language, [material.title]))) \
                <a href="\(HTMLEscaping.html(Self.address(.material, of: material.id)))">\(word(.goOn))</a></p>
                """
        }
        return ""
    }

    /// Whether a path below `content/` is that of a material, and no file beside one.
    private static func isMaterial(_ path: String) -> Bool { MaterialFileName.manner(path) != .other }

    private func section(_ title: String, _ count: Int, _ rows: String) -> String {
        "<section class=\"of-kind\"><h3>\(HTMLEscaping.html(title)) <small>\(count)</small></h3><ul class=\"materials\">\(rows)</ul></section>"
    }

    private func word(_ word: EditorWord) -> String { HTMLEscaping.html(word.text(language)) }

    private func row(_ material: Material, _ unsaved: Set<FormKey>, _ site: SiteFiles) throws(FileError) -> String {
        let kind =
            material.isDraft ? " <small>\(HTMLEscaping.html(site.catalog.kind(of: material).name.one))</small>" : ""
        var marks = material.isDraft ? [EditorWord.isDraft] : []
        if unsaved.contains(.material(material.path)), try isUnsaved(material, site) { marks.append(.notSaved) }
        let shown = marks.map { " <strong class=\"badge\">\(word($0))</strong>" }.joined()
        return
            "<li><a href=\"\(HTMLEscaping.html(Self.address(.material, of: material.id)))\">\(HTMLEscaping.html(material.title))</a>\(kind)\(shown)\(try belongingMark(material, site))</li>"
    }

    /// What a draft is a newer version of or a text for, with the way there; nothing of others.
    private func belongingMark(_ material: Material, _ site: SiteFiles) throws(FileError) -> String {
        guard material.isDraft else { return "" }
        let bytes = try root.read(Self.path(of: material.path))
        guard let text = try? EditableMaterial(bytes, path: material.path, site.catalog.schema),
            let found = Predecessor(of: text, path: material.path, site.catalog)
        else { return "" }
        let word: JoinWord = found.reason == .named ? .listedBrought : .listedNewer
        let said = HTMLEscaping.html(word.text(language, site.catalog.materials[found.index].title))
        return
            " <small><a href=\"\(HTMLEscaping.html(Self.address(.joining, of: material.id)))\">\(said)</a></small>"
    }

    /// The same by the key of the form; a material that is not there yet is in no file.
    func isUnsaved(_ key: FormKey, _ site: SiteFiles) throws(FileError) -> Bool {
        guard case .material(let path) = key, let position = site.catalog.directory.position(ofPath: path) else {
            return true
        }
        return try isUnsaved(site.catalog.materials[position], site)
    }

    /// Whether what was typed in the form of a material says something else than its file.
    func isUnsaved(_ material: Material, _ site: SiteFiles) throws(FileError) -> Bool {
        guard let kept = try work.typed(.material(material.path)) else { return false }
        let bytes = try root.read(Self.path(of: material.path))
        guard let text = try? EditableMaterial(bytes, path: material.path, site.catalog.schema) else { return true }
        let typed = Typed(kept)
        if !typed.changes(of: text).isEmpty || typed.body != text.body { return true }
        return try isTableUnsaved(kept, material, site)
    }
}

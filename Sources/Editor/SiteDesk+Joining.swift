import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// A draft that was written for a material which is there, or is a newer version of it: its text goes into that one, which
// keeps its address, and the draft goes where removed drafts are.
extension SiteDesk {
    /// What the form of a draft says of the material that it seems to belong to.
    struct Belonging {
        let said: String
        /// Of the page that shows what would change.
        let address: String
    }

    func belonging(_ text: EditableMaterial, _ site: SiteFiles) -> Belonging? {
        let listing = text.draft.listing
        guard listing.isDraft, let found = Predecessor(of: text, path: listing.path, site.catalog) else { return nil }
        let other = site.catalog.materials[found.index]
        let word: JoinWord =
            found.reason == .named ? .broughtFor : other.isDraft ? .seemsNewerOfDraft : .seemsNewer
        return Belonging(said: word.text(language, other.title), address: Self.address(.joining, of: listing.id))
    }

    /// What a check says of the line that names a material: whoever reads the page reads it too.
    func lineForEditors(in text: EditableMaterial, _ catalog: AlbumCatalog) -> [FormMessage] {
        guard let line = Predecessor.line(in: text.body), case .one = catalog.directory.resolve(line.name) else {
            return []
        }
        let words = String(text.body[line.range])
        let start = text.body[..<line.range.lowerBound].utf16.count
        return [
            FormMessage(
                place: "_body", severity: .warning, text: JoinWord.lineIsSeen.text(language, ReadableText.text(words)),
                remedy: JoinWord.aboutLine.text(language),
                wrong: FormMessage.Wrong(range: start..<start + words.utf16.count, text: words))
        ]
    }

    /// Both of them as they are on the disk.
    private struct Pair {
        let draft: Material
        let draftText: EditableMaterial
        let draftBytes: [UInt8]
        let material: Material
        let text: EditableMaterial
        let bytes: [UInt8]
        let reason: Predecessor.Reason
    }

    private func pair(_ draft: Material, _ site: SiteFiles) throws(FileError) -> Pair? {
        let draftBytes = try root.read(Self.path(of: draft.path))
        guard let draftText = try? EditableMaterial(draftBytes, path: draft.path, site.catalog.schema),
            draftText.draft.listing.isDraft, let found = Predecessor(of: draftText, path: draft.path, site.catalog)
        else { return nil }
        let material = site.catalog.materials[found.index]
        let bytes = try root.read(Self.path(of: material.path))
        guard let text = try? EditableMaterial(bytes, path: material.path, site.catalog.schema) else { return nil }
        return Pair(
            draft: draft, draftText: draftText, draftBytes: draftBytes, material: material, text: text, bytes: bytes,
            reason: found.reason)
    }

    /// The page with all that would change; sent here, what is ticked is put in.
    ///
    /// ```
    /// _base, _draft   digests of the material and the draft that somebody has seen
    /// _take           the name of a part, for each that is ticked
    /// _join           to be saved at once; else it is put into the form of the material
    /// ```
    func joining(_ draft: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        guard let pair = try pair(draft, site) else { return plain(404, JoinWord.gone.wording) }
        var blocks: [JoinWord] = []
        if try isUnsaved(pair.draft, site) { blocks.append(.unsavedDraft) }
        if try isUnsaved(pair.material, site) { blocks.append(.unsavedMaterial) }
        guard let form, blocks.isEmpty else { return joiningPage(pair, site, blocks: blocks) }
        guard form["_base"] == Self.digest(pair.bytes), form["_draft"] == Self.digest(pair.draftBytes) else {
            return joiningPage(pair, site, status: 409, told: [JoinWord.changed.text(language)])
        }
        let taken = Set(form.pairs.filter { $0.name == "_take" }.map(\.value))
        guard !taken.isEmpty else {
            return joiningPage(pair, site, status: 422, told: [JoinWord.notTaken.text(language)], taken: taken)
        }
        let typed = try joined(pair, taking: taken, site)
        guard form.has("_join") else { return try toForm(typed, pair) }
        guard let bytes = try? pair.text.applying(typed.changes(of: pair.text), body: typed.body) else {
            return joiningPage(pair, site, status: 422, told: [JoinWord.refused.text(language)], taken: taken)
        }
        let looked = try look(bytes, pair.material.path, site)
        let errors = looked.messages.filter { $0.severity == .error }.map(\.text) + Self.elsewhere(looked, language)
        guard errors.isEmpty || pair.material.isDraft && looked.elsewhere.isEmpty else {
            return joiningPage(pair, site, status: 422, told: [JoinWord.refused.text(language)] + errors, taken: taken)
        }
        guard try write(bytes, over: pair.bytes, at: pair.material.path) else {
            return joiningPage(pair, site, status: 409, told: [JoinWord.changed.text(language)])
        }
        // The material says it now: a draft that cannot be removed stays, and nothing is lost.
        let answer = try remove(pair.draft, pair.draftText, pair.draftBytes, site, key: .material(pair.draft.path))
        if answer.status != 303 { saved() }
        state.withLock {
            $0.lastSave = Save(path: pair.material.path, second: DiskClock.second, isDraft: pair.material.isDraft)
        }
        return Self.redirect(to: "/" + pair.material.address.text)
    }

    private func joining(_ pair: Pair, _ site: SiteFiles, draft: EditableMaterial? = nil) -> Joining {
        Joining(
            draft ?? pair.draftText, into: pair.text, pair.reason, ReadableValue(site.catalog),
            textHeading: JoinWord.textHeading.text(language), introLabel: JoinWord.intro.text(language))
    }

    /// What the material says with the parts that are taken; files of a draft in another folder wait beside it.
    private func joined(_ pair: Pair, taking names: Set<String>, _ site: SiteFiles) throws(FileError) -> Typed {
        let (from, to) = (Self.folder(of: pair.draft.path), Self.folder(of: pair.material.path))
        guard from != to else { return joining(pair, site).typed(taking: names) }
        var bytes = pair.draftBytes
        let folder = try Self.path(of: pair.draft.path).parent
        for entry in try root.list(folder).entries where entry.kind == .file {
            let name = entry.path.name
            guard MaterialFileName.manner(name) == .other, FileNameUse(name).isNamed(in: bytes) else { continue }
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let file = try root.read(entry.path)
            guard
                let kept = try keep(file, stem: String(name[..<dot]), ending: String(name[dot...].dropFirst()), in: to)
            else { continue }
            bytes = FileNameUse(name).renamed(to: kept.name, in: bytes)
        }
        let draft = try? EditableMaterial(bytes, path: pair.draft.path, site.catalog.schema)
        return joining(pair, site, draft: draft).typed(taking: names)
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Puts what is taken into the form of the material, as if somebody had typed it.
    private func toForm(_ typed: Typed, _ pair: Pair) throws(FileError) -> SiteResponder.Answer {
        let key = FormKey.material(pair.material.path)
        var pairs = typed.fields.map { ("field." + $0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        pairs += [("_body", typed.body), ("_key", key.text), ("_base", Self.digest(pair.bytes))]
        let encoded = pairs.map { PercentEncoding.encoded($0.0) + "=" + PercentEncoding.encoded($0.1) }
        try work.write(Array(encoded.joined(separator: "&").utf8), key, in: .typed)
        try work.keepBase(pair.bytes, of: pair.material.path)
        return Self.redirect(to: Self.address(.material, of: pair.material.id))
    }

    // MARK: The page

    /// The field by which the site asks readers for the text of a material, and what it says; nothing where it does not.
    private func wanted(_ pair: Pair, _ site: SiteFiles) -> (field: String, value: String)? {
        guard pair.reason == .named, let wanted = pair.text.kind.sharing?.wanted,
            let field = pair.text.kind.field(wanted.field), let entry = pair.material.entries(wanted.field).first
        else { return nil }
        let named = site.catalog.vocabularies[entry.vocabulary].entries[entry.entry]
        return named.id == wanted.value ? (field.label, named.handyName) : nil
    }

    private func joiningPage(
        _ pair: Pair, _ site: SiteFiles, status: Int = 200, told: [String] = [], blocks: [JoinWord] = [],
        taken: Set<String>? = nil
    ) -> SiteResponder.Answer {
        func word(_ word: JoinWord, _ arguments: String...) -> String {
            HTMLEscaping.html(word.wording.text(language, arguments))
        }
        let joining = joining(pair, site)
        let source = word(pair.reason == .named ? .kindOfBrought : .kindOfNewer, pair.draft.title)
        let links = [(JoinWord.openDraft, pair.draft), (.openMaterial, pair.material)].map { name, material in
            "<a href=\"\(HTMLEscaping.html(Self.address(.material, of: material.id)))\">\(word(name))</a>"
        }.joined(separator: " · ")
        let notices = (told + blocks.map { $0.text(language) }).map {
            "<p class=\"notice\" role=\"status\">\(HTMLEscaping.html($0))</p>"
        }.joined()
        let parts = joining.parts.map { part in
            let isTicked = taken?.contains(part.name) ?? part.isTaken
            let note = part.old.isEmpty ? " <small>\(word(.isNew))</small>" : ""
            return """
                <section class="save"><h2><label class="choice"><input type="checkbox" name="_take" value="\(HTMLEscaping.html(part.name))"\(isTicked ? " checked" : "")> \(word(.take, part.label))</label>\(note)</h2>\(TextComparison.html(from: part.old, to: part.new))</section>

                """
        }.joined()
        let rest = [
            joining.staying.isEmpty ? "" : word(.staying, joining.staying.joined(separator: ", ")),
            joining.homeless.isEmpty ? "" : word(.homeless, joining.homeless.joined(separator: "; ")),
            wanted(pair, site).map { word(.stillWanted, $0.field, $0.value) } ?? "",
        ].filter { !$0.isEmpty }.map { "<p>\($0)</p>" }.joined()
        let buttons =
            !blocks.isEmpty
            ? ""
            : "<p class=\"help\">\(word(.aboutButtons))</p><div class=\"buttons\"><button name=\"_join\" value=\"1\">\(word(.join))</button><button name=\"_open\" value=\"1\" class=\"quiet\">\(word(.toForm))</button></div>"
        let form = """
            <p>\(word(.about))</p><p class="help">\(word(.before))</p>
            <form method="post" class="joining" autocomplete="off"><input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_base" value="\(Self.digest(pair.bytes))"><input type="hidden" name="_draft" value="\(Self.digest(pair.draftBytes))">
            \(parts)\(rest)\(buttons)</form>
            """
        return Self.page(
            status, title: JoinWord.title.text(language, pair.material.title), language,
            """
            <h1>\(word(.title, pair.material.title))</h1><p class="kind">\(source) \(links)</p>\(notices)
            \(joining.parts.isEmpty ? "<p>\(word(.nothingNew))</p>\(rest)" : form)
            """)
    }
}

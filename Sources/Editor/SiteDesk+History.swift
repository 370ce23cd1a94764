import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// What a material said before each save, and the way back.
extension SiteDesk {
    func history(
        _ material: Material, _ query: FormData, _ form: FormData?, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        let now = try root.read(Self.path(of: material.path))
        if let form, form.has("_wipe") {
            try work.wipeHistory(of: material.path)
            return Self.redirect(to: Self.address(.history, of: material.id))
        }
        if let form {
            guard let second = form["_at"].flatMap({ Int($0) }),
                let bytes = try work.replaced(material.path, at: second)
            else { return plain(404, .notThere) }
            let restored = Self.inState(of: now, bytes, material, site)
            let looked = try look(restored, material.path, site)
            guard form["_base"] == Self.digest(now), try write(restored, over: now, at: material.path) else {
                return plain(409, .conflict)
            }
            try withdraw(looked.withdrawn, site)
            try restore(looked.returned)
            saved()
            return Self.redirect(to: Self.address(.history, of: material.id) + "?back=1")
        }
        var (later, sections) = (now, "")
        var saves: [(second: Int, bytes: [UInt8])] = []
        for second in try work.saves(of: material.path) {
            if let bytes = try work.replaced(material.path, at: second) { saves.append((second, bytes)) }
        }
        // Saves of one minute are told apart by their seconds.
        let times = Dictionary(grouping: saves.map { time($0.second) }) { $0 }
        func shown(_ second: Int) -> String {
            let time = time(second)
            return times[time, default: []].count > 1 ? self.time(second, isExact: true) : time
        }
        // Whether readers saw a text is no part of it: each is read once.
        let texts = ([now] + saves.map(\.bytes)).map { Self.inState(of: now, $0, material, site) }
        for (place, (second, bytes)) in saves.enumerated() {
            // A save that made the text what it was before an earlier one; none that only took it off the site or put it there.
            let source =
                texts[place] == texts[place + 1] ? nil : texts.dropFirst(place + 2).firstIndex(of: texts[place])
            let heading = HTMLEscaping.html(
                source.map { EditorWord.broughtBackAt.text(language, shown(second), shown(saves[$0 - 1].second)) }
                    ?? EditorWord.savedAt.text(language, shown(second)))
            let address = "\(Self.address(.earlier, of: material.id))?at=\(second)"
            sections += """
                <section class="save"><h2>\(heading)</h2><h3>\(word(.changedBy))</h3>\(changes(from: bytes, to: later, material, site))
                <div class="buttons"><a href="\(HTMLEscaping.html(address))">\(word(.wholeText))</a></div></section>

                """
            later = bytes
        }
        let none = "<p>\(word(.noHistory))</p>"
        if !sections.isEmpty { sections += wiping(material) }
        return Self.page(
            200, title: "\(material.title) — \(EditorWord.history.text(language))", language,
            head(material) + (query.has("back") ? broughtBack(material) : "")
                + (sections.isEmpty ? none : sections))
    }

    /// An earlier text as published, or as a draft, as the material is now: nobody takes it off the site by that.
    private static func inState(of now: [UInt8], _ bytes: [UInt8], _ material: Material, _ site: SiteFiles) -> [UInt8] {
        guard let new = try? EditableMaterial(now, path: material.path, site.catalog.schema),
            let old = try? EditableMaterial(bytes, path: material.path, site.catalog.schema),
            new.draft.listing.isDraft != old.draft.listing.isDraft
        else { return bytes }
        let change: EditableMaterial.Change =
            new.draft.listing.isDraft ? .set(CoreField.draft, .text("да")) : .remove(CoreField.draft)
        return (try? old.applying([change], body: old.body)) ?? bytes
    }

    /// The whole text as it was before a save, with the button that brings it back.
    func earlier(_ material: Material, _ query: FormData, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        guard let second = query["at"].flatMap({ Int($0) }), let bytes = try work.replaced(material.path, at: second)
        else { return plain(404, .notThere) }
        let now = try root.read(Self.path(of: material.path))
        let (fields, body) = Self.said(bytes, material, site)
        let rows = fields.filter { !$0.text.isEmpty && $0.id != CoreField.draft }.map { field in
            "<dt>\(HTMLEscaping.html(field.label))</dt><dd>\(HTMLEscaping.html(field.text))</dd>"
        }
        let address = Self.address(.history, of: material.id)
        let back = "<a href=\"\(HTMLEscaping.html(address))\">\(word(.history))</a>"
        return Self.page(
            200, title: "\(material.title) — \(EditorWord.olderText.text(language))", language,
            """
            \(head(material))
            <h2>\(word(.olderText)): \(HTMLEscaping.html(time(second)))</h2>
            \(stateThen(fields.contains { $0.id == CoreField.draft && !$0.text.isEmpty }, material))
            <dl class="earlier">\(rows.joined())</dl><div class="said" tabindex="0" role="group" aria-label="\(word(.text))">\(HTMLEscaping.html(body))</div>
            <form method="post" action="\(HTMLEscaping.html(address))"><input type="hidden" name="_token" value="\(token)">
            <input type="hidden" name="_base" value="\(Self.digest(now))">
            <div class="buttons"><button name="_at" value="\(second)">\(word(.bringBack))</button>\(back)</div></form>
            """)
    }

    /// What is said of a text that readers saw then and do not now, or the other way round: that does not come back with it.
    private func stateThen(_ wasDraft: Bool, _ material: Material) -> String {
        wasDraft == material.isDraft ? "" : "<p class=\"notice\">\(word(wasDraft ? .wasDraftThen : .wasShownThen))</p>"
    }

    /// Earlier texts hold what was taken out of a material, personal data too: they can be wiped out.
    private func wiping(_ material: Material) -> String {
        """
        <details class="wipe"><summary>\(word(RemovalWord.wipeHistory))</summary><form method="post" action="\(HTMLEscaping.html(Self.address(.history, of: material.id)))">
        <input type="hidden" name="_token" value="\(token)"><p>\(word(RemovalWord.aboutWipeHistory))</p><button name="_wipe" value="1">\(word(RemovalWord.wipeNow))</button></form></details>
        """
    }

    private func word(_ word: EditorWord) -> String { HTMLEscaping.html(word.text(language)) }

    private func word(_ word: RemovalWord) -> String { HTMLEscaping.html(word.text(language)) }

    /// Said when an earlier text came back, with the ways on: to what readers see, and to the form.
    private func broughtBack(_ material: Material) -> String {
        let (page, form) = ("/" + material.address.text, Self.address(.material, of: material.id))
        return """
            <p class="notice" role="status">\(word(.broughtBack)) \
            <a href="\(HTMLEscaping.html(page))">\(word(.openPage))</a> · <a href="\(HTMLEscaping.html(form))">\(word(.goOn))</a></p>
            """
    }

    private func head(_ material: Material) -> String {
        let title = HTMLEscaping.html("\(material.title): \(EditorWord.history.text(language))")
        let address = HTMLEscaping.html(Self.address(.material, of: material.id))
        return "<h1>\(title)</h1><p class=\"kind\"><a href=\"\(address)\">\(word(.edit))</a></p>"
    }

    // MARK: What has changed

    /// Each field that says something else, by its label, and the text.
    private func changes(from old: [UInt8], to new: [UInt8], _ material: Material, _ site: SiteFiles) -> String {
        let (before, after) = (Self.said(old, material, site), Self.said(new, material, site))
        let differing = zip(before.fields, after.fields).filter { $0.text != $1.text }
        // Of a draft it is said what became of it: whether readers see it.
        let state = differing.first { $0.0.id == CoreField.draft }.map { old, _ in
            "<p>\(word(old.text.isEmpty ? .wasWithdrawn : .wasPublished))</p>"
        }
        var parts = differing.filter { $0.0.id != CoreField.draft }.map { old, new in
            (old.label, TextComparison.html(from: old.text, to: new.text))
        }
        if before.body != after.body {
            parts.append((EditorWord.text.text(language), TextComparison.html(from: before.body, to: after.body)))
        }
        guard !parts.isEmpty || state != nil else { return "<p>\(word(.noChange))</p>" }
        return (state ?? "") + parts.map { "<h4>\(HTMLEscaping.html($0.0))</h4>\($0.1)" }.joined()
    }

    /// What a file says: its fields by their labels, in one order, and its text.
    ///
    /// A file whose fields cannot be read is all text.
    private static func said(_ bytes: [UInt8], _ material: Material, _ site: SiteFiles)
        -> (fields: [(id: FieldID, label: String, text: String)], body: String)
    {
        let (kind, readable) = (site.catalog.kind(of: material), ReadableValue(site.catalog))
        let shown = kind.fields.filter { Typed.shown(kind).map(\.id).contains($0.id) || $0.id == CoreField.draft }
        guard let text = try? EditableMaterial(bytes, path: material.path, site.catalog.schema) else {
            return (shown.map { ($0.id, $0.label, "") }, String(decoding: bytes, as: UTF8.self))
        }
        return (
            shown.map { field in
                let lines: String =
                    switch text.text(of: field.id) {
                    case nil: ""
                    case .text(let text): text
                    case .list(let items): items.joined(separator: "\n")
                    }
                return (field.id, field.label, readable.text(lines, of: field))
            }, text.body
        )
    }

    /// «сегодня в 14:05», by the clock of this computer.
    /// - Parameter isExact: with the second.
    func time(_ second: Int, isExact: Bool = false) -> String {
        let moment = LocalTime(second: second)
        let clock = isExact ? moment.exactClock : moment.clock
        let now = DiskClock.second
        func isSameDay(_ other: Int) -> Bool {
            let other = LocalTime(second: other)
            return (other.year, other.month, other.day) == (moment.year, moment.month, moment.day)
        }
        if isSameDay(now) { return EditorWord.today.text(language, clock) }
        if isSameDay(now - 86_400) { return EditorWord.yesterday.text(language, clock) }
        let day = DateText(language).day(moment.year, moment.month, moment.day)
        return EditorWord.at.text(language, day, clock)
    }
}

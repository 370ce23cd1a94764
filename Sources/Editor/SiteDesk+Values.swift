import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Values of the site and entries of its lists: pages that work without a script.
extension SiteDesk {
    /// The page of some values, or the answer to it when it was sent.
    ///
    /// - Parameter isStranger: whether the form that was sent is of a page older than the program.
    func values(
        _ edited: some EditedValues, _ query: FormData, _ form: FormData?, _ site: SiteFiles, isStranger: Bool = false
    ) throws(FileError) -> SiteResponder.Answer {
        guard try root.entry(edited.path) != nil, case let bytes = try root.read(edited.path),
            let now = edited.values(of: bytes)
        else { return plain(422, ValuesWord.unreadable) }
        var page = ValuesPage(edited: edited, now: now, values: now, token: token, language: language)
        page.history = try earlierValues(edited, bytes)
        if let list = edited as? NewEntryValues { page.removed = try removedEntries(list, bytes) }
        guard let form else {
            if let second = query["at"].flatMap({ Int($0) }),
                let earlier = try work.replaced(edited.kept, at: second).flatMap(edited.values)
            {
                page.values = earlier
                page.notices = [ValuesWord.earlier.text(language, time(second))]
            } else if let said = query["saved"].flatMap(ValuesSaid.init) {
                page.notices = [said.word.text(language)] + unchanged(query, edited, now)
                if let count = query["respelled"].flatMap({ Int($0) }), count > 0 {
                    page.notices.append(ValuesWord.respelled.text(language, String(count)))
                }
                if said == .added, let tile = now["tile"], !tile.isEmpty {
                    page.notices.append(ValuesWord.tileGiven.text(language, tile))
                }
                page.isSaved = true
            }
            return Self.html(200, page.html())
        }
        // A button beside the fields sends none of them.
        if !form.has("_remove"), !form.has("_back") {
            page.values = edited.fields.reduce(into: [:]) { $0[$1.key] = $1.tidy(form[$1.name] ?? "") }
        }
        page.isSlip = form.has(EntryValues.slip)
        if isStranger {
            page.notices = [EditorWord.restarted.text(language)]
            return Self.html(403, page.html())
        }
        if form.has("_remove"), let entry = edited as? EntryValues { return try remove(entry, bytes, page, site) }
        if let id = form["_back"], let second = form["_at"].flatMap({ Int($0) }), let list = edited as? NewEntryValues {
            return try bringBack(EntryID(id), at: second, list, bytes, page)
        }
        return try save(page, edited, bytes, form, site)
    }

    /// What is told of values that a save has left and that may be wrong now.
    private func unchanged(_ query: FormData, _ edited: some EditedValues, _ now: [String: String]) -> [String] {
        let keys = Set((query["unchanged"] ?? "").split(separator: ",").map(String.init))
        let kept = edited.fields.filter { keys.contains($0.key) && now[$0.key] != nil }.map { field in
            "\(field.label.text(language, [])) — «\(now[field.key] ?? "")»"
        }
        return kept.isEmpty ? [] : [ValuesWord.unchanged.text(language, kept.joined(separator: ", "))]
    }

    private func save(
        _ page: ValuesPage, _ edited: some EditedValues, _ bytes: [UInt8], _ form: FormData, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        var page = page
        guard form["_base"] == page.base else {
            (page.notices, page.comparesNow) = ([ValuesWord.changed.text(language)], true)
            return Self.html(409, page.html())
        }
        page.faults = edited.fields.filter { $0.isNeeded && (page.values[$0.key] ?? "").isEmpty }.map { field in
            (field.key, ValuesWord.missing.text(language, field.label.text(language, [])))
        }
        if page.faults.isEmpty, let fault = edited.fault(in: page.values, language) { page.faults = [fault] }
        guard page.faults.isEmpty else { return Self.html(422, page.html()) }
        guard let changed = edited.changed(bytes, to: page.values, form) else {
            page.refusals = [ValuesWord.unsafe.text(language)]
            return Self.html(422, page.html())
        }
        guard changed.bytes != bytes else {
            return Self.redirect(to: edited.address + "?saved=" + ValuesSaid.same.rawValue)
        }
        var texts = [edited.path: changed.bytes]
        var trial = try trial(texts)
        // Materials that say a name which is none any more say the right one then.
        let respelled = try respelled(trial.errors, changed.respelled)
        if !respelled.isEmpty {
            texts.merge(respelled) { own, _ in own }
            trial = try self.trial(texts)
        }
        guard trial.errors.isEmpty else {
            refuse(trial.errors, edited, site, &page)
            return Self.html(422, page.html())
        }
        guard try replace(edited, bytes, with: changed.bytes, and: respelled) else {
            page.notices = [ValuesWord.changed.text(language)]
            return Self.html(409, page.html())
        }
        try restore(trial.returned)
        saved()
        let left = changed.unchanged.isEmpty ? "" : "&unchanged=" + changed.unchanged.joined(separator: ",")
        let also = respelled.isEmpty ? "" : "&respelled=\(respelled.count)"
        return Self.redirect(to: changed.address + "?saved=" + changed.said.rawValue + left + also)
    }

    private func trial(_ texts: [SitePath: [UInt8]]) throws(FileError) -> Trial {
        try trial(UnsavedFiles(Dictionary(uniqueKeysWithValues: texts.map { (root.absolutePath($0), $1) })))
    }

    /// Tells at the field, where one of the values is what a message is about, or else by the place that would be wrong.
    private func refuse(
        _ errors: [Diagnostic], _ edited: some EditedValues, _ site: SiteFiles, _ page: inout ValuesPage
    ) {
        for error in errors where error.location.path == edited.path.text {
            let field = edited.fields.first { field in
                let value = page.values[field.key] ?? ""
                return value != page.now[field.key] && error.arguments.contains { $0.count > 2 && value.contains($0) }
            }
            guard let field, !page.faults.contains(where: { $0.key == field.key }) else { continue }
            page.faults.append((field.key, error.code.message.text(language, error.arguments)))
        }
        guard page.faults.isEmpty else { return }
        page.refusals = [ValuesWord.fault.text(language)]
        page.places = places(of: errors, site)
    }

    /// The files in which errors are about names that are none any more, with the names that stand for them; no other byte
    /// is changed, and a file stays as it is where one of them cannot be.
    private func respelled(
        _ errors: [Diagnostic], _ names: [String: String]
    ) throws(FileError) -> [SitePath: [UInt8]] {
        guard !names.isEmpty else { return [:] }
        let new = Dictionary(names.map { (NameFolding.fold($0), $1) }) { first, _ in first }
        var texts: [SitePath: [UInt8]] = [:]
        for (path, errors) in Dictionary(grouping: errors, by: \.location.path) {
            guard let place = try? SitePath(path), try root.entry(place) != nil,
                let raw = RawText(try root.read(place), path: path)
            else { continue }
            let edits = errors.map { error -> TextEdit? in
                guard error.code == .unknownValue, let range = error.location.range, let old = error.arguments.first,
                    let name = new[NameFolding.fold(old)], !name.contains(where: { "\"'\\|".contains($0) })
                else { return nil }
                let written = raw.file.text(range)
                // Quotation marks around it stay.
                guard let found = written.range(of: old) else { return nil }
                let start = range.lowerBound + written[..<found.lowerBound].utf8.count
                return TextEdit(range: start..<start + old.utf8.count, text: name)
            }
            if !edits.contains(nil) { texts[place] = raw.applying(Array(Set(edits.compactMap(\.self)))) }
        }
        return texts
    }

    /// - Parameter others: what other files say then; each is kept as it was, too.
    func replace(
        _ edited: some EditedValues, _ base: [UInt8], with bytes: [UInt8], and others: [SitePath: [UInt8]] = [:]
    ) throws(FileError) -> Bool {
        try saving.withLock { _ throws(FileError) -> Bool in
            guard try root.read(edited.path) == base else { return false }
            let folder = try SourceFolder(".", of: root.root)
            for (path, text) in others {
                try work.keepReplaced(try root.read(path), of: path.inHistory)
                try folder.write(path, text)
            }
            try work.keepReplaced(base, of: edited.kept)
            try folder.write(edited.path, bytes)
            return true
        }
    }

    /// What was said before each save that has changed these values, the last save first.
    private func earlierValues(_ edited: some EditedValues, _ now: [UInt8]) throws(FileError) -> [ValuesPage.Earlier] {
        guard var later = edited.values(of: now) else { return [] }
        var found: [ValuesPage.Earlier] = []
        for second in try work.saves(of: edited.kept) {
            guard let values = try work.replaced(edited.kept, at: second).flatMap(edited.values) else { continue }
            let changes = edited.fields.compactMap { field -> (label: String, html: String)? in
                let (old, new) = (values[field.key] ?? "", later[field.key] ?? "")
                return old == new ? nil : (field.label.text(language), TextComparison.html(from: old, to: new))
            }
            if !changes.isEmpty {
                found.append(ValuesPage.Earlier(second: second, time: time(second), changes: changes))
            }
            later = values
        }
        return found
    }

    // MARK: Lists

    /// The values that a path below the desk is about; nothing where there are none such.
    func edited(at path: String, _ site: SiteFiles) -> (any EditedValues)? {
        if path == "site" { return SiteValues() }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map {
            PercentEncoding.decoded(String($0))
        }
        let schema = site.catalog.schema
        guard [2, 3].contains(parts.count), parts[0] == "lists", let list = parts[1],
            let position = schema.vocabulary(VocabularyID(list)), isEdited(schema.vocabularies[position], site)
        else { return nil }
        guard parts.count == 3 else { return NewEntryValues(schema.vocabularies[position], schema) }
        guard let id = parts[2],
            schema.vocabularies[position].entries.contains(where: { $0.id.rawValue == id && $0.root == nil })
        else { return nil }
        return EntryValues(schema.vocabularies[position], EntryID(id), schema)
    }

    /// Whether a vocabulary has entries of the site's own, and fields or columns choose from it, or it is an axis.
    private func isEdited(_ vocabulary: Vocabulary, _ site: SiteFiles) -> Bool {
        guard vocabulary.entries.contains(where: { $0.root == nil }) else { return false }
        return vocabulary.isAxis
            || site.catalog.kinds.contains { kind in
                (kind.fields + kind.tables.flatMap(\.columns)).contains { $0.type.vocabulary == vocabulary.id }
            }
    }

    /// Where the values are edited that a page of the site shows: of an axis' entry, and of the home page; nothing of others.
    func addressOfValues(_ page: String, _ site: SiteFiles) -> String? {
        if page.isEmpty || page == "index.html" { return SiteValues.address }
        for vocabulary in site.catalog.schema.vocabularies where vocabulary.isAxis {
            for entry in vocabulary.entries where entry.root == nil && SitePages.entry(vocabulary, entry).text == page {
                return EntryValues(vocabulary, entry.id, site.catalog.schema)?.address
            }
        }
        return nil
    }

    /// The page that leads to the entries of all lists.
    func lists(_ site: SiteFiles) -> SiteResponder.Answer {
        let rows = site.catalog.schema.vocabularies.compactMap { vocabulary -> String? in
            guard isEdited(vocabulary, site), let list = NewEntryValues(vocabulary, site.catalog.schema) else {
                return nil
            }
            let count = vocabulary.entries.count { $0.root == nil }
            return """
                <li><a href="\(HTMLEscaping.html(list.address))">\(HTMLEscaping.html(vocabulary.title))</a> <small>\(count)</small></li>

                """
        }
        let title = ValuesWord.lists.text(language)
        return Self.page(
            200, title: title, language,
            "<h1>\(HTMLEscaping.html(title))</h1><p>\(HTMLEscaping.html(ValuesWord.aboutLists.text(language)))</p>\n<ul class=\"kinds\">"
                + rows.joined() + "</ul>")
    }

    /// The ways to these pages, as a section of the list of materials.
    var waysToValues: String {
        let ways = [(SiteValues.address, ValuesWord.theSite), ("/_edit/lists", .lists)].map { address, word in
            "<li><a href=\"\(address)\">\(HTMLEscaping.html(word.text(language)))</a></li>"
        }
        return "<h2>\(HTMLEscaping.html(ValuesWord.settings.text(language)))</h2><ul>\(ways.joined())</ul>"
    }
}

extension EditedValues {
    /// What the file is called in the history of saves, as materials are: below `content/`.
    var kept: String { path.inHistory }
}

extension SitePath {
    /// What a file below the site's root is called in the history of saves.
    fileprivate var inHistory: String {
        text.hasPrefix("content/") ? String(text.dropFirst("content/".count)) : text
    }
}

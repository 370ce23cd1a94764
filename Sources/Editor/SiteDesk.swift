import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder
import Synchronization

extension SiteOnDemand: PreviewedSite {}

/// Answers requests for the pages on which a site is edited.
///
/// ```
/// /_edit/                    kinds to begin with, materials to go on with
/// /_edit/new?kind=KIND       the form of a new material; sent here to be saved
/// /_edit/material/ID         that of one that is there
/// /_edit/check, /_edit/keep  the same form, sent while somebody types: to be looked at, to be kept
/// /_edit/shown/…             the site as it will be
/// /_edit/assets/…            script and style
/// ```
/// All that is sent carries the desk's token, which only pages of this server know. From any thread.
package final class SiteDesk: EditingDesk {
    /// Makes the site as if texts were saved.
    package typealias Making = @Sendable (UnsavedFiles) throws(FileError) -> AssembledSite

    private let root: DiskFileSystem
    private let token: String
    private let make: Making
    private let saved: @Sendable () -> Void
    private let work: WorkFolder
    private let state = Mutex(State())
    /// One save at a time: what a file is compared with must not change under it.
    private let saving = Mutex(())

    private struct State {
        /// The last site that could be made.
        var site: SiteFiles?
        var language = Language.ru
        /// The errors of the site as the disk has it.
        var errors: [Diagnostic] = []
        /// That of what was typed last.
        var typed: SiteOnDemand?
    }

    /// - Parameters:
    ///   - token: that nobody can guess.
    ///   - saved: called when a file was written, before its page is shown.
    package init(
        root: DiskFileSystem, token: String, make: @escaping Making, saved: @escaping @Sendable () -> Void
    ) {
        self.root = root
        self.token = token
        self.make = make
        self.saved = saved
        work = WorkFolder(root: root.root)
    }

    /// To be called after each build.
    package func show(_ site: AssembledSite) {
        state.withLock { state in
            if let files = site.files { state.site = files }
            state.errors = site.diagnostics.filter { $0.severity == .error }
            state.language = site.language ?? state.language
        }
    }

    /// Where the page of a site at a path is edited; nothing for pages that are no materials.
    package func address(ofPage path: String) -> String? {
        let page = path.hasPrefix("/") ? String(path.dropFirst()) : path
        guard let catalog = state.withLock({ $0.site?.catalog }),
            let material = catalog.materials.first(where: { $0.address.text == page })
        else { return nil }
        return "/_edit/material/" + PercentEncoding.encoded(material.id.rawValue)
    }

    package func answer(_ request: EditingRequest) async -> SiteResponder.Answer { respond(request) }

    // MARK: Routes

    private func respond(_ request: EditingRequest) -> SiteResponder.Answer {
        let path = String(request.path.dropFirst(EditingRequest.prefix.count))
        do throws(FileError) {
            if let asset = Self.asset(path) { return asset }
            if path.hasPrefix("shown/") { return shown(String(path.dropFirst("shown".count))) }
            guard let site = state.withLock({ $0.site }) else { return plain(503, .noSite) }
            let form = request.body.map { FormData(encoded: $0) }
            if let form, form["_token"] != token { return plain(403, .notThere) }
            switch path {
            case "": return list(site)
            case "check": return form.map { check($0, site) } ?? plain(404, .notThere)
            case "keep":
                guard let form, let key = form["_key"], let body = request.body else { return plain(404, .notThere) }
                try work.keep(Self.place(key), body)
                return Self.html(200, "")
            case "new":
                guard
                    let kind = FormData(encoded: Array(request.query.utf8))["kind"].flatMap({
                        site.catalog.schema.kind(KindID($0))
                    })
                else { return plain(404, .notThere) }
                return try new(site.catalog.kinds[kind], form, site)
            case _ where path.hasPrefix("material/"):
                let id = PercentEncoding.decoded(String(path.dropFirst("material/".count))) ?? ""
                guard case .one(let index) = site.catalog.directory.resolve(id) else { return plain(404, .notThere) }
                return try edit(site.catalog.materials[index], form, site)
            default: return plain(404, .notThere)
            }
        } catch {
            return Self.html(
                503, "<p>\(HTMLEscaping.html(MachineMessage.text(error, state.withLock { $0.language })))</p>")
        }
    }

    private func list(_ site: SiteFiles) -> SiteResponder.Answer {
        let language = state.withLock { $0.language }
        let kinds = site.catalog.kinds.map { kind in
            "<li><a href=\"/_edit/new?kind=\(HTMLEscaping.html(kind.id.rawValue))\">\(HTMLEscaping.html(kind.name.one))</a> <small>\(HTMLEscaping.html(kind.description))</small></li>"
        }.joined()
        let materials = site.catalog.materials.map { material in
            "<li><a href=\"/_edit/material/\(PercentEncoding.encoded(material.id.rawValue))\">\(HTMLEscaping.html(material.title))</a>\(material.isDraft ? " · " + HTMLEscaping.html(EditorWord.isDraft.text(language)) : "")</li>"
        }.joined()
        return Self.page(
            200, title: EditorWord.newMaterial.text(language), language,
            "<h1>\(HTMLEscaping.html(EditorWord.choose.text(language)))</h1><ul class=\"kinds\">\(kinds)</ul><h2>\(HTMLEscaping.html(EditorWord.allMaterials.text(language)))</h2><ul class=\"materials\">\(materials)</ul>"
        )
    }

    private func shown(_ path: String) -> SiteResponder.Answer {
        guard let site = state.withLock({ $0.typed }) else { return plain(404, .notThere) }
        return SiteResponder(site: site).answer(path)
    }

    // MARK: A material that is there

    private func edit(_ material: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        let key = material.path
        let bytes = try root.read(Self.path(of: material.path))
        let text: EditableMaterial
        do {
            text = try EditableMaterial(bytes, path: material.path, site.catalog.schema)
        } catch {
            return Self.page(
                200, title: material.title, state.withLock { $0.language },
                "<p class=\"notice\">\(HTMLEscaping.html(EditorWord.unreadable.text(state.withLock { $0.language })))</p><pre>\(HTMLEscaping.html(String(decoding: bytes, as: UTF8.self)))</pre>"
            )
        }
        guard let form else {
            let kept = try work.typed(key)
            let typed = kept.map { Typed($0) } ?? Typed(text)
            var notices: [EditorWord] = kept == nil || typed == Typed(text) ? [] : [.kept]
            let base = kept?["_base"] ?? Self.digest(bytes)
            if base != Self.digest(bytes) { notices.append(.conflict) }
            return page(
                text, typed, site, key: key, base: Self.digest(bytes), notices: notices,
                other: base == Self.digest(bytes) ? nil : bytes)
        }
        if form.has("_forget") {
            try work.forget(key)
            return SiteResponder.Answer(
                status: 303, contentType: "text/plain", bytes: [],
                location: "/_edit/material/" + PercentEncoding.encoded(material.id.rawValue))
        }
        let typed = Typed(form)
        guard form["_base"] == Self.digest(bytes) else {
            return page(
                text, typed, site, key: key, base: Self.digest(bytes), status: 409, notices: [.conflict], other: bytes)
        }
        return try save(typed, isDraft: form.has("_draft"), text, site, key: key, base: bytes)
    }

    /// Writes what was typed, if it may be written.
    private func save(
        _ typed: Typed, isDraft: Bool, _ text: EditableMaterial, _ site: SiteFiles, key: String, base: [UInt8]?
    ) throws(FileError) -> SiteResponder.Answer {
        var changes = typed.changes(of: text)
        let isDraftNow = text.draft.listing.isDraft
        if isDraft, !isDraftNow { changes.append(.set(CoreField.draft, .text("да"))) }
        if !isDraft, isDraftNow { changes.append(.remove(CoreField.draft)) }
        let language = state.withLock { $0.language }
        let bytes: [UInt8]
        do {
            bytes = try text.applying(changes, body: typed.body)
        } catch {
            let field = if case .unsafe(let field) = error { field } else { "" }
            return page(
                text, typed, site, key: key, base: base.map(Self.digest) ?? "", status: 422, notices: [],
                said: [EditorWord.unsafe.text(language).replacing("{1}", with: field)])
        }
        let path = text.draft.listing.path
        let looked = try look(bytes, path, site)
        if !isDraft, looked.messages.contains(where: { $0.severity == .error }) || looked.errorsElsewhere > 0 {
            return page(
                text, typed, site, key: key, base: base.map(Self.digest) ?? "", status: 422, notices: [.refused],
                looked: looked)
        }
        let isWritten = try saving.withLock { _ throws(FileError) -> Bool in
            let content = try SourceFolder("content", of: root.root)
            guard let sitePath = try? SitePath(path) else { return false }
            guard let base else { return try content.create(sitePath, bytes) }
            // Again: the file may have become another one while the site was made.
            guard try root.read(Self.path(of: path)) == base else { return false }
            if base != bytes {
                try work.keepReplaced(base, of: path)
                try content.write(sitePath, bytes)
            }
            return true
        }
        guard isWritten else {
            let other = try root.read(Self.path(of: path))
            return page(
                text, typed, site, key: key, base: Self.digest(other), status: 409, notices: [.conflict], other: other)
        }
        try work.forget(key)
        saved()
        return SiteResponder.Answer(
            status: 303, contentType: "text/plain", bytes: [], location: "/" + text.draft.listing.address.text)
    }

    // MARK: A new one

    private func new(_ kind: Kind, _ form: FormData?, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let key = "new/" + kind.id.rawValue
        if let form, form.has("_forget") {
            try work.forget(key)
            return SiteResponder.Answer(
                status: 303, contentType: "text/plain", bytes: [], location: "/_edit/new?kind=" + kind.id.rawValue)
        }
        let kept = form == nil ? try work.typed(key) : nil
        let typed = (form ?? kept).map { Typed($0) }
        let title = typed?.fields[CoreField.title] ?? ""
        let name = try freeName(typed?.name ?? "", title, kind)
        let path = "\(kind.folder)/\(name).md"
        let template = Array(NewText.text(kind).utf8)
        guard let text = try? EditableMaterial(template, path: path, site.catalog.schema) else {
            return plain(503, .noSite)
        }
        guard let form, let typed else {
            return page(
                text, typed ?? Typed(text), site, key: key, base: "", notices: kept == nil ? [] : [.kept], isNew: true)
        }
        guard !title.isEmpty else {
            return page(text, typed, site, key: key, base: "", status: 422, notices: [.noTitle], isNew: true)
        }
        return try save(typed, isDraft: form.has("_draft"), text, site, key: key, base: nil)
    }

    /// A name for a file that is not there yet.
    private func freeName(_ wanted: String, _ title: String, _ kind: Kind) throws(FileError) -> String {
        let slug = Address.shortSlug(of: wanted.isEmpty ? title : wanted, limit: 60)
        let base = slug.isEmpty ? kind.id.rawValue : slug
        var (name, number) = (base, 2)
        while try root.entry(Self.path(of: "\(kind.folder)/\(name).md")) != nil {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    // MARK: Looking

    /// What is wrong with a text as if it were saved.
    private struct Looked {
        var messages: [FormMessage] = []
        /// Errors in other files that the site has not now.
        var errorsElsewhere = 0
        var grids: [Grid] = []
        var text: EditableMaterial?
        /// The page that readers would see.
        var address: String?
    }

    private func look(_ bytes: [UInt8], _ path: String, _ site: SiteFiles) throws(FileError) -> Looked {
        let file = root.absolutePath(try Self.path(of: path))
        let made = try make(UnsavedFiles([file: bytes]))
        let now = state.withLock { $0.errors }
        let language = state.withLock { state in
            if let files = made.files { state.typed = SiteOnDemand(files) }
            return state.language
        }
        guard let text = try? EditableMaterial(bytes, path: path, site.catalog.schema) else { return Looked() }
        let grids = Grid.all(text, site.catalog.schema, edition: site.edition)
        let shown = "content/" + path
        func errors(_ diagnostics: [Diagnostic]) -> Int {
            diagnostics.count { $0.severity == .error && $0.location.path != shown }
        }
        return Looked(
            messages: FormMessage.all(made.diagnostics, of: text, grids, language),
            errorsElsewhere: max(0, errors(made.diagnostics) - errors(now)), grids: grids, text: text,
            address: text.draft.listing.address.text)
    }

    /// The same for what a form holds while somebody types, as JSON.
    private func check(_ form: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        let key = form["_key"] ?? ""
        let language = state.withLock { $0.language }
        var json = JSONWriter()
        do {
            let typed = Typed(form)
            let text: EditableMaterial
            if key.hasPrefix("new/"), let kind = site.catalog.schema.kind(KindID(String(key.dropFirst("new/".count)))) {
                let kind = site.catalog.kinds[kind]
                let name = try freeName(typed.name, typed.fields[CoreField.title] ?? "", kind)
                text = try EditableMaterial(
                    Array(NewText.text(kind).utf8), path: "\(kind.folder)/\(name).md", site.catalog.schema)
            } else {
                text = try EditableMaterial(try root.read(Self.path(of: key)), path: key, site.catalog.schema)
            }
            let bytes = try text.applying(typed.changes(of: text), body: typed.body)
            let looked = try look(bytes, text.draft.listing.path, site)
            write(looked, typed, site, language, to: &json)
        } catch let error as EditableMaterial.Refusal {
            let field = if case .unsafe(let field) = error { field } else { "_body" }
            json.object { json in
                json.key("messages")
                json.array { json in
                    Self.write(
                        FormMessage(
                            place: field, severity: .error,
                            text: EditorWord.unsafe.text(language).replacing("{1}", with: field), remedy: "",
                            candidates: []), to: &json)
                }
            }
        } catch {
            return plain(503, .noSite)
        }
        return SiteResponder.Answer(status: 200, contentType: "application/json; charset=utf-8", bytes: json.bytes)
    }

    private func write(
        _ looked: Looked, _ typed: Typed, _ site: SiteFiles, _ language: Language, to json: inout JSONWriter
    ) {
        json.object { json in
            json.key("messages")
            json.array { json in looked.messages.forEach { Self.write($0, to: &json) } }
            json.key("tables")
            json.array { json in
                guard let text = looked.text else { return }
                looked.grids.forEach { Self.write($0, text, to: &json) }
            }
            json.member("address", looked.address ?? "")
            json.member(
                "elsewhere",
                looked.errorsElsewhere == 0
                    ? "" : EditorWord.elsewhere.text(language).replacing("{1}", with: "\(looked.errorsElsewhere)"))
            json.key("understood")
            json.object { json in
                for field in looked.text.map({ Typed.shown($0.kind) }) ?? []
                where field.type == .period || field.type == .date {
                    let text = typed.fields[field.id] ?? ""
                    if !text.isEmpty { json.member(field.id.rawValue, Self.understood(Period.parse(text), language)) }
                }
            }
        }
    }

    /// How a term is understood: its first and last day.
    private static func understood(_ period: Period, _ language: Language) -> String {
        switch (period.start, period.end) {
        case (let start?, let end?) where start == end: start.numeric
        case (let start?, let end?): "\(start.numeric) — \(end.numeric)"
        case (let start?, nil): (language == .ru ? "с " : "from ") + start.numeric
        case (nil, let end?): (language == .ru ? "до " : "until ") + end.numeric
        case (nil, nil): language == .ru ? "срок не понят" : "not understood"
        }
    }

    private static func write(_ message: FormMessage, to json: inout JSONWriter) {
        json.object { json in
            json.member("for", message.place)
            json.member("severity", message.severity == .error ? "error" : "warning")
            json.member("text", message.text)
            json.member("remedy", message.remedy)
            json.key("candidates")
            json.strings(message.candidates)
        }
    }

    /// Places count UTF-16 units from the beginning of the text, as scripts count.
    private static func write(_ grid: Grid, _ text: EditableMaterial, to json: inout JSONWriter) {
        let (file, start) = (text.raw.file, text.draft.body.lowerBound)
        func units(_ offset: Int) -> Int { file.text(start..<offset).utf16.count }
        json.object { json in
            json.member("id", grid.id)
            json.member("caption", grid.caption)
            json.key("columns")
            json.array { json in
                for column in grid.columns {
                    json.object { json in
                        json.member("id", column.id)
                        json.member("label", column.label)
                    }
                }
            }
            json.key("rows")
            json.array { json in
                for row in grid.rows {
                    json.array { json in
                        for cell in row {
                            json.object { json in
                                json.member("text", cell.text)
                                json.member("start", units(cell.range.lowerBound))
                                json.member("end", units(cell.range.upperBound))
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Answers

    private func page(
        _ text: EditableMaterial, _ typed: Typed, _ site: SiteFiles, key: String, base: String, status: Int = 200,
        notices: [EditorWord], said: [String] = [], other: [UInt8]? = nil, looked: Looked? = nil, isNew: Bool = false
    ) -> SiteResponder.Answer {
        let language = state.withLock { $0.language }
        let id = text.draft.listing.id.rawValue
        let isFresh = key.hasPrefix("new/")
        let elsewhere =
            (looked?.errorsElsewhere ?? 0) == 0
            ? [] : [EditorWord.elsewhere.text(language).replacing("{1}", with: "\(looked?.errorsElsewhere ?? 0)")]
        let page = FormPage(
            language: language, kind: text.kind, schema: site.catalog.schema,
            names: site.catalog.materials.map(\.id.rawValue),
            action: isFresh
                ? "/_edit/new?kind=" + text.kind.id.rawValue : "/_edit/material/" + PercentEncoding.encoded(id),
            address: isFresh ? nil : text.draft.listing.address.text,
            title: isFresh ? EditorWord.newMaterial.text(language) : text.draft.listing.title, typed: typed,
            messages: looked?.messages ?? [],
            grids: looked?.grids ?? Grid.all(text, site.catalog.schema, edition: site.edition),
            notices: notices.map { $0.text(language) } + said + elsewhere, token: token, base: base, key: key,
            isDraft: text.draft.listing.isDraft, bodyStart: text.draft.body.lowerBound,
            other: other.map { String(decoding: $0, as: UTF8.self) })
        return Self.html(status, page.html())
    }

    private func plain(_ status: Int, _ word: EditorWord) -> SiteResponder.Answer {
        let language = state.withLock { $0.language }
        return Self.page(status, title: "album", language, "<p>\(HTMLEscaping.html(word.text(language)))</p>")
    }

    private static func page(_ status: Int, title: String, _ language: Language, _ main: String) -> SiteResponder.Answer
    {
        html(
            status,
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(HTMLEscaping.html(title))</title><link rel="stylesheet" href="/_edit/assets/editor.css"></head>
            <body><header><a href="/">\(HTMLEscaping.html(EditorWord.asReaders.text(language)))</a></header><main>\(main)</main></body></html>

            """)
    }

    /// Nothing runs and nothing is loaded but the desk's own script and style, and nothing is sent elsewhere.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

    private static func html(_ status: Int, _ text: String) -> SiteResponder.Answer {
        SiteResponder.Answer(
            status: status, contentType: "text/html; charset=utf-8", bytes: Array(text.utf8), policy: policy)
    }

    private static func asset(_ path: String) -> SiteResponder.Answer? {
        switch path {
        case "assets/editor.css":
            SiteResponder.Answer(
                status: 200, contentType: "text/css; charset=utf-8", bytes: PackageResources.editor_css)
        case "assets/editor.js":
            SiteResponder.Answer(
                status: 200, contentType: "text/javascript; charset=utf-8", bytes: PackageResources.editor_js)
        default: nil
        }
    }

    private static func digest(_ bytes: [UInt8]) -> String { SHA256.digest(bytes).hexadecimal }

    /// Where what was typed is kept: by the path of the material, or by its kind.
    private static func place(_ key: String) -> String { key }

    private static func path(of material: String) throws(FileError) -> SitePath {
        do {
            return try SitePath("content/" + material)
        } catch {
            throw FileError(.read, material, .unusableName)
        }
    }
}

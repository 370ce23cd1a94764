import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Looking at what was typed as if it were saved.
extension SiteDesk {
    /// What is wrong with a text as if it were saved.
    struct Looked {
        var messages: [FormMessage] = []
        /// Errors of other materials that the site has not now, each behind the title of the material.
        var elsewhere: [String] = []
        var grids: [Grid] = []
        /// Tables that stand in files of their own, as they were typed.
        var tables: [TypedTable] = []
        var text: EditableMaterial?
        /// The page that readers would see.
        var address: String?
    }

    func look(_ bytes: [UInt8], _ path: String, _ site: SiteFiles, tables: [TypedTable] = []) throws(FileError)
        -> Looked
    {
        var unsaved = [root.absolutePath(try Self.path(of: path)): bytes]
        for table in tables { unsaved[root.absolutePath(try Self.path(of: table.path))] = table.bytes }
        let made = try make(UnsavedFiles(unsaved))
        let now = state.withLock { $0.errors }
        if let files = made.files {
            let site = SiteOnDemand(files)
            state.withLock { $0.typed = site }
        }
        guard let text = try? EditableMaterial(bytes, path: path, site.catalog.schema) else { return Looked() }
        let grids = Grid.all(text, site.catalog.schema, edition: site.edition)
        let shown = Set([path] + tables.map(\.path)).map { "content/" + $0 }
        func told(_ diagnostic: Diagnostic) -> String {
            let path = diagnostic.location.path
            let position = site.catalog.directory.position(ofPath: String(path.dropFirst("content/".count)))
            let name = position.map { "«\(site.catalog.materials[$0].title)»" } ?? path
            return name + ": " + diagnostic.code.message.text(language, diagnostic.arguments)
        }
        let known = Set(now.map(told))
        let others = made.diagnostics.filter { $0.severity == .error && !shown.contains($0.location.path) }.map(told)
        return Looked(
            messages: FormMessage.all(made.diagnostics, of: text, grids, language)
                + tables.flatMap { $0.messages(made.diagnostics, language) },
            elsewhere: others.filter { !known.contains($0) }, grids: grids, tables: tables, text: text,
            address: text.draft.listing.address.text)
    }

    /// What is told of other materials: what it is about, and the first of them.
    static func elsewhere(_ looked: Looked, _ language: Language) -> [String] {
        guard !looked.elsewhere.isEmpty else { return [] }
        let count = String(looked.elsewhere.count)
        return [EditorWord.elsewhere.text(language, count)] + looked.elsewhere.prefix(5)
    }

    /// The same for what a form holds while somebody types, as JSON.
    func check(_ form: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        var json = JSONWriter()
        do {
            let typed = Typed(form)
            let text: EditableMaterial
            switch FormKey(form["_key"] ?? "") {
            case .new(let id):
                guard let position = site.catalog.schema.kind(id) else { return plain(404, .notThere) }
                let kind = site.catalog.kinds[position]
                text = try EditableMaterial(
                    Array(NewText.text(kind).utf8),
                    path: try freePath(typed.fields[CoreField.title] ?? "", kind), site.catalog.schema)
            case .material(let path):
                text = try EditableMaterial(try root.read(Self.path(of: path)), path: path, site.catalog.schema)
            }
            let bytes = try text.applying(typed.changes(of: text), body: typed.body)
            let looked = try look(
                bytes, text.draft.listing.path, site, tables: try typedTables(form, site))
            write(looked, typed, site, language, to: &json)
        } catch let error as EditableMaterial.Refusal {
            let field = if case .unsafe(let field) = error { field } else { "_body" }
            json.object { json in
                json.key("messages")
                json.array { json in
                    Self.write(
                        FormMessage(
                            place: field, severity: .error,
                            text: EditorWord.unsafe.text(language, field), remedy: "",
                            candidates: []), to: &json)
                }
            }
        } catch {
            return plain(503, .noSite)
        }
        return Self.json(200, json)
    }

    func write(
        _ looked: Looked, _ typed: Typed, _ site: SiteFiles, _ language: Language, to json: inout JSONWriter
    ) {
        json.object { json in
            json.key("messages")
            json.array { json in looked.messages.forEach { Self.write($0, to: &json) } }
            json.key("tables")
            json.array { json in
                guard let text = looked.text else { return }
                Self.write(looked.grids, text, language, to: &json)
            }
            json.key("files")
            json.array { json in looked.tables.forEach { $0.write(language, to: &json) } }
            json.key("offers")
            json.array { json in
                guard let text = looked.text else { return }
                Self.write(GridOffer.all(text, looked.grids), text, to: &json)
            }
            json.member("address", looked.address ?? "")
            json.key("elsewhere")
            json.strings(Self.elsewhere(looked, language))
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
    static func understood(_ period: Period, _ language: Language) -> String {
        switch (period.start, period.end) {
        case (let start?, let end?) where start == end: start.numeric
        case (let start?, let end?): "\(start.numeric) — \(end.numeric)"
        case (let start?, nil): (language == .ru ? "с " : "from ") + start.numeric
        case (nil, let end?): (language == .ru ? "до " : "until ") + end.numeric
        case (nil, nil): language == .ru ? "срок не понят" : "not understood"
        }
    }

    static func write(_ message: FormMessage, to json: inout JSONWriter) {
        json.object { json in
            json.member("for", message.place)
            json.member("severity", message.severity == .error ? "error" : "warning")
            json.member("text", message.text)
            json.member("remedy", message.remedy)
            json.key("candidates")
            json.strings(message.candidates)
        }
    }
}

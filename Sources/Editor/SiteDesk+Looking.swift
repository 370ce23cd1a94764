import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Mending
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
        /// What somebody who publishes it is asked about: what the published text has not already.
        var asks: [FormMessage] = []
        /// Sections without anything in them.
        var removal: Unfilled.Removal?
        /// The page that readers would see.
        var address: String?
    }

    func look(_ bytes: [UInt8], _ path: String, _ site: SiteFiles, tables: [TypedTable] = []) throws(FileError)
        -> Looked
    {
        let made = try make(try unsaved([(path, bytes)] + tables.map { ($0.path, $0.bytes) }))
        let now = state.withLock { $0.errors }
        if let files = made.files {
            let site = SiteOnDemand(files)
            state.withLock { $0.typed = site }
        }
        guard let text = try? EditableMaterial(bytes, path: path, site.catalog.schema) else { return Looked() }
        let grids = Grid.all(text, site.catalog.schema, edition: site.edition, language: language)
        let shown = Set([path] + tables.map(\.path)).map { "content/" + $0 }
        func told(_ diagnostic: Diagnostic) -> String {
            let path = diagnostic.location.path
            let position = site.catalog.directory.position(ofPath: String(path.dropFirst("content/".count)))
            let name = position.map { "«\(site.catalog.materials[$0].title)»" } ?? path
            return name + ": " + diagnostic.code.message.text(language, diagnostic.arguments)
        }
        let known = Set(now.filter { $0.severity == .error }.map(told))
        let others = made.diagnostics.filter { $0.severity == .error && !shown.contains($0.location.path) }.map(told)
        let catalog = made.files?.catalog ?? site.catalog
        var messages = FormMessages(material: text, grids: grids, catalog: catalog, language: language)
            .pairs(made.diagnostics).map { pair in
                var message = pair.message
                let isPicture = canMakePicture(pair.diagnostic, at: path)
                if isPicture { message.remedy = FileWord.aboutButton.text(language, []) }
                message.isFixable = isPicture || Fix(pair.diagnostic, of: bytes, site.catalog.schema) != nil
                return message
            }
        messages += Twofold(material: text, language: language).all()
        if !messages.contains(where: { $0.code == .sameTitle }) { messages += namesake(of: text, catalog) }
        messages += tables.flatMap { $0.messages(made.diagnostics, language) }
        let line = lineForEditors(in: text, catalog)
        messages += line
        return Looked(
            messages: messages, elsewhere: others.filter { !known.contains($0) }, grids: grids, tables: tables,
            text: text,
            asks: try asks(messages, line, text, grids, site),
            removal: Unfilled(material: text, grids: grids, language: language).removal(),
            address: text.draft.listing.address.text)
    }

    /// Of two materials of one title a build tells at one of them; whoever writes is told at hers.
    private func namesake(of text: EditableMaterial, _ catalog: AlbumCatalog) -> [FormMessage] {
        let listing = text.draft.listing
        let title = NameFolding.fold(listing.title)
        let other = catalog.directory.listings.first { other in
            other.kind == listing.kind && other.path != listing.path && NameFolding.fold(other.title) == title
        }
        guard let other, !title.isEmpty else { return [] }
        let code = DiagnosticCode.sameTitle
        return [
            FormMessage(
                place: CoreField.title.rawValue, code: code, severity: code.severity,
                text: code.formMessage.text(language, [other.title]), remedy: code.formRemedy.text(language))
        ]
    }

    /// What is not wrong and yet hardly meant: no summary, a title that another material has, a line for editors, parts left
    /// empty.
    ///
    /// What the published text has already was answered once.
    /// - Parameter line: that the first line is no matter of readers.
    private func asks(
        _ messages: [FormMessage], _ line: [FormMessage], _ text: EditableMaterial, _ grids: [Grid], _ site: SiteFiles
    ) throws(FileError) -> [FormMessage] {
        let unfilled = Unfilled(material: text, grids: grids, language: language).all()
        let path = try Self.path(of: text.draft.listing.path)
        let old = try root.entry(path) == nil ? nil : try root.read(path)
        let published = old.flatMap {
            try? EditableMaterial($0, path: text.draft.listing.path, site.catalog.schema)
        }
        guard let published, !published.draft.listing.isDraft else {
            return messages.filter { $0.isAskedFor } + line + unfilled
        }
        let grids = Grid.all(published, site.catalog.schema, edition: site.edition, language: language)
        let known = Set(Unfilled(material: published, grids: grids, language: language).all().map(\.text))
        let asked = messages.filter { message in
            switch message.code {
            case .sameTitle?: published.draft.listing.title != text.draft.listing.title
            case .missingSummary?, .emptySummary?: published.text(of: CoreField.summary) != nil
            default: false
            }
        }
        return asked + unfilled.filter { !known.contains($0.text) }
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
            guard let found = try written(form, site) else { return plain(404, .notThere) }
            let looked = try look(found.bytes, found.path, site, tables: try typedTables(form, site))
            write(looked, Typed(form), site, language, to: &json)
        } catch let error as EditableMaterial.Refusal {
            let field = if case .unsafe(let field) = error { field } else { "_body" }
            let kind = kind(of: FormKey(form["_key"] ?? ""), site)
            json.object { json in
                json.key("messages")
                json.array { json in
                    FormMessage(place: field, severity: .error, text: kind.map { unsafe(field, of: $0) } ?? "").write(
                        to: &json)
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
            json.array { json in looked.messages.forEach { $0.write(to: &json) } }
            json.key("asks")
            json.array { json in looked.asks.forEach { $0.write(to: &json) } }
            if let removal = looked.removal { write(removal, to: &json) }
            json.key("tables")
            json.array { json in
                guard let text = looked.text else { return }
                Self.write(looked.grids, text, site.catalog, language, to: &json)
            }
            json.key("files")
            json.array { json in looked.tables.forEach { $0.write(language, to: &json) } }
            json.key("offers")
            json.array { json in
                guard let text = looked.text else { return }
                Self.write(GridOffer.all(text, looked.grids), text, to: &json)
            }
            // A page without a title is nothing to look at yet.
            let hasTitle = !(typed.fields[CoreField.title] ?? "").isEmpty
            json.member("address", hasTitle ? looked.address ?? "" : "")
            json.key("elsewhere")
            json.strings(Self.elsewhere(looked, language))
            json.key("understood")
            json.object { json in
                for field in looked.text.map({ Typed.shown($0.kind) }) ?? []
                where field.type == .period || field.type == .date {
                    let text = typed.fields[field.id] ?? ""
                    let understood = Self.understood(Period.parse(text), language)
                    // What is not understood has its message.
                    if !text.isEmpty, !understood.isEmpty { json.member(field.id.rawValue, understood) }
                }
            }
        }
    }

    private func write(_ removal: Unfilled.Removal, to json: inout JSONWriter) {
        let names = Unfilled.list(removal.names)
        json.key("empty")
        json.object { json in
            json.member("label", EditorWord.cutSections.text(language, names))
            json.member("done", EditorWord.sectionsCut.text(language, names))
            json.key("cuts")
            json.array { json in
                for cut in removal.cuts {
                    json.object { json in
                        json.member("start", cut.lowerBound)
                        json.member("end", cut.upperBound)
                    }
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
        case (nil, nil): ""
        }
    }
}

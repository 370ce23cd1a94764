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
        /// Published addresses that a material takes with it which leaves the site, and files that it alone led to and
        /// does no more: they are withdrawn with it.
        var withdrawn: [SiteAddress] = []
        /// Withdrawn addresses that come back with it.
        var returned: [SiteAddress] = []
    }

    /// - Parameter takesOff: whether readers shall see the material no more: that its address is lost is meant then.
    func look(
        _ bytes: [UInt8], _ path: String, _ site: SiteFiles, tables: [TypedTable] = [], takesOff: Bool = false
    ) throws(FileError) -> Looked {
        let trial = try trial(try unsaved([(path, bytes)] + tables.map { ($0.path, $0.bytes) }), takesOff: takesOff)
        let made = trial.made
        if let files = made.files {
            let site = SiteOnDemand(files)
            state.withLock { $0.typed = site }
        }
        guard let text = try? EditableMaterial(bytes, path: path, site.catalog.schema) else { return Looked() }
        let grids = Grid.all(text, site.catalog.schema, edition: site.edition, language: language)
        let shown = Set([path] + tables.map(\.path)).map { "content/" + $0 }
        let others = trial.errors.filter { !shown.contains($0.location.path) }.map { told($0, site) }
        let catalog = made.files?.catalog ?? site.catalog
        var messages = messages(of: text, grids, made.diagnostics, catalog) { diagnostic, message in
            let isPicture = canMakePicture(diagnostic, at: path)
            if isPicture { message.remedy = FileWord.aboutButton.text(language, []) }
            message.isFixable = isPicture || Fix(diagnostic, of: bytes, site.catalog.schema) != nil
        }
        let asks = try asks(messages, text, grids, site)
        messages += tables.flatMap { $0.messages(made.diagnostics, language) }
        return Looked(
            messages: messages, elsewhere: others, grids: grids, tables: tables,
            text: text, asks: asks,
            removal: Unfilled(material: text, grids: grids, language: language).removal(),
            address: text.draft.listing.address.text, withdrawn: trial.withdrawn,
            returned: trial.returned)
    }

    /// What is wrong with a file, behind the title of its material.
    func told(_ diagnostic: Diagnostic, _ site: SiteFiles) -> String {
        let path = diagnostic.location.path
        let position = site.catalog.directory.position(ofPath: String(path.dropFirst("content/".count)))
        let name = position.map { "«\(site.catalog.materials[$0].title)»" } ?? path
        return name + ": " + diagnostic.code.message.text(language, diagnostic.arguments)
    }

    /// All that there is to tell of a material.
    /// - Parameter finish: gives a message what only the desk knows.
    private func messages(
        of text: EditableMaterial, _ grids: [Grid], _ diagnostics: [Diagnostic], _ catalog: AlbumCatalog,
        finish: (Diagnostic, inout FormMessage) -> Void = { _, _ in }
    ) -> [FormMessage] {
        var messages = FormMessages(material: text, grids: grids, catalog: catalog, language: language)
            .pairs(diagnostics).map { pair in
                var message = pair.message
                finish(pair.diagnostic, &message)
                return message
            }
        let unfilled = Unfilled(material: text, grids: grids, language: language)
        if messages.count(where: unfilled.tells) > 1 {
            messages = messages.filter { !unfilled.tells($0) } + unfilled.emptySections()
        }
        messages += Twofold(material: text, language: language).all()
        if !messages.contains(where: { $0.code == .sameTitle }) { messages += namesake(of: text, catalog) }
        return settled(messages, text, catalog) + lineForEditors(in: text, catalog)
    }

    /// A newer version is called as the material is: its form leads there, and nobody is sent to change its title.
    private func settled(_ messages: [FormMessage], _ text: EditableMaterial, _ catalog: AlbumCatalog) -> [FormMessage]
    {
        let listing = text.draft.listing
        guard messages.contains(where: { $0.code == .sameTitle }),
            Predecessor(of: text, path: listing.path, catalog)?.reason == .sameTitle
        else { return messages }
        if listing.isDraft { return messages.filter { $0.code != .sameTitle } }
        // Of a draft that is to be published the title is asked about, and the way that its form shows is another.
        let site = state.withLock { $0.site }
        let isDraftNow = site?.catalog.materials.contains { $0.path == listing.path && $0.isDraft } ?? false
        return messages.map { message in
            var message = message
            if isDraftNow, message.code == .sameTitle { message.remedy = JoinWord.aboutSameTitle.text(language) }
            return message
        }
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

    /// What somebody who publishes is asked about: all that a check tells of the material and that is neither an error nor
    /// mere information, and parts left empty.
    ///
    /// What the published text has already was answered once.
    private func asks(
        _ messages: [FormMessage], _ text: EditableMaterial, _ grids: [Grid], _ site: SiteFiles
    ) throws(FileError) -> [FormMessage] {
        let asked = asked(messages, text, grids)
        var known = try answered(text.draft.listing.path, site)
        return asked.filter { message in
            guard let left = known[message.essence], left > 0 else { return true }
            known[message.essence] = left - 1
            return false
        }
    }

    private func asked(_ messages: [FormMessage], _ text: EditableMaterial, _ grids: [Grid]) -> [FormMessage] {
        let unfilled = Unfilled(material: text, grids: grids, language: language)
        let empty = unfilled.all()
        // That two places differ no check says: it is told where they stand, and may well be meant.
        let others = Set((Twofold(material: text, language: language).all() + empty).map(\.text))
        return messages.filter { message in
            message.severity != .error && !message.isInformation && !unfilled.tells(message)
                && !others.contains(message.text)
        } + empty
    }

    /// What a published text would be asked about, and how often; nothing of a draft or a new material.
    private func answered(_ path: String, _ site: SiteFiles) throws(FileError) -> [String: Int] {
        let file = try Self.path(of: path)
        guard try root.entry(file) != nil else { return [:] }
        let bytes = try root.read(file)
        let digest = Self.digest(bytes)
        if let known = state.withLock({ $0.answered }), known.path == path, known.digest == digest {
            return known.counts
        }
        guard let text = try? EditableMaterial(bytes, path: path, site.catalog.schema), !text.draft.listing.isDraft
        else { return [:] }
        let made = try make(UnsavedFiles())
        let grids = Grid.all(text, site.catalog.schema, edition: site.edition, language: language)
        let told = messages(of: text, grids, made.diagnostics, made.files?.catalog ?? site.catalog)
        let counts = asked(told, text, grids).reduce(into: [:]) { $0[$1.essence, default: 0] += 1 }
        state.withLock { $0.answered = Answered(path: path, digest: digest, counts: counts) }
        return counts
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
        case (let start?, nil): (language.hasRussianMessages ? "с " : "from ") + start.numeric
        case (nil, let end?): (language.hasRussianMessages ? "до " : "until ") + end.numeric
        case (nil, nil): ""
        }
    }
}

import Catalog
import Editing
import Files
import Formats
import Mending
import Preview
import SiteBuilder

// Saving: of a material that is there, and of a new one.
extension SiteDesk {
    func edit(_ material: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        let key = FormKey.material(material.path)
        let bytes = try root.read(Self.path(of: material.path))
        let text: EditableMaterial
        do {
            text = try EditableMaterial(bytes, path: material.path, site.catalog.schema)
        } catch {
            return try editWhole(material, bytes, form, site)
        }
        guard let form else {
            let kept = try work.typed(key)
            let said = Typed(text)
            let typed = kept.map { Typed($0) } ?? said
            let digest = Self.digest(bytes)
            if let kept, let from = kept["_base"], from != digest {
                return try meeting(typed, from: from, text, bytes, site, key: key, status: 200)
            }
            if let kept, let undecided = Self.undecided(kept) {
                return try meeting(
                    typed, from: kept["_from"] ?? "", text, bytes, site, key: key, status: 200, undecided: undecided)
            }
            state.withLock { $0.bases.keep(bytes, as: digest) }
            return try page(
                text, typed, site, key: key, base: digest, Showing(notices: typed == said ? [] : [.kept]))
        }
        if try isAside(form, key, over: Typed(text)) {
            return Self.redirect(to: Self.address(.material, of: material.id))
        }
        let typed = Typed(form)
        if form.has("_later") { return try putOff(form, material, site) }
        guard form["_base"] == Self.digest(bytes) else {
            return try meeting(typed, from: form["_base"] ?? "", text, bytes, site, key: key)
        }
        if form.has("_delete") { return try remove(material, text, bytes, site, key: key) }
        if let undecided = Self.undecided(form), !form.has("_sure") {
            return try meeting(typed, from: form["_from"] ?? "", text, bytes, site, key: key, undecided: undecided)
        }
        return try save(typed, Wish(form), text, site, key: key, sent: form, base: bytes)
    }

    /// The answer to a form without the desk's token: nothing is written.
    ///
    /// Mostly the program was started anew while the form was open: what was typed is there again, in a form that may be
    /// sent. Pages of others get no answer at all (`EditingRequest`).
    func stranger(_ path: String, _ query: FormData, _ form: FormData, _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        let schema = site.catalog.schema
        func again(_ text: EditableMaterial?, _ key: FormKey, _ base: String) throws(FileError) -> SiteResponder.Answer
        {
            guard let text else { return plain(403, .oldPage) }
            return try page(
                text, Typed(form), site, key: key, base: base, Showing(status: 403, notices: [.restarted]))
        }
        if path == "new", form["_body"] != nil, let kind = query["kind"].flatMap({ schema.kind(KindID($0)) }) {
            let kind = site.catalog.kinds[kind]
            let typed = try freePath(Typed(form).fields[CoreField.title] ?? "", kind)
            return try again(
                try? EditableMaterial(Array(NewText.text(kind).utf8), path: typed, schema), .new(kind.id), "")
        }
        guard form["_body"] != nil, case (.material, let material)? = Self.room(path, site) else {
            return plain(403, .oldPage)
        }
        let text = try? EditableMaterial(try root.read(Self.path(of: material.path)), path: material.path, schema)
        return try again(text, .material(material.path), form["_base"] ?? "")
    }

    /// What somebody wants who sends a form.
    enum Wish {
        case draft
        /// - Parameter isSure: asked before, and to be done all the same.
        case publish(isSure: Bool)

        init(_ form: FormData) {
            self = form.has("_draft") ? .draft : .publish(isSure: form.has("_sure"))
        }

        var isDraft: Bool { if case .draft = self { true } else { false } }
    }

    /// Writes what was typed, if it may be written.
    func save(
        _ typed: Typed, _ wish: Wish, _ text: EditableMaterial, _ site: SiteFiles, key: FormKey, sent: FormData,
        base: [UInt8]?
    ) throws(FileError) -> SiteResponder.Answer {
        if base == nil, wish.isDraft, (typed.fields[CoreField.title] ?? "").allSatisfy(\.isWhitespace) {
            // Its address is made of it, and stays.
            let message = FormMessage(
                place: CoreField.title.rawValue, severity: .error, text: EditorWord.titleFirst.text(language))
            return try page(
                text, typed, site, key: key, base: "", Showing(status: 422, answer: .refused([message])))
        }
        var changes = typed.changes(of: text)
        let isDraftNow = text.draft.listing.isDraft
        if wish.isDraft, !isDraftNow { changes.append(.set(CoreField.draft, .text("да"))) }
        if !wish.isDraft, isDraftNow { changes.append(.remove(CoreField.draft)) }
        let digest = base.map(Self.digest) ?? ""
        let bytes: [UInt8]
        do {
            bytes = try text.applying(changes, body: typed.body)
        } catch {
            let field = if case .unsafe(let field) = error { field } else { "_body" }
            let message = FormMessage(place: field, severity: .error, text: unsafe(field, of: text.kind))
            return try page(
                text, typed, site, key: key, base: digest, Showing(status: 422, answer: .refused([message])))
        }
        let path = text.draft.listing.path
        let takesOff = wish.isDraft && !isDraftNow
        let withdrawing = Withdrawing(sent)
        let looked = try look(bytes, path, site, takesOff: takesOff)
        let successor = takesOff ? self.successor(withdrawing, of: text.draft.listing, site) : .success(nil)
        if let answer = answer(looked, wish) ?? Self.refusal(successor) {
            return try page(
                text, typed, site, key: key, base: digest,
                Showing(status: 422, looked: looked, answer: answer, withdrawing: withdrawing))
        }
        let isWritten = try write(bytes, over: base, at: path)
        guard isWritten else {
            let other = try root.read(Self.path(of: path))
            guard let file = try? EditableMaterial(other, path: path, site.catalog.schema) else {
                return plain(409, .conflict)
            }
            return try meeting(typed, from: digest, file, other, site, key: key)
        }
        // What could not be led to has been answered above.
        try withdraw(looked.withdrawn, site, reason: withdrawing.reason, successor: try? successor.get())
        try restore(looked.returned)
        // A form is kept before it is sent, with what was told of a file.
        try work.keepTold(try work.typed(key), of: path)
        try work.forget(key, savedBy: sent)
        saved()
        state.withLock { $0.lastSave = Save(path: path, second: DiskClock.second, isDraft: wish.isDraft) }
        return Self.redirect(to: "/" + text.draft.listing.address.text)
    }

    /// Why something is not written: its errors, those of others, or what is asked first.
    private func answer(_ looked: Looked, _ wish: Wish) -> FormPage.Answer? {
        let errors = wish.isDraft ? [] : looked.messages.filter { $0.severity == .error }
        if !errors.isEmpty || !looked.elsewhere.isEmpty {
            // What would be asked next is told at once.
            return .refused(errors + (wish.isDraft ? [] : looked.asks))
        }
        guard case .publish(isSure: false) = wish, !looked.asks.isEmpty else { return nil }
        return .asked(looked.asks)
    }

    /// That a value cannot be written without another field becoming different.
    func unsafe(_ field: String, of kind: Kind) -> String {
        EditorWord.unsafe.text(language, kind.field(FieldID(field))?.label ?? EditorWord.text.text(language))
    }

    /// A file whose front matter cannot be read: its whole text, with what is wrong.
    func editWhole(_ material: Material, _ bytes: [UInt8], _ form: FormData?, _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        var typed = form?["_raw"]
        let isWindows = bytes.contains(UInt8(ascii: "\r"))
        let isFixed = form?.has("_fix") ?? false
        if isFixed, let text = typed {
            typed = try wholeMended(text, material.path, site) ?? text
        } else if let form, let typed, form["_base"] == Self.digest(bytes) {
            let written = Array((isWindows ? typed.replacing("\n", with: "\r\n") : typed).utf8)
            if try write(written, over: bytes, at: material.path) {
                saved()
                return Self.redirect(to: Self.address(.material, of: material.id))
            }
        }
        let shown = typed.map { Array($0.utf8) } ?? bytes
        let faults = TextLoader.load(path: "content/" + material.path, bytes: shown).file.map { file in
            MaterialDraft.read(file, path: material.path, schema: site.catalog.schema).1
        }
        let told = (faults ?? []).map { fault in
            let line = fault.location.range.flatMap { fault.location.file?.position(at: $0.lowerBound).line }
            let place = line.map { FormMessage.line($0, language) } ?? ""
            return FormMessage(
                place: "_body", severity: .error, text: place + fault.code.message.text(language, fault.arguments),
                remedy: fault.code.remedy.text(language, fault.arguments))
        }
        let text = typed ?? String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        let isConflict = form != nil && !isFixed
        // Mending writes nothing: what the text is held against when it is saved stays what it was.
        let base = isFixed ? form?["_base"] ?? "" : Self.digest(bytes)
        let notices = [EditorWord.unreadable] + (isConflict ? [.conflict] : [])
        let canFix = (faults ?? []).contains { Fix($0, of: shown, site.catalog.schema) != nil }
        return Self.page(
            isConflict ? 409 : 200, title: material.title, language,
            notices.map { "<p class=\"notice\">\(HTMLEscaping.html($0.text(language)))</p>" }.joined() + """
                <form method="post"><input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_base" value="\(HTMLEscaping.html(base))">
                <div class="messages" data-message-for="_body">\(told.map { $0.html(language) }.joined())</div>
                <label for="body">\(HTMLEscaping.html(EditorWord.whole.text(language)))</label>
                <textarea id="body" name="_raw" rows="30">\n\(HTMLEscaping.html(text))</textarea>
                <div class="buttons"><button name="_save" value="1">\(HTMLEscaping.html(EditorWord.saveWhole.text(language)))</button>\(canFix ? "<button name=\"_fix\" value=\"1\">\(HTMLEscaping.html(EditorWord.fixWhole.text(language)))</button>" : "")</div></form>
                """)
    }

    /// A whole file without the mistakes that have one right answer; nothing where none can be mended.
    private func wholeMended(_ text: String, _ path: String, _ site: SiteFiles) throws(FileError) -> String? {
        let written = Written(path: path, bytes: Array(text.replacing("\r\n", with: "\n").utf8))
        return try mended(written, try make(written).diagnostics, site) { $0.severity == .error }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Writes a text in place of what was read, which is kept, and the files that wait for it; false where the file says
    /// something else meanwhile.
    /// - Parameter base: nothing of a file that must not be there yet.
    func write(_ bytes: [UInt8], over base: [UInt8]?, at path: String) throws(FileError) -> Bool {
        try saving.withLock { _ throws(FileError) -> Bool in
            let content = try SourceFolder("content", of: root.root)
            guard let sitePath = try? SitePath(path) else { return false }
            if let base {
                guard try root.read(Self.path(of: path)) == base else { return false }
                let text = try land(bytes, at: path)
                if base != text {
                    try work.keepReplaced(base, of: path)
                    try content.write(sitePath, text)
                }
            } else {
                guard try content.read(sitePath) == nil, try content.create(sitePath, try land(bytes, at: path)) else {
                    return false
                }
            }
            // Only now: whatever ends the program before this leaves the files where they waited.
            try forgetLanded(bytes, at: path)
            return true
        }
    }

    // MARK: A new one

    func new(
        _ kind: Kind, _ query: FormData, _ form: FormData?, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        let key = FormKey.new(kind.id)
        let kept = form == nil ? try work.typed(key) : nil
        let typed = (form ?? kept).map { Typed($0) }
        let title = typed?.fields[CoreField.title] ?? ""
        let text: EditableMaterial
        do {
            text = try EditableMaterial(
                Array(NewText.text(kind).utf8), path: try freePath(title, kind), site.catalog.schema)
        } catch let error as FileError {
            throw error
        } catch {
            return plain(503, .noSite)
        }
        if let form, try isAside(form, key, over: beginning(text, site)) {
            return Self.redirect(to: Self.address(ofNew: kind))
        }
        guard let form, let typed else {
            let said = try saidOfModel(query, kind, site)
            let shown = if let typed { typed } else { try beginning(text, site) }
            return try page(
                text, shown, site, key: key, base: "",
                Showing(notices: kept == nil || !said.isEmpty ? [] : [.kept], said: said))
        }
        return try save(typed, Wish(form), text, site, key: key, sent: form, base: nil)
    }

    /// What a form of a new material holds: the sections of its kind, or the table that its kind says or most of them have.
    ///
    /// A table that few have, and that the kind does not say, would stand there empty, and be published so.
    private func beginning(_ text: EditableMaterial, _ site: SiteFiles) throws(FileError) -> Typed {
        var typed = Typed(text)
        // Those of albums among the roots lie elsewhere.
        let own = site.catalog.materials.filter {
            site.catalog.kind(of: $0).id == text.kind.id && site.catalog.schema.root(ofPath: $0.path) == nil
        }
        guard text.kind.sections.isEmpty, !text.kind.namesNewTable, let table = text.kind.newTable, !own.isEmpty else {
            return typed
        }
        var count = 0
        for material in own {
            let written = String(decoding: try root.read(Self.path(of: material.path)), as: UTF8.self)
            let isThere = table.headings.contains { written.contains("## \($0)") }
            if isThere || material.tableFiles.contains(where: { $0.definition == 0 }) { count += 1 }
        }
        if count * 3 < own.count { typed.body = "" }
        return typed
    }
}

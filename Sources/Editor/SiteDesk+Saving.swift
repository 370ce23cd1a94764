import Catalog
import Editing
import Files
import Formats
import Preview
import SiteBuilder

// Saving: of a material that is there, and of a new one.
extension SiteDesk {
    func edit(_ material: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError)
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
    func save(
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
        let isWritten = try write(bytes, over: base, at: path)
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

    /// Writes a text in place of what was read, which is kept; false where the file says something else meanwhile.
    /// - Parameter base: nothing of a file that must not be there yet.
    func write(_ bytes: [UInt8], over base: [UInt8]?, at path: String) throws(FileError) -> Bool {
        try saving.withLock { _ throws(FileError) -> Bool in
            let content = try SourceFolder("content", of: root.root)
            guard let sitePath = try? SitePath(path) else { return false }
            guard let base else { return try content.create(sitePath, bytes) }
            guard try root.read(Self.path(of: path)) == base else { return false }
            if base != bytes {
                try work.keepReplaced(base, of: path)
                try content.write(sitePath, bytes)
            }
            return true
        }
    }

    // MARK: A new one

    func new(_ kind: Kind, _ form: FormData?, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
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
    func freeName(_ wanted: String, _ title: String, _ kind: Kind) throws(FileError) -> String {
        let slug = Address.shortSlug(of: wanted.isEmpty ? title : wanted, limit: 60)
        let base = slug.isEmpty ? kind.id.rawValue : slug
        var (name, number) = (base, 2)
        while try root.entry(Self.path(of: "\(kind.folder)/\(name).md")) != nil {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }
}

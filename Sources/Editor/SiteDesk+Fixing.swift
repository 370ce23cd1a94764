import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Mending
import Preview
import SiteBuilder

// Mistakes that have one right answer, mended in what somebody types.
extension SiteDesk {
    /// What a form says, as the file that saving it would write.
    func written(_ form: FormData, _ site: SiteFiles) throws -> Written? {
        let typed = Typed(form)
        let text: EditableMaterial
        switch FormKey(form["_key"] ?? "") {
        case .new(let id):
            guard let position = site.catalog.schema.kind(id) else { return nil }
            let kind = site.catalog.kinds[position]
            text = try EditableMaterial(
                Array(NewText.text(kind).utf8),
                path: try freePath(typed.fields[CoreField.title] ?? "", kind), site.catalog.schema)
        case .material(let path):
            text = try EditableMaterial(try root.read(Self.path(of: path)), path: path, site.catalog.schema)
        }
        var changes = typed.changes(of: text)
        // Once somebody wanted to publish it, it is looked at as what readers would see: a draft may lack anything.
        if form.has("_ready"), text.draft.listing.isDraft { changes.append(.remove(CoreField.draft)) }
        let bytes = try text.applying(changes, body: typed.body)
        return Written(path: text.draft.listing.path, bytes: bytes)
    }

    /// A text that is not saved.
    struct Written {
        /// Below `content/`.
        let path: String
        let bytes: [UInt8]
    }

    /// Mends the mistake of one message of a form, as JSON: the values that are others now, or why it stays.
    ///
    /// Nothing is saved: what is mended stands in the form.
    func fix(_ form: FormData, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let found: Written?
        do {
            found = try written(form, site)
        } catch let error as FileError {
            throw error
        } catch {
            found = nil
        }
        guard let found, let code = form["_fix"], let place = form["_place"], let said = form["_said"],
            let text = try? EditableMaterial(found.bytes, path: found.path, site.catalog.schema)
        else { return plain(404, .notThere) }
        let made = try make(found)
        let messages = FormMessages(
            material: text, grids: Grid.all(text, site.catalog.schema, edition: site.edition, language: language),
            catalog: made.files?.catalog ?? site.catalog, language: language
        ).pairs(made.diagnostics)
        let meant = messages.first {
            $0.message.code?.name == code && $0.message.place == place && $0.message.text == said
        }
        if let diagnostic = meant?.diagnostic, canMakePicture(diagnostic, at: found.path) {
            return try makePicture(diagnostic, found, form)
        }
        var mended: [UInt8]?
        if let place = meant?.diagnostic.location.range {
            mended = try self.mended(found, made.diagnostics, site) {
                $0.code.name == code && $0.location.range == place
            }
        }
        guard let mended, let new = try? EditableMaterial(mended, path: found.path, site.catalog.schema) else {
            var json = JSONWriter()
            json.object { $0.member("said", EditorWord.notFixed.text(language)) }
            return Self.json(200, json)
        }
        return Self.json(200, changes(from: Typed(form), to: Typed(new)))
    }

    /// The bytes of a text without the mistakes that are wanted to go; nothing where none can.
    func mended(
        _ written: Written, _ told: [Diagnostic], _ site: SiteFiles, where isWanted: (Diagnostic) -> Bool
    ) throws(FileError) -> [UInt8]? {
        let shown = "content/" + written.path
        let mender = Mender<FileError>(
            schema: site.catalog.schema, read: { path throws(FileError) in path == shown ? written.bytes : nil },
            look: { texts throws(FileError) in
                try self.make(Written(path: written.path, bytes: texts[shown] ?? written.bytes)).diagnostics
            })
        return try mender.mend(told) { $0.location.path == shown && isWanted($0) }.texts[shown]
    }

    func make(_ written: Written) throws(FileError) -> AssembledSite {
        try make(try unsaved([(written.path, written.bytes)]))
    }

    private func changes(from old: Typed, to new: Typed) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.key("fields")
            json.object { json in
                for (field, value) in new.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
                where value != old.fields[field] ?? "" {
                    json.member(field.rawValue, value)
                }
            }
            if new.body != old.body { json.member("body", new.body) }
        }
        return json
    }
}

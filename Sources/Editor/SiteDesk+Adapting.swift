import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// A material that is there as the beginning of a new one: asked for whom and for which years, then the form of the new one.
extension SiteDesk {
    /// How far terms may be moved by a choice of the page.
    private static let mostYears = 10

    /// The page that asks; sent here, the form of a new material holds what is taken over.
    ///
    /// ```
    /// _place   the name of one's own place; empty to be written later
    /// _later   by how many years terms become later
    /// ```
    func adapting(_ material: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer
    {
        let kind = site.catalog.kind(of: material)
        let bytes = try root.read(Self.path(of: material.path))
        guard kind.adapting != nil,
            let text = try? EditableMaterial(bytes, path: material.path, site.catalog.schema)
        else { return plain(404, AdaptWord.gone.wording) }
        let tables = try tableFiles(of: material, kind)
        func adaptation(_ wish: Adaptation.Wish) -> Adaptation {
            Adaptation(
                of: text, material.id, wish, site.catalog.schema, places: site.places, edition: site.edition,
                tables: tables)
        }
        guard let form else { return try askingPage(material, adaptation(.init()), site) }
        let place = form["_place"].flatMap { $0.isEmpty ? nil : $0 }
        let later = form["_later"].flatMap { Int($0) } ?? 0
        try begin(adaptation(.init(place: place, later: min(max(later, 0), Self.mostYears))))
        return Self.redirect(
            to: Self.address(ofNew: kind) + "&from=" + PercentEncoding.encoded(material.id.rawValue))
    }

    /// The tables of a material that stand in files of their own.
    private func tableFiles(of material: Material, _ kind: Kind) throws(FileError) -> [Adaptation.TableFile] {
        var tables: [Adaptation.TableFile] = []
        for file in material.tableFiles {
            // One that is not there is told of the model.
            guard let path = try? SitePath("content/" + file.path), try root.entry(path) != nil else { continue }
            tables.append((kind.tables[file.definition], path.text, try root.read(path)))
        }
        return tables
    }

    /// Puts a copy into the form of a new material of its kind, as if somebody had typed it; what was typed there is put
    /// aside.
    private func begin(_ adaptation: Adaptation) throws(FileError) {
        let key = FormKey.new(adaptation.kind.id)
        if try work.typed(key) != nil { try work.putAside(key) }
        var pairs = adaptation.fields.map { field in
            let value =
                switch field.value {
                case .text(let text): text
                case .list(let items): items.joined(separator: "\n")
                }
            return ("field." + field.id.rawValue, value)
        }
        pairs += [("_body", adaptation.body), ("_key", key.text), ("_base", "")]
        let encoded = pairs.map { PercentEncoding.encoded($0.0) + "=" + PercentEncoding.encoded($0.1) }
        try work.write(Array(encoded.joined(separator: "&").utf8), key, in: .typed)
    }

    /// What is said above a form that was opened so; nothing of another one.
    func saidOfModel(_ query: FormData, _ kind: Kind, _ site: SiteFiles) throws(FileError) -> [String] {
        guard let id = query["from"], case .one(let index) = site.catalog.directory.resolve(id),
            kind.adapting != nil, let kept = try work.typed(.new(kind.id)).map({ Typed($0) }),
            kept.fields[CoreField.basedOn]?.contains(id) == true
        else { return [] }
        let model = site.catalog.materials[index]
        return [AdaptWord.opened.text(language, model.title)] + mentions(of: model, in: kept, kind, site)
    }

    /// Where the form still names the place of the model.
    private func mentions(of model: Material, in typed: Typed, _ kind: Kind, _ site: SiteFiles) -> [String] {
        let schema = site.catalog.schema
        let places = kind.fields.filter { Adaptation.isOf(site.places, $0) }
        let own = places.flatMap { typed.fields[$0.id]?.split(whereSeparator: \.isNewline).map(String.init) ?? [] }
        let former = model.axes.filter { $0.vocabulary == schema.vocabulary(site.places) }
        let naming = PlaceNaming(
            former, besides: PlaceNaming.entries(own, of: site.places, schema), schema)
        let fields = kind.fields.filter { [.text, .markdown].contains($0.type) }.compactMap { field in
            typed.fields[field.id].map { (field.label, $0) }
        }
        let found = naming.mentions(fields: fields, body: typed.body).map { $0.text(language) }
        guard !found.isEmpty else { return [] }
        let shown = found.prefix(Self.mostMentions).joined(separator: "; ")
        return found.count > Self.mostMentions
            ? [AdaptWord.moreMentions.text(language, shown, String(found.count - Self.mostMentions))]
            : [AdaptWord.mentions.text(language, shown)]
    }

    /// More are counted.
    private static let mostMentions = 8

    // MARK: The page

    private func askingPage(
        _ material: Material, _ adaptation: Adaptation, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        func word(_ word: AdaptWord, _ arguments: String...) -> String {
            HTMLEscaping.html(word.wording.text(language, arguments))
        }
        let field = adaptation.kind.field(CoreField.basedOn)?.label ?? ""
        let notice =
            try isUnsaved(material, site) ? "<p class=\"notice\" role=\"status\">\(word(.unsaved))</p>" : ""
        let left = adaptation.left.map(\.label).joined(separator: ", ")
        return Self.page(
            200, title: AdaptWord.title.text(language, material.title), language,
            """
            <h1>\(word(.title, material.title))</h1>\(notice)<p>\(word(.about, field))</p>
            <form method="post" class="adapting" autocomplete="off"><input type="hidden" name="_token" value="\(token)">
            \(placeField(site))
            \(yearsField(adaptation))
            \(left.isEmpty ? "" : "<p class=\"help\">\(word(.left, left))</p>")
            <div class="buttons"><button name="_open" value="1">\(word(.open))</button></div></form>
            """)
    }

    private func placeField(_ site: SiteFiles) -> String {
        guard let position = site.catalog.schema.vocabulary(site.places) else { return "" }
        let vocabulary = site.catalog.vocabularies[position]
        let options = vocabulary.entries.map { entry in
            let pick = Self.pick(entry, vocabulary)
            return "<option value=\"\(HTMLEscaping.html(pick.value))\">\(HTMLEscaping.html(pick.label))</option>"
        }.joined()
        return """
            <div class="field"><label for="place">\(HTMLEscaping.html(AdaptWord.place.text(language)))</label><select id="place" name="_place"><option value="">\(HTMLEscaping.html(AdaptWord.placeUnset.text(language)))</option>\(options)</select></div>
            """
    }

    /// By how many years terms become later; nothing where none names a year.
    private func yearsField(_ adaptation: Adaptation) -> String {
        guard let first = adaptation.years.first, let last = adaptation.years.last else { return "" }
        func word(_ word: AdaptWord, _ arguments: String...) -> String {
            HTMLEscaping.html(word.wording.text(language, arguments))
        }
        let options = (1...Self.mostYears).map { later in
            let years = first == last ? String(first + later) : "\(first + later)–\(last + later)"
            return "<option value=\"\(later)\">\(word(.later, String(later), years))</option>"
        }.joined()
        let named = adaptation.years.map(String.init).joined(separator: ", ")
        return """
            <div class="field"><label for="later">\(word(.years))</label><p class="help" id="help-later">\(word(.yearsAbout, named))</p><select id="later" name="_later" aria-describedby="help-later"><option value="0">\(word(.keepYears))</option>\(options)</select></div>
            """
    }
}

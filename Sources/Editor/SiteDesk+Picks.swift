import Catalog
import Diagnostics
import Formats
import Languages
import Preview
import SiteBuilder

// Lists to pick values of a field from, as JSON for the script.
extension SiteDesk {
    /// Something that may be picked.
    struct Pick {
        /// What is written.
        let value: String
        /// What a person sees.
        let label: String
        /// What tells it from others of the same name; empty where nothing need.
        var detail = ""
        /// All names by which it is found.
        var names: [String]
    }

    /// `/_edit/list?kind=KIND&field=FIELD`; with `near=WORDS` those alone that a misspelt name may mean, the nearest first.
    ///
    /// With `field=_successor` those that readers may be led to in the place of one that leaves the site.
    func picks(_ query: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        if query["field"] == Withdrawing.successorName {
            var json = JSONWriter()
            json.object { json in
                json.key("picks")
                json.array { json in
                    materials(site.catalog) { !$0.isDraft }.forEach { Self.write($0, to: &json) }
                }
            }
            return Self.json(200, json)
        }
        guard let position = query["kind"].flatMap({ site.catalog.schema.kind(KindID($0)) }),
            let field = query["field"].flatMap({ site.catalog.kinds[position].field(FieldID($0)) })
        else { return plain(404, .notThere) }
        var json = JSONWriter()
        if let words = query["near"] {
            json.array { json in
                Self.nearest(picks(field, site.catalog), to: words).forEach { Self.write($0, to: &json) }
            }
            return Self.json(200, json)
        }
        let vocabulary = vocabulary(of: field, site.catalog)
        json.object { json in
            json.key("picks")
            json.array { json in picks(field, site.catalog).forEach { Self.write($0, to: &json) } }
            guard let vocabulary, vocabulary.grows else { return }
            json.key("grows")
            json.object { json in
                json.member("vocabulary", vocabulary.id.rawValue)
                json.member("title", vocabulary.title)
                json.key("keys")
                json.array { json in
                    EntryKey.asked(in: vocabulary, site.catalog.schema).forEach { $0.write(language, to: &json) }
                }
            }
        }
        return Self.json(200, json)
    }

    private static func nearest(_ picks: [Pick], to words: String) -> [Pick] {
        let most = 3
        var byName: [String: Int] = [:]
        for (index, pick) in picks.enumerated() {
            for name in pick.names where byName[name] == nil { byName[name] = index }
        }
        let names = picks.flatMap(\.names)
        // Several names may be one thing's.
        var seen: Set<Int> = []
        let found = NameSuggester(names).nearest(to: words, limit: most * 4).compactMap { byName[$0] }
        return found.filter { seen.insert($0).inserted }.prefix(most).map { picks[$0] }
    }

    static func write(_ pick: Pick, to json: inout JSONWriter) {
        json.object { json in
            json.member("value", pick.value)
            json.member("label", pick.label)
            json.member("detail", pick.detail)
            json.key("names")
            json.strings(pick.names)
        }
    }

    private func vocabulary(of field: FieldDefinition, _ catalog: AlbumCatalog) -> Vocabulary? {
        switch field.type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)), .citation(let id):
            catalog.schema.vocabulary(id).map { catalog.schema.vocabularies[$0] }
        default: nil
        }
    }

    private func picks(_ field: FieldDefinition, _ catalog: AlbumCatalog) -> [Pick] {
        if let vocabulary = vocabulary(of: field, catalog) {
            return vocabulary.entries.map { Self.pick($0, vocabulary) }
        }
        switch field.type {
        case .choice(let choices):
            return choices.map { Pick(value: $0.label, label: $0.label, names: [$0.label, $0.id]) }
        case .reference(.kind(let id)), .references(.kind(let id)):
            return materials(catalog) { catalog.kind(of: $0).extends(id) }
        case .reference(.anyMaterial), .references(.anyMaterial): return materials(catalog) { _ in true }
        default: return []
        }
    }

    /// Written is the shortest of an entry's names that means it alone.
    static func pick(_ entry: VocabularyEntry, _ vocabulary: Vocabulary) -> Pick {
        let label = entry.handyName
        let value = [label, entry.name, entry.full].compactMap(\.self).first { name in
            if case .one = vocabulary.resolve(name) { name.count <= 80 } else { false }
        }
        return Pick(
            value: value ?? entry.id.rawValue, label: label, detail: EntryLabel.detail(entry) ?? "",
            names: entry.allNames)
    }

    private func materials(_ catalog: AlbumCatalog, where isWanted: (Material) -> Bool) -> [Pick] {
        catalog.materials.filter(isWanted).map { material in
            let id = material.id.rawValue
            let last = id.split(separator: "/").last.map(String.init) ?? id
            let isAlone = if case .one = catalog.directory.resolve(last) { true } else { false }
            let kind = catalog.kind(of: material)
            let number = number(of: material, kind)
            let marks = [
                kind.name.one, material.date.map(dateText), number.map { "№ \($0)" },
                material.isDraft ? EditorWord.isDraft.text(language) : nil,
            ]
            return Pick(
                value: isAlone ? last : id, label: material.title,
                detail: marks.compactMap(\.self).joined(separator: ", "),
                names: [material.title, last, id] + cited(number, material.date))
        }
    }

    /// «317», as an order is known by; nothing of what is no document.
    private func number(of material: Material, _ kind: Kind) -> String? {
        guard let field = kind.roles.citation?.number, case .text(let number)? = material[field] else { return nil }
        return number
    }

    /// «от 14.03.2025 № 317», the way in which orders are named.
    private func cited(_ number: String?, _ date: Period?) -> [String] {
        guard let number else { return [] }
        guard let day = date?.start, date?.precision == .day else { return ["№ \(number)"] }
        func two(_ part: Int) -> String { part < 10 ? "0\(part)" : String(part) }
        return ["от \(two(day.day)).\(two(day.month)).\(day.year) № \(number)"]
    }

    /// A day in words; what is no day as it is written.
    private func dateText(_ date: Period) -> String {
        guard let day = date.start, date.precision == .day, day == date.end else { return date.text }
        return DateText(language).day(day.year, day.month, day.day)
    }
}

import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// The page on which a reader writes a material of a kind to send in, as the kind says under `sharing`.
///
/// What is filled in never leaves the browser: the theme's scripts make a file of it, which `album receive` takes.
struct SharingPage: Sendable {
    let page: Page
    let kind: Kind
    let sharing: Sharing

    private var schema: Schema { page.album.catalog.schema }

    func view() -> SharingView {
        let asked = asked()
        let mail = page.album.configuration.sharing.flatMap { address -> String? in
            if case .mail(let mail) = address { mail } else { nil }
        }
        let web = page.album.configuration.sharing.flatMap { address -> String? in
            if case .web(let web) = address { web } else { nil }
        }
        return SharingView(
            frame: page.frame(
                title: sharing.heading, description: sharing.lead, breadcrumbs: page.sharingTrail,
                current: SitePages.list(kind)),
            title: sharing.heading, lead: sharing.lead, data: SharingScript(page, kind).text,
            fields: asked.open.map { field($0) }, more: asked.more.map { field($0) }, sections: sections(),
            tables: tables(), wanted: wanted(), mail: mail, web: web.map { LinkView($0, .web($0)) })
    }

    // MARK: Fields

    /// Fields that are required and those that the kind names, then the rest.
    private func asked() -> (open: [FieldDefinition], more: [FieldDefinition]) {
        let required = kind.fields.filter { $0.isRequired && Sharing.canAsk($0) }
        let first = [CoreField.title, CoreField.summary].compactMap { id in required.first { $0.id == id } }
        var open = first + required.filter { field in !first.contains { $0.id == field.id } }
        // On a site of several regions a text without a municipality would be nobody's.
        let region = page.album.regionCoverage == nil ? [] : [CoreField.region].filter { !sharing.more.contains($0) }
        open += (sharing.fields + region).compactMap { kind.field($0) }.filter { field in
            Sharing.canAsk(field) && !open.contains { $0.id == field.id }
        }
        let more = sharing.more.compactMap { kind.field($0) }.filter { field in !open.contains { $0.id == field.id } }
        return (open, more)
    }

    private func field(_ field: FieldDefinition) -> SharingFieldView {
        let options = options(field)
        return SharingFieldView(
            id: field.id.rawValue, label: field.label, help: help(field), isRequired: field.isRequired,
            control: control(field, options), check: check(field.type), options: options,
            isOpen: isOpen(field.type, options.count))
    }

    private func control(
        _ field: FieldDefinition, _ options: [SharingOptionView]
    ) -> SharingFieldView.Control {
        switch field.type {
        case .references: .many
        case .reference, .choice:
            options.count > SharingFieldView.fewOptions || options.contains { $0.about != nil } ? .one : .select
        case .flag: .select
        case .list: .lines
        case .markdown: .text
        case .text where field.id == CoreField.summary: .text
        default: .line
        }
    }

    /// Names of places and organisations are many, and no list has all: those of directions are few and settled.
    private func isOpen(_ type: FieldType, _ count: Int) -> Bool {
        switch type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            count > SharingFieldView.fewOptions || schema.vocabulary(id).map { schema.vocabularies[$0].grows } ?? false
        default: false
        }
    }

    private func check(_ type: FieldType) -> String? {
        switch type {
        case .date, .period: "date"
        case .number, .share: "number"
        default: nil
        }
    }

    private func help(_ field: FieldDefinition) -> String? {
        let manner: Word? =
            switch field.type {
            case .list: .shareOneALine
            case .date: .shareDateExample
            case .period where field.help == nil: .shareTermExample
            default: nil
            }
        // Several values are chosen here: how their names are written is no matter.
        if case .references = field.type { return nil }
        let parts = [field.help, manner.map { page.wording.word($0) }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// What a cell takes; that several values stand one a line the help of the table would say once for each column.
    private func columnHelp(_ column: FieldDefinition) -> String? {
        if case .list = column.type { return column.help }
        return help(column)
    }

    private func options(_ field: FieldDefinition) -> [SharingOptionView] {
        switch field.type {
        case .choice(let choices): return choices.map { SharingOptionView($0.label, $0.label) }
        case .flag:
            return [Word.yes, .no].map { SharingOptionView(page.wording.word($0), page.wording.word($0)) }
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            guard let position = schema.vocabulary(id) else { return [] }
            let vocabulary = schema.vocabularies[position]
            // Where few stand to be told apart, what is meant stands beside them.
            let isExplained = !vocabulary.isAxis && vocabulary.entries.count <= SharingFieldView.fewOptions
            let owners = vocabulary.entries.reduce(into: [String: Int]()) { owners, entry in
                for name in Set(entry.allNames.map(NameFolding.fold)) { owners[name, default: 0] += 1 }
            }
            return vocabulary.shown.map { position in
                let entry = vocabulary.entries[position]
                // A name that another entry has too would be told as ambiguous: its id is not.
                let isClear = owners[NameFolding.fold(entry.distinctName)] == 1
                return SharingOptionView(
                    isClear ? entry.distinctName : entry.id.rawValue, entry.distinctName,
                    about: isExplained ? entry.description : nil,
                    names: entry.allNames.filter { $0 != entry.distinctName && $0 != entry.id.rawValue })
            }
        default: return []
        }
    }

    // MARK: Text

    private func sections() -> [SharingSectionView] {
        kind.sections.filter { section in
            section.isRequired || sharing.sections?.contains(section.heading) ?? true
        }.enumerated().map { number, section in
            SharingSectionView(
                id: "section-\(number + 1)", heading: section.heading, isRequired: section.isRequired)
        }
    }

    private func tables() -> [SharingTableView] {
        sharing.tables.compactMap { id in kind.tables.first { $0.id == id } }.map { table in
            let columns = table.columns.filter { Sharing.canAsk($0) }.map { column in
                SharingFieldView(
                    id: column.id.rawValue, label: column.label, help: columnHelp(column),
                    isRequired: column.isRequired,
                    control: .line, check: check(column.type), options: [],
                    names: column.aliases.isEmpty ? nil : column.aliases.joined(separator: "|"))
            }
            return SharingTableView(id: table.id, heading: table.headings[0], columns: columns)
        }
    }

    /// Materials of the kind that say of themselves that their text is not there.
    private func wanted() -> [SharingOptionView] {
        guard let wanted = sharing.wanted, let reference = page.wantedEntry(of: kind) else { return [] }
        let (listings, kinds) = (page.album.catalog.directory.listings, page.album.catalog.kinds)
        let materials = page.album.published.filter { index in
            kinds[listings[index].kind].id == kind.id
                && page.album.catalog.materials[index].entries(wanted.field).contains(reference)
        }
        return page.album.listed(materials).map { index in
            let listing = page.album.catalog.directory.listings[index]
            return SharingOptionView(
                listing.id.rawValue, listing.title,
                note: page.wording.strings.text(Word.shareTextOf, listing.title))
        }
    }
}

/// The list of the pages on which something can be sent in.
struct SharingListPage {
    let page: Page

    func view() -> SharingListView {
        let (title, lead) = (page.wording.word(.pageSharing), page.wording.word(.pageSharingLead))
        return SharingListView(
            frame: page.frame(title: title, description: lead), title: title, lead: lead,
            forms: page.sharingKinds.map { kind, sharing in
                SharingLinkView(
                    link: LinkView(sharing.heading, page.url(to: SitePages.sharing(kind))), about: sharing.lead)
            })
    }
}

extension Page {
    /// Kinds of which readers may send something in: what matters most first, else in the order of the kinds.
    var sharingKinds: [(kind: Kind, sharing: Sharing)] {
        album.catalog.kinds.compactMap { kind in kind.sharing.map { (kind, $0) } }.enumerated().sorted {
            first, second in
            let (one, other) = (first.element.kind.importance, second.element.kind.importance)
            return one == other ? first.offset < second.offset : one > other
        }.map(\.element)
    }

    /// Where a material of a kind can be sent in; nothing where it can not.
    func sharingLink(_ kind: Kind) -> LinkView? {
        kind.sharing.map { LinkView($0.heading, url(to: SitePages.sharing(kind))) }
    }

    /// Where something can be sent in: the form, or the list of forms where there are several.
    func sharingAddress() -> (title: String, address: SiteAddress)? {
        let kinds = sharingKinds
        guard let first = kinds.first else { return nil }
        return kinds.count == 1
            ? (first.sharing.heading, SitePages.sharing(first.kind))
            : (wording.word(.pageSharing), SitePages.sharingIndex)
    }

    fileprivate var sharingTrail: [(String, SiteAddress)] {
        sharingKinds.count > 1 ? [(wording.word(.pageSharing), SitePages.sharingIndex)] : []
    }

    /// The entry that materials of a kind have whose text is looked for.
    func wantedEntry(of kind: Kind) -> EntryReference? {
        guard let wanted = kind.sharing?.wanted else { return nil }
        let target = kind.field(wanted.field)?.type
        guard case .reference(.vocabulary(let id))? = target, let vocabulary = album.catalog.schema.vocabulary(id),
            let entry = album.catalog.vocabularies[vocabulary].position(of: wanted.value)
        else { return nil }
        return EntryReference(vocabulary: vocabulary, entry: entry)
    }

    /// Where the text of a material can be sent, if it is looked for.
    func wantedLink(_ material: Material) -> LinkView? {
        guard isWanted(material) else { return nil }
        let kind = album.catalog.kind(of: material)
        return LinkView(
            wording.word(.shareSendText), url(to: SitePages.sharing(kind)).at("for-\(material.id.rawValue)"))
    }

    /// Whether the site has a material without its text, which readers are asked for.
    package func isWanted(_ material: Material) -> Bool {
        let kind = album.catalog.kind(of: material)
        guard let wanted = kind.sharing?.wanted, let entry = wantedEntry(of: kind) else { return false }
        return material.entries(wanted.field).contains(entry)
    }
}

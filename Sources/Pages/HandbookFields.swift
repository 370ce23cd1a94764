import Catalog
import Linking
import Theming

/// Every kind of material with its folder, fields, sections and tables, and the lists that its values come from.
struct HandbookFields {
    let page: Page

    private var schema: Schema { page.album.catalog.schema }

    func chapters() -> [HandbookPages.Chapter] {
        var chapters: [HandbookPages.Chapter] = []
        let common = commonFields
        if !common.isEmpty {
            chapters.append(
                HandbookPages.Chapter(
                    id: "common", title: page.wording.word(.handbookCommon),
                    content: [
                        .paragraph(.text(page.wording.word(.handbookCommonAbout))),
                        table(common, id: "common", inCell: false),
                    ]))
        }
        chapters += schema.kinds.map { chapter($0, common: common) }
        let lists = lists()
        if !lists.isEmpty {
            chapters.append(
                HandbookPages.Chapter(id: "lists", title: page.wording.word(.handbookLists), content: lists))
        }
        return chapters
    }

    /// Fields that more than half of the kinds have alike.
    ///
    /// One kind alone has none: all are its own.
    private var commonFields: [FieldDefinition] {
        var common: [FieldDefinition] = []
        guard schema.kinds.count > 1 else { return [] }
        for field in schema.kinds.flatMap(\.fields) where !common.contains(where: { $0.id == field.id }) {
            let alike = schema.kinds.filter { $0.field(field.id).map { Self.areAlike($0, field) } ?? false }
            if alike.count * 2 > schema.kinds.count { common.append(field) }
        }
        return common
    }

    private static func areAlike(_ left: FieldDefinition, _ right: FieldDefinition) -> Bool {
        left.id == right.id && left.label == right.label && left.type == right.type
            && left.isRequired == right.isRequired && left.help == right.help
    }

    // MARK: Kinds

    private func chapter(_ kind: Kind, common: [FieldDefinition]) -> HandbookPages.Chapter {
        let id = "kind-\(kind.id)"
        let own = kind.fields.filter { field in !common.contains { Self.areAlike($0, field) } }
        var content = [about(kind)]
        content.append(Markup.heading(3, page.wording.word(.handbookOwn), id: id + "-fields"))
        content.append(
            own.isEmpty
                ? .paragraph(.text(page.wording.word(.handbookNoneOwn))) : table(own, id: id, inCell: false))
        if !kind.sections.isEmpty {
            content.append(Markup.heading(3, page.wording.word(.handbookSections), id: id + "-sections"))
            content.append(.list(kind.sections.map(section)))
        }
        for definition in kind.tables {
            let title = page.wording.strings.text(Word.handbookTable, definition.headings.first ?? definition.id)
            content.append(Markup.heading(3, title, id: "\(id)-table-\(definition.id)"))
            content.append(.paragraph(.text(uses(of: definition))))
            content.append(table(definition.columns, id: "\(id)-table-\(definition.id)", inCell: true))
        }
        content.append(Markup.heading(3, page.wording.word(.handbookExample), id: id + "-example"))
        content.append(.sample(HandbookExample(page: page, kind: kind, own: own.map(\.id)).text()))
        return HandbookPages.Chapter(id: id, title: kind.title, content: content)
    }

    private func about(_ kind: Kind) -> Markup {
        let list = page.url(to: SitePages.list(kind))
        let parts: [Markup] = [
            .text(kind.description.isEmpty ? "" : kind.description + " "),
            .text(page.wording.word(.handbookFolder) + " "),
            .code("content/\(kind.folder)"), .text(". "),
            .link(page.wording.strings.text(Word.allOfKind, kind.title), list), .text("."),
        ]
        return .paragraph(.joined(parts))
    }

    private func section(_ section: SectionDefinition) -> Markup {
        var text = section.heading
        if section.isRequired { text += " — \(page.wording.word(.handbookRequired))" }
        if !section.aliases.isEmpty { text += ". \(also(section.aliases))" }
        return .text(text)
    }

    private func uses(of table: TableDefinition) -> String {
        var uses: [Word] = [.handbookViewData]
        if table.views.contains(.timeline) { uses.append(.handbookViewTimeline) }
        if table.views.contains(.calendar) { uses.append(.handbookViewCalendar) }
        if table.views.contains(.chart) { uses.append(.handbookViewChart) }
        if table.views.contains(.crosswalk) { uses.append(.handbookViewCrosswalk) }
        if table.views.contains(.review) { uses.append(.handbookViewReview) }
        if table.views.contains(.chapters) { uses.append(.handbookViewChapters) }
        var sentence = page.wording.strings.text(
            Word.handbookTableAbout, uses.map(page.wording.word).joined(separator: ", "))
        if table.headings.count > 1 { sentence += " " + also(Array(table.headings.dropFirst())) + "." }
        return sentence
    }

    private func also(_ names: [String]) -> String {
        page.wording.strings.text(Word.handbookAlso, names.map(quoted).joined(separator: ", "))
    }

    private func quoted(_ text: String) -> String {
        page.wording.language.hasRussianTypography ? "«\(text)»" : "“\(text)”"
    }

    // MARK: Fields

    private func table(_ fields: [FieldDefinition], id: String, inCell: Bool) -> Markup {
        let heads: [Word] = [inCell ? .handbookColumn : .handbookField, .handbookTakes, .handbookNote]
        return .table(
            heads.map(page.wording.word),
            fields.map { field in
                Markup.Row(
                    id: "\(id)-\(field.id)",
                    cells: [name(field, inCell: inCell), takes(field.type, inCell: inCell), note(field)])
            })
    }

    private func name(_ field: FieldDefinition, inCell: Bool) -> Markup {
        inCell ? .text(field.label) : .joined([.text(field.label), .code(field.id.rawValue)], by: " ")
    }

    private func note(_ field: FieldDefinition) -> Markup {
        var sentences: [String] = []
        if field.isRequired { sentences.append(page.wording.word(.handbookRequiredField)) }
        if let help = field.help { sentences.append(help) }
        if let value = field.defaultText {
            sentences.append(page.wording.strings.text(Word.handbookDefault, label(of: value, in: field.type)))
        }
        if !field.aliases.isEmpty { sentences.append(also(field.aliases) + ".") }
        return .text(sentences.joined(separator: " "))
    }

    private func label(of value: String, in type: FieldType) -> String {
        guard case .choice(let choices) = type else { return value }
        return choices.first { $0.id == value }?.label ?? value
    }

    /// What a field or a cell takes, in plain words.
    private func takes(_ type: FieldType, inCell: Bool) -> Markup {
        switch type {
        case .text: .text(page.wording.word(.handbookTakesText))
        case .markdown: .text(page.wording.word(.handbookTakesMarkdown))
        case .number: .text(page.wording.word(.handbookTakesNumber))
        case .share: .text(page.wording.word(.handbookTakesShare))
        case .date: .text(page.wording.word(.handbookTakesDate))
        case .period: .text(page.wording.word(.handbookTakesPeriod))
        case .flag: .text(page.wording.word(.handbookTakesFlag))
        case .choice(let choices):
            .text(page.wording.strings.text(Word.handbookTakesChoice, choices.map(\.label).joined(separator: ", ")))
        case .list: .text(page.wording.word(inCell ? .handbookTakesCellList : .handbookTakesList))
        case .reference(let target):
            takes(target, entry: .handbookTakesOne, material: .handbookTakesMaterial)
        case .references(let target) where inCell:
            takes(target, entry: .handbookTakesCellSome, material: .handbookTakesCellMaterials)
        case .references(let target):
            takes(target, entry: .handbookTakesSome, material: .handbookTakesMaterials)
        case .link: .text(page.wording.word(.handbookTakesLink))
        case .image: .text(page.wording.word(.handbookTakesImage))
        case .tableFiles: .text(page.wording.word(.handbookTakesTables))
        case .citation(let vocabulary):
            .joined([.text(page.wording.word(.handbookTakesCitation) + " "), name(.vocabulary(vocabulary))])
        }
    }

    private func takes(_ target: ReferenceTarget, entry: Word, material: Word) -> Markup {
        if case .vocabulary = target { return .joined([.text(page.wording.word(entry) + " "), name(target)]) }
        return .joined([.text(page.wording.word(material) + " "), name(target)])
    }

    /// Where the values of a reference are found.
    private func name(_ target: ReferenceTarget) -> Markup {
        switch target {
        case .vocabulary(let id):
            guard let vocabulary = page.album.catalog.vocabulary(id) else { return .code(id.rawValue) }
            return .link(vocabulary.title, url(of: vocabulary))
        case .kind(let id):
            guard let kind = schema.kind(id) else { return .code(id.rawValue) }
            return .link(
                schema.kinds[kind].title, page.url(to: SitePages.list(schema.kinds[kind])))
        case .anyMaterial: return .text(page.wording.word(.handbookAnyMaterial))
        }
    }

    /// An axis has a page of its own, another list a place below.
    private func url(of vocabulary: Vocabulary) -> Href {
        vocabulary.isAxis
            ? page.url(to: SitePages.list(vocabulary)) : .place("list-\(vocabulary.id)")
    }

    // MARK: Lists

    /// The vocabularies that fields refer to and that have no pages.
    private func lists() -> [Markup] {
        let fields = schema.kinds.flatMap { $0.fields + $0.tables.flatMap(\.columns) }
        let used = Set(fields.compactMap { vocabulary(of: $0.type) })
        let shown = schema.vocabularies.filter { used.contains($0.id) && !$0.isAxis }
        return shown.flatMap { vocabulary in
            [
                Markup.heading(3, vocabulary.title, id: "list-\(vocabulary.id)"),
                .paragraph(
                    .text(page.wording.word(.handbookListFile) + " "),
                    .code("content/vocabularies/\(vocabulary.id).yml"),
                    .text(".")),
            ] + groups(vocabulary)
        }
    }

    private func vocabulary(of type: FieldType) -> VocabularyID? {
        switch type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)), .citation(let id): id
        default: nil
        }
    }

    /// Names under the headings of their groups, in the order of the file.
    private func groups(_ vocabulary: Vocabulary) -> [Markup] {
        var names: [(group: String?, items: [Markup])] = []
        for entry in vocabulary.entries {
            if names.last?.group != entry.group || names.isEmpty { names.append((entry.group, [])) }
            names[names.count - 1].items.append(item(entry))
        }
        return names.flatMap { group, items in
            (group.map { [Markup.paragraph(.text($0 + ":"))] } ?? []) + [.list(items)]
        }
    }

    /// A name, or the number by which one is written and then its name.
    private func item(_ entry: VocabularyEntry) -> Markup {
        guard let first = entry.id.rawValue.utf8.first, (0x30...0x39).contains(first) else { return .text(entry.name) }
        return .joined([.code(entry.id.rawValue), .text(" — " + entry.name)])
    }
}

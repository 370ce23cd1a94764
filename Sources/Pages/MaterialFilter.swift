import AlbumModel
import Catalog
import Languages
import Theming

/// The filter over a list of materials: by municipality, direction, kind, year and whatever fields of theirs hold.
///
/// It is the filter of rows (``RowFilter``) with other fields: the same views, the same script. A field helps where most
/// materials have it, it has several values, and one of them stands at several; else it would be the list a second time.
struct MaterialFilter {
    /// Fewer are seen at once: two rows of three cards and a bit.
    static let fewestMaterials = 8
    /// More fields push the list off the screen.
    private static let mostFields = 6
    /// Fewer names are read faster than a word is typed.
    private static let fewestNames = 20
    /// Id of the element that holds the list.
    static let target = "filtered"

    let page: Page
    private let facets: [MaterialFacets]
    private let kinds: [Kind]
    /// An axis that the page is about: all its materials have one of it, and more of it tell little.
    private let vocabulary: String?

    /// - Parameter reference: the entry that the page is about, where all its materials have it.
    init(_ materials: [MaterialIndex], of reference: EntryReference? = nil, page: Page) {
        self.page = page
        let isLong = materials.count >= Self.fewestMaterials
        facets = isLong ? materials.map { MaterialFacets($0, page) } : []
        var kinds: [Kind] = []
        for index in isLong ? materials : [] {
            let kind = page.album.catalog.kind(of: page.album.catalog.materials[index])
            if !kinds.contains(where: { $0.id == kind.id }) { kinds.append(kind) }
        }
        self.kinds = kinds
        vocabulary = reference.map { page.album.catalog.vocabularies[$0.vocabulary].id.rawValue }
    }

    /// The fields; nothing for a short list, or where nothing tells its materials apart.
    func view(noun: String) -> FilterView? {
        guard !facets.isEmpty else { return nil }
        let counter = MarkCounter(facets.map(\.marks))
        let fields = names().lazy.compactMap { name, label in field(name, label, counter) }.prefix(Self.mostFields)
        guard !fields.isEmpty else { return nil }
        var view = FilterView(target: Self.target, noun: noun, fields: Array(fields))
        view.absent = page.absentFields(beside: view.fields, counter)
        return view
    }

    /// A box to type words of a name, over a long list of names.
    static func ofWords(_ count: Int, noun: String, page: Page) -> FilterView? {
        count < fewestNames
            ? nil : FilterView(target: target, noun: noun, words: page.wording.word(.filterWords), fields: [])
    }

    /// Names of fields with what they are called, the most asked first: region where there are several, municipality, direction, kind, year, then the
    /// fields that all the kinds have, further axes, the region.
    private func names() -> [(name: String, label: String)] {
        let vocabularies = page.album.catalog.vocabularies
        func axis(_ index: VocabularyIndex) -> (String, String) {
            (vocabularies[index].id.rawValue, page.wording.heading(vocabularies[index].label.one))
        }
        let coverage = page.album.coverage
        let regions = page.album.catalog.regionAxis
        let crossed = [regions, coverage?.rowVocabulary, coverage?.columnVocabulary].compactMap(\.self)
        let generated = [
            (MaterialFacets.kind, page.wording.word(.filterKind)),
            (MaterialFacets.year, page.wording.word(.filterYear)),
        ]
        let common = (kinds.first?.fields ?? []).filter { field in kinds.allSatisfy { $0.field(field.id) != nil } }
        // «Кто издал» says more than «Организация».
        let named = Set(common.compactMap(\.type.vocabulary))
        let axes = vocabularies.indices.filter {
            vocabularies[$0].isAxis && !crossed.contains($0) && !named.contains(vocabularies[$0].id)
        }.map(axis)
        let fields = common.map { ($0.id.rawValue, $0.label) }
        // Where they are an axis, the axis says more.
        let region = regions == nil ? fields.filter { $0.0 == CoreField.region.rawValue } : []
        let rest = fields.filter { $0.0 != CoreField.region.rawValue }
        var seen: Set<String> = [vocabulary].reduce(into: []) { if let name = $1 { $0.insert(name) } }
        return (crossed.map(axis) + generated + rest + axes + region).filter { seen.insert($0.0).inserted }
    }

    /// The vocabulary whose entries are the values of a field: an axis, or what a field of the kinds refers to.
    private func vocabulary(of name: String) -> Vocabulary? {
        let schema = page.album.catalog.schema
        let referred = kinds.lazy.compactMap { $0.field(FieldID(name))?.type.vocabulary }.first
        return (schema.vocabulary(VocabularyID(name)) ?? referred.flatMap { schema.vocabulary($0) }).map {
            page.album.catalog.vocabularies[$0]
        }
    }

    private func field(_ name: String, _ label: String, _ counter: MarkCounter) -> FilterFieldView? {
        let lists = facets.map { $0.values.filter { $0.field == name } }
        let vocabulary = vocabulary(of: name)
        func place(_ value: MaterialFacets.Value) -> Int {
            guard let vocabulary, let entry = vocabulary.position(of: EntryID(value.id)) else { return value.order }
            return vocabulary.place(of: entry)
        }
        let found = Set(lists.flatMap(\.self)).map { (place: place($0), value: $0) }
            .sorted { ($0.place, $0.value.id) < ($1.place, $1.value.id) }.map(\.value)
        let values = found.filter { !$0.isNothing }
        // A field that most of them leave empty would hide what nobody said.
        let filled = lists.count { list in list.contains { !$0.isNothing } }
        guard filled * 2 >= lists.count, values.count < filled || name == page.rowAxis else { return nil }
        let ordered = name == page.rowAxis || name == page.regionAxis ? values.sortedByName(\.label) : values
        let axis = page.album.catalog.schema.vocabulary(VocabularyID(name))
        let choices = (ordered + found.filter(\.isNothing)).map { value in
            let entry = axis.flatMap { axis in
                page.album.catalog.vocabularies[axis].position(of: EntryID(value.id)).map {
                    EntryReference(vocabulary: axis, entry: $0)
                }
            }
            return FilterChoice(
                value: value.id, label: value.label, marks: RowMarksView(tokens: [value.token]),
                former: { entry.map { page.formerValues(of: $0) } ?? [] })
        }
        return counter.options(choices).map { FilterFieldView(name: name, label: label, options: $0) }
    }
}

extension Page {
    /// The axes, and the regions, that a filter has no field of.
    func absentFields(beside fields: [FilterFieldView], _ counter: MarkCounter) -> [AbsentFieldView] {
        album.catalog.vocabularies.positioned.compactMap { position, vocabulary in
            let (name, isRegions) = (vocabulary.id.rawValue, vocabulary.id == RegionAxis.vocabulary)
            guard vocabulary.isAxis || isRegions, !fields.contains(where: { $0.name == name }) else { return nil }
            // Where regions are no axis, the only one is that of all materials.
            let all =
                vocabulary.isAxis
                ? counter.common(in: name)
                : vocabulary.entries.count == 1 ? vocabulary.entries.map(\.id.rawValue) : []
            return AbsentFieldView(
                name: name, label: wording.heading(vocabulary.label.one),
                values: all.flatMap { id in
                    let entry = vocabulary.position(of: EntryID(id))
                    let reference = entry.map { EntryReference(vocabulary: position, entry: $0) }
                    return [id] + (reference.map { formerValues(of: $0) } ?? [])
                })
        }
    }

    /// Name of the vocabulary that the coverage's rows are of: there are so many that they are sorted by name.
    fileprivate var regionAxis: String? { album.catalog.regionAxis.map { album.catalog.vocabularies[$0].id.rawValue } }

    fileprivate var rowAxis: String? {
        album.coverage.map { album.catalog.vocabularies[$0.rowVocabulary].id.rawValue }
    }
}

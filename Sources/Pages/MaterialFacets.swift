import AlbumModel
import Catalog
import Languages
import Theming

/// What a material of a list can be found by: its axes, its kind, the years of its date, the values of its fields.
///
/// Whatever a field names of a closed list counts: an entry of a vocabulary, a choice. The list decides which of these
/// tell its materials apart (``MaterialFilter``).
package struct MaterialFacets {
    /// A value of one field.
    struct Value: Hashable {
        /// Name of the field in the address of the page.
        let field: String
        let id: String
        let label: String
        /// Place among the values of its field.
        let order: Int
        /// It stands for the field being empty: «не указано».
        var isNothing = false

        /// The word that stands for it at a card and at a choice.
        var token: String { "\(field):\(id)" }
    }

    /// Names of the fields that no kind declares.
    static let kind = "kind"
    static let year = "year"

    /// A date of more years than this is found by its first one: it says when something began.
    private static let mostYears = 10

    /// All values, those of one field beside each other.
    let values: [Value]

    init(_ index: MaterialIndex, _ page: Page) {
        let material = page.album.catalog.materials[index]
        let kind = page.album.catalog.kind(of: material)
        var values = material.axes.map {
            Self.value(page.album.catalog.vocabularies[$0.vocabulary].id.rawValue, $0, page)
        }
        values.append(
            Value(
                field: Self.kind, id: kind.id.rawValue, label: page.wording.heading(kind.name.one), order: kind.order))
        if let years = Self.years(of: material) {
            values += years.map { Value(field: Self.year, id: String($0), label: String($0), order: -$0) }
        }
        for field in material.fields where !material.isDefault(field) {
            values += Self.values(of: field, kind, page)
        }
        let named = Set(values.map(\.field))
        self.values = values + Self.fields(of: kind, page).filter { !named.contains($0) }.map { Self.nothing($0, page) }
    }

    /// What says that a field is empty, so that a list can be narrowed down to these materials too.
    private static func nothing(_ field: String, _ page: Page) -> Value {
        Value(field: field, id: "none", label: page.wording.word(.filterNothing), order: .max, isNothing: true)
    }

    /// The years of a material's date; the first alone of a date of many.
    package static func years(of material: Material) -> ClosedRange<Int>? {
        material.date?.sortKey.map { first in
            let last = material.date?.end?.year ?? first.year
            return last - first.year < mostYears ? first.year...max(first.year, last) : first.year...first.year
        }
    }

    /// Names of the fields of a kind that can be found by: a year and all of closed lists.
    private static func fields(of kind: Kind, _ page: Page) -> [String] {
        let closed = kind.fields.compactMap { field -> String? in
            switch field.type {
            case .choice: field.id.rawValue
            case .reference(.vocabulary), .references(.vocabulary):
                field.id.rawValue
            default: nil
            }
        }
        return [year] + closed
    }

    /// What the script compares.
    var marks: RowMarksView { RowMarksView(tokens: values.map(\.token)) }

    private static func value(_ field: String, _ entry: EntryReference, _ page: Page) -> Value {
        let named = page.album.catalog.schema.entry(entry)
        return Value(
            field: field, id: named.id.rawValue, label: named.distinctName,
            order: 0)
    }

    /// The values of a field of a closed list; a field that is an axis by its own name has them from there.
    private static func values(of field: Material.Field, _ kind: Kind, _ page: Page) -> [Value] {
        switch field.value {
        case .choice(let id, let label):
            guard case .choice(let choices)? = kind.field(field.id)?.type else { return [] }
            let order = choices.firstIndex { $0.id == id } ?? choices.count
            return [Value(field: field.id.rawValue, id: id, label: label, order: order)]
        case .entries(let entries):
            return entries.filter {
                let vocabulary = page.album.catalog.vocabularies[$0.vocabulary]
                return !vocabulary.isAxis || vocabulary.id.rawValue != field.id.rawValue
            }.map { value(field.id.rawValue, $0, page) }
        default: return []
        }
    }
}

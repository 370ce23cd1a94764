import Diagnostics
import Formats

/// A value of a field or a cell, typed.
package enum FieldValue: Sendable, Hashable {
    case text(String)
    /// With inline Markdown.
    case markdown(String)
    case number(Double)
    /// Per cent.
    case share(Double)
    case date(CalendarDate)
    case period(Period)
    case flag(Bool)
    /// The id of the choice and its label.
    case choice(id: String, label: String)
    case list([String])
    /// Entries of one vocabulary, in the order written.
    case entries([EntryReference])
    /// More than names of entries: «все, кроме: Миасс».
    case reach(EntryReach)
    /// Materials as they are named, in the order written: ``AlbumCatalog/materials(namedBy:)`` finds them.
    case materials([MaterialName])
    case citations([SourceCitation])
    /// «нет в источнике»: the source does not have it, and that is known.
    case absentInSource

    /// How editors write ``absentInSource``.
    package static let absenceMark = "нет в источнике"
}

/// Whom a cell expressly means that takes more than names of entries (``FieldDefinition/acceptsAll``): «все», «городские округа;
/// Миасс», «все, кроме: Аша».
///
/// Which these are depends on the region of the material, so that it is found out where that is known
/// (``entries(of:_:regions:)``).
package struct EntryReach: Sendable, Hashable {
    /// Whether all entries of the list are meant, but those that are excepted.
    package var isEverybody = false
    /// Those of the sorts that it names, of all regions.
    package var sorted: [EntryReference] = []
    /// Those that it names, in the order written.
    package var named: [EntryReference] = []
    /// Those that it leaves out.
    package var but: [EntryReference] = []

    package init() {}

    /// The word that means all of them, in each language; either is understood.
    package static let word = Bilingual(ru: "все", en: "all")

    /// Whether nobody is left out.
    package var isForAll: Bool { isEverybody && but.isEmpty }

    /// Those of a list that are meant, of these regions where there are any, in the order of the list; O(entries).
    package func entries(of vocabulary: VocabularyIndex, _ schema: Schema, regions: [EntryID]) -> [EntryReference] {
        let (sorted, named, but) = (Set(sorted), Set(named), Set(but))
        return schema.vocabularies[vocabulary].entries.positioned.compactMap { index, entry in
            let reference = EntryReference(vocabulary: vocabulary, entry: index)
            let isHere = regions.isEmpty || entry.region.map(regions.contains) ?? true
            let isOfWhole = isHere && entry.successor == nil && (isEverybody || sorted.contains(reference))
            return (isOfWhole || named.contains(reference)) && !but.contains(reference) ? reference : nil
        }
    }
}

/// A material as an editor names it, whether there is one or not.
///
/// Which one is meant depends on all materials, so that nobody knows while one file is read.
package struct MaterialName: Sendable, Hashable {
    /// As written.
    package let text: String
    /// Position in ``Schema/kinds`` of those that may be meant; all where there is none.
    package let kind: KindIndex?
    /// Of the material that names it: its own folder's names come first.
    package let root: RootID?
    /// Bytes in the file that names it.
    package let range: Range<Int>
    /// Whether it may stand in the wrong column, so that nothing is said when there is none of that name.
    package var isUncertain = false

    /// Two are equal that name the same, wherever they stand.
    package static func == (left: MaterialName, right: MaterialName) -> Bool {
        left.text == right.text && left.kind == right.kind && left.root == right.root
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// An entry of a vocabulary of sources, and the place in it.
package struct SourceCitation: Sendable, Hashable {
    package let source: EntryReference
    /// «раздел „Дорожная карта“»; may be empty.
    package let locator: String
}

extension FieldValue {
    /// A number or a share as a number.
    package var measure: Double? {
        switch self {
        case .number(let number), .share(let number): number
        default: nil
        }
    }
}

/// Something that a page may ask of a site: the answer has a stamp, and a page is made anew when the stamp of one of its
/// questions is another (the verifying traces of build systems: Mokhov, Mitchell, Peyton Jones, «Build systems à la
/// carte», 2018).
///
/// Numbers are positions in the catalog of the present build; what is kept names things by their ids.
package enum Question: Hashable, Sendable {
    /// What `album.yml` says.
    case configuration
    /// The strings of the theme, and what its styles and scripts are called.
    case theme
    /// A template of the theme.
    case template(String)
    /// The kinds of material.
    case kinds
    /// Which vocabularies there are, and which entries of one; its heading and labels.
    case vocabularies
    case vocabulary(VocabularyIndex)
    case entry(EntryReference)
    /// What an entry was called before, who took over, and whom it took over.
    case history(EntryReference)
    /// The ids that an entry had before.
    case formerIDs(EntryReference)
    /// What stands for an entry where there is no room for its name: names of others have a part in it.
    case letter(EntryReference)
    /// Who else is called as an entry is.
    case namesakes(EntryReference)
    /// How many materials there are, and which are published.
    case published
    /// The order of all materials in lists.
    case order
    /// What the site has not had for long.
    case recent
    /// Who a material says it is: id, title, address, path.
    case listing(MaterialIndex)
    /// All that its front matter says.
    case material(MaterialIndex)
    /// Its record tables and charts, links and texts with citations as they are written.
    case body(MaterialIndex)
    /// Its HTML and its text.
    case content(MaterialIndex)
    case abbreviations(MaterialIndex)
    case backlinks(MaterialIndex)
    case related(MaterialIndex)
    /// Whether it is in force.
    case lifecycle(MaterialIndex)
    /// Its place in albums.
    case places(MaterialIndex)
    /// Who stands before and behind it in the list of its kind.
    case siblings(MaterialIndex)
    /// Errors of a material that is published in spite of them.
    case faults(MaterialIndex)
    /// When it was changed, as git has it, and which edition was the first to have it.
    case changes(MaterialIndex)
    /// The books that were made of an album, with their sizes.
    case books(MaterialIndex)
    /// Published materials of an entry of an axis; the same in the order of lists.
    case materials(of: EntryReference)
    case listed(of: EntryReference)
    /// Vocabularies of the coverage, and its cells: all of them, those of a row, who leads in a column; the measure of
    /// maps that stand alone.
    case axes
    case measure
    case coverage
    case covered(EntryReference)
    case leading(EntryReference, rows: VocabularyIndex)
    /// Which rows of the coverage belong to a region.
    case municipalities(of: EntryReference)
    /// Rows of the calendar: all of them, those of a material, those that concern an entry, whether there are more than a few.
    case rows
    case rowsIn(MaterialIndex)
    case due(EntryReference)
    case rowTally
    case albums
    /// What holds for all municipalities of a region, or for those of none.
    case binding(EntryID?)
    /// Which material a text names in a material of a root.
    case named(String, kind: KindIndex?, root: RootID?)
    case path(String)
    /// Documents with a number.
    case citation(String)
    /// A file below `content/`: its size, that of a picture.
    case file(String)
    /// The words of one that is for download, as the search has them.
    case fileText(String)
}

/// What one page has asked, each question once.
///
/// For one thread at a time: a page is made by one.
package final class ReadLog: @unchecked Sendable {
    package private(set) var questions: Set<Question> = []
    /// The last one: the same is mostly asked several times in a row.
    private var last: Question?

    package init() {}

    package func note(_ question: Question) {
        guard question != last else { return }
        last = question
        questions.insert(question)
    }

    package func note(_ questions: some Sequence<Question>) { self.questions.formUnion(questions) }
}

/// A list whose elements are noted as they are read.
@usableFromInline
package struct ReadList<Base: RandomAccessCollection & Sendable>: RandomAccessCollection, Sendable
where Base.Index: Strideable & Sendable, Base.Index.Stride == Int {
    @usableFromInline package typealias Indices = Range<Base.Index>

    @usableFromInline let elements: Base
    /// Nothing where nobody wants to know.
    @usableFromInline let note: (@Sendable (Base.Index) -> Void)?

    /// A list of which nobody wants to know what is read.
    package init(_ elements: Base) {
        self.elements = elements
        note = nil
    }

    package init(_ elements: Base, _ log: ReadLog?, _ question: @escaping @Sendable (Base.Index) -> Question) {
        self.elements = elements
        note = if let log { { log.note(question($0)) } } else { nil }
    }

    @inlinable
    package var startIndex: Base.Index { elements.startIndex }

    @inlinable
    package var endIndex: Base.Index { elements.endIndex }

    @inlinable
    package subscript(index: Base.Index) -> Base.Element {
        if let note { note(index) }
        return elements[index]
    }
}

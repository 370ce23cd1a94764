/// Something that a page may ask of a site: the answer has a stamp, and a page is made anew when the stamp of one of its
/// questions is another (the verifying traces of build systems: Mokhov, Mitchell, Peyton Jones, «Build systems à la
/// carte», 2018).
///
/// Numbers are positions in the catalog of the present build; what is kept names things by their ids.
package enum Question: Hashable, Sendable {
    /// What `album.yml` says.
    case configuration
    /// Templates and strings.
    case theme
    /// The kinds of material.
    case kinds
    /// Which vocabularies there are, and which entries of one; its heading and labels.
    case vocabularies
    case vocabulary(Int)
    case entry(EntryReference)
    /// How many materials there are, and which are published.
    case published
    /// The order of all materials in lists.
    case order
    /// Who a material says it is: id, title, address, path.
    case listing(Int)
    /// All that its front matter says.
    case material(Int)
    /// Its record tables and charts, links and texts with citations as they are written.
    case body(Int)
    /// Its HTML and its text.
    case content(Int)
    case abbreviations(Int)
    case backlinks(Int)
    case related(Int)
    /// Whether it is in force.
    case lifecycle(Int)
    /// Its place in albums.
    case places(Int)
    /// Errors of a material that is published in spite of them.
    case faults(Int)
    /// Published materials of an entry of an axis.
    case materials(of: EntryReference)
    /// Vocabularies of the coverage, and its cells.
    case axes
    case coverage
    case rows
    case albums
    case binding
    /// Which material a text names.
    case named(String, kind: Int?)
    case path(String)
    /// Documents with a number.
    case citation(String)
    /// A file below `content/`: its size, that of a picture.
    case file(String)
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
package struct ReadList<Element: Sendable>: RandomAccessCollection, Sendable {
    private let elements: [Element]
    private let log: ReadLog?
    private let question: @Sendable (Int) -> Question

    package init(_ elements: [Element], _ log: ReadLog?, _ question: @escaping @Sendable (Int) -> Question) {
        self.elements = elements
        self.log = log
        self.question = question
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { elements.count }

    package subscript(index: Int) -> Element {
        log?.note(question(index))
        return elements[index]
    }
}

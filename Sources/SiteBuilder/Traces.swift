import AlbumModel
import Catalog
import Formats
import Store
import Synchronization

/// What the things of the build before have asked, with the stamps that the answers had: a thing of which all answers
/// have the same stamps still is the same.
///
/// Questions are numbered at their first asking, and each has one stamp: after a build all things fit it. A thing is a list
/// of numbers, and what is kept of it. From any thread.
final class Traces: Sendable {
    /// What asks: by its address, and by what is shown there.
    enum Thing: Hashable, Sendable {
        case page(String, subject: String)
        /// A page as the search has it.
        case document(String, subject: String)
    }

    /// A thing as it was.
    private struct Earlier: Sendable {
        /// Numbers of its questions, ascending.
        let questions: [UInt32]
        let kept: [UInt8]
    }

    /// Questions of this build by their numbers.
    private struct Book: Sendable {
        var numbers: [Question: UInt32] = [:]
        /// Those of the build before that have no form any more hold a number without a question.
        var questions: [Question?] = []
        var things: [Thing: [UInt32]] = [:]

        mutating func number(of question: Question) -> UInt32 {
            if let known = numbers[question] { return known }
            let number = UInt32(questions.count)
            numbers[question] = number
            questions.append(question)
            return number
        }
    }

    private let store: BuildStore?
    private let name: String
    private let stamps: AlbumStamps
    private let names: QuestionNames
    private let earlier: [Thing: Earlier]
    /// By number, of the questions of the build before: the stamps of now, nothing where a question has no form any more;
    /// and whether it is another one.
    private let known: [UInt64?]
    private let isChanged: [Bool]
    private let book: Mutex<Book>

    /// Reads what the build before has kept and compares the stamps; O(questions + answers).
    init(_ request: BuildRequest, _ catalog: AlbumCatalog, _ stamps: AlbumStamps) {
        store = request.store
        name = request.traceName
        self.stamps = stamps
        var names = QuestionNames(catalog)
        let before = store?.value(name, in: .traces).flatMap { bytes in
            var reader = ByteReader(bytes)
            return try? Self.read(&reader, &names)
        }
        self.names = names
        earlier = before?.things ?? [:]
        var book = Book()
        book.numbers.reserveCapacity(before?.questions.count ?? 0)
        for question in before?.questions.map(\.question) ?? [] {
            if let question { book.numbers[question] = UInt32(book.questions.count) }
            book.questions.append(question)
        }
        self.book = Mutex(book)
        let questions = before?.questions ?? []
        known = request.parallel.map(questions, grain: 256) { _, question in
            question.question.map { stamps.stamp(of: $0) }
        }
        isChanged = zip(known, questions).map { $0 != $1.stamp }
    }

    /// What is kept of a thing of which no question has another answer; it counts as asked again.
    func carriedOver<Kept: Storable>(_ thing: Thing, as kind: Kept.Type) -> Kept? {
        guard let before = earlier[thing], !before.questions.contains(where: { isChanged[Int($0)] }),
            let kept = try? Kept(stored: before.kept)
        else { return nil }
        book.withLock { $0.things[thing] = before.questions }
        return kept
    }

    /// Notes what a thing that was made now has asked.
    func note(_ thing: Thing, _ log: ReadLog) {
        book.withLock { book in book.things[thing] = log.questions.map { book.number(of: $0) }.sorted() }
    }

    /// The questions of a thing whose answers are others than in the build before; nothing where there was no such thing.
    ///
    /// One about what is gone has no form any more.
    func changes(of thing: Thing) -> [Question?]? {
        earlier[thing].map { before in
            book.withLock { book in
                before.questions.filter { isChanged[Int($0)] }.map { book.questions[Int($0)] }
            }
        }
    }

    // MARK: Bytes

    /// Keeps the things that were asked, those of which there is something to keep.
    func keep(_ kept: (Thing) -> [UInt8]?) {
        guard let store else { return }
        let book = book.withLock { $0 }
        let things = book.things.compactMap { thing, numbers in kept(thing).map { (thing, numbers, $0) } }
        var isUsed = [Bool](repeating: false, count: book.questions.count)
        for (_, numbers, _) in things { for number in numbers { isUsed[Int(number)] = true } }
        var renumbered = [UInt32](repeating: 0, count: book.questions.count)
        var writer = ByteWriter()
        names.writeTable(to: &writer)
        writer.number(isUsed.count { $0 })
        var next: UInt32 = 0
        for (number, question) in book.questions.enumerated() where isUsed[number] {
            guard let question else { preconditionFailure("a fresh thing asks for nothing that is gone") }
            renumbered[number] = next
            next += 1
            names.write(question, to: &writer)
            writer.word((number < known.count ? known[number] : nil) ?? stamps.stamp(of: question))
        }
        writer.list(things) { writer, thing in
            thing.0.store(in: &writer)
            writer.ascending(thing.1.map { renumbered[Int($0)] })
            writer.blob(thing.2)
        }
        store.set(name, writer.bytes, in: .traces)
    }

    private static func read(
        _ reader: inout ByteReader, _ names: inout QuestionNames
    ) throws(ByteReader.Damage) -> (questions: [(question: Question?, stamp: UInt64)], things: [Thing: Earlier]) {
        try names.readTable(&reader)
        let names = names
        let questions = try reader.list { reader throws(ByteReader.Damage) in
            (question: try names.read(&reader), stamp: try reader.word())
        }
        let things = try reader.list { reader throws(ByteReader.Damage) -> (Thing, Earlier) in
            let thing = try Thing(from: &reader)
            let numbers = try reader.ascending(below: questions.count)
            return (thing, Earlier(questions: numbers, kept: try reader.blob()))
        }
        guard reader.isAtEnd else { throw ByteReader.Damage() }
        return (questions, Dictionary(things) { first, _ in first })
    }
}

extension Traces.Thing: Storable {
    func store(in writer: inout ByteWriter) {
        switch self {
        case .page(let address, let subject):
            writer.flag(false)
            writer.texts([address, subject])
        case .document(let address, let subject):
            writer.flag(true)
            writer.texts([address, subject])
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let isDocument = try reader.flag()
        let names = try reader.texts()
        guard names.count == 2 else { throw ByteReader.Damage() }
        self = isDocument ? .document(names[0], subject: names[1]) : .page(names[0], subject: names[1])
    }
}

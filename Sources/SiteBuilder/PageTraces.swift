import AlbumModel
import Catalog
import Files
import Formats
import Languages
import Store
import Synchronization

/// What the pages of the build before have asked, with the stamps that the answers had: a page of which all answers have
/// the same stamps still is made of the same bytes.
///
/// Questions are numbered at their first asking, and each has one stamp: after a build all pages fit it. A page is a list
/// of numbers. What is kept names things by paths and ids, as positions are those of one build.
final class PageTraces: Sendable {
    /// A page as it was made.
    struct Page: Sendable {
        /// Numbers of its questions, ascending.
        let questions: [UInt32]
        let byteCount: Int
        let digest: SHA256Digest
    }

    /// Questions of this build by their numbers.
    private struct Book: Sendable {
        var numbers: [Question: UInt32] = [:]
        var questions: [Question] = []
        /// Those of pages of the build before that are asked no more hold a number without a question.
        var pages: [String: [UInt32]] = [:]

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
    private let earlier: [String: Page]
    /// By number: the questions of the build before as they are in this one, and whether the stamp is another.
    private let known: [Question?]
    private let isChanged: [Bool]
    private let book: Mutex<Book>

    /// Reads what the build before has kept and compares the stamps; O(questions + answers).
    init(_ request: BuildRequest, _ files: SiteFiles) {
        store = request.store
        name = request.traceName
        stamps = files.stamps
        let (names, stamps) = (QuestionNames(files.catalog), files.stamps)
        self.names = names
        let kept = store?.value(name, in: .traces).flatMap { bytes in
            var reader = ByteReader(bytes)
            return try? Self.read(&reader, names)
        }
        earlier = kept?.pages ?? [:]
        known = kept?.questions.map(\.question) ?? []
        isChanged = (kept?.questions ?? []).map { kept in kept.question.map { stamps.stamp(of: $0) } != kept.stamp }
        var book = Book()
        for question in kept?.questions.map(\.question) ?? [] {
            if let question { book.numbers[question] = UInt32(book.questions.count) }
            book.questions.append(question ?? .configuration)
        }
        self.book = Mutex(book)
    }

    /// A page as it was made before, where nothing that it asked has another answer; it counts as asked now.
    func fresh(_ page: SiteFiles.Page) -> Manifest.Entry? {
        let address = page.path.text
        guard let earlier = earlier[address], !earlier.questions.contains(where: { isChanged[Int($0)] }) else {
            return nil
        }
        book.withLock { $0.pages[address] = earlier.questions }
        return Manifest.Entry(path: page.path, byteCount: earlier.byteCount, digest: earlier.digest)
    }

    /// Makes a page and notes what it asked.
    func made(_ page: SiteFiles.Page) -> [UInt8] {
        let log = ReadLog()
        let bytes = page.bytes(log)
        book.withLock { book in book.pages[page.path.text] = log.questions.map { book.number(of: $0) }.sorted() }
        return bytes
    }

    /// Why a page was made again, or was not.
    func explanation(of address: String, _ files: SiteFiles, _ language: Language) -> [String] {
        let changes = earlier[address].map { page in
            page.questions.filter { isChanged[Int($0)] }.map { known[Int($0)] }
        }
        let isPlanned = files.pages.contains { $0.path.text == address }
        return Explanation(address: address, isPlanned: isPlanned, changes: changes).lines(files.catalog, language)
    }

    // MARK: Bytes

    /// Keeps the pages that were noted, with the digests of a published tree.
    func keep(_ manifest: Manifest) {
        guard let store else { return }
        let book = book.withLock { $0 }
        let entries = manifest.byPath
        var isUsed = [Bool](repeating: false, count: book.questions.count)
        for page in book.pages.values { for number in page { isUsed[Int(number)] = true } }
        var renumbered = [UInt32](repeating: 0, count: book.questions.count)
        var writer = ByteWriter()
        writer.number(isUsed.count { $0 })
        var next: UInt32 = 0
        for (number, question) in book.questions.enumerated() where isUsed[number] {
            renumbered[number] = next
            next += 1
            names.write(question, to: &writer)
            writer.word(stamps.stamp(of: question))
        }
        let pages = book.pages.compactMap { address, numbers in
            (try? SitePath(address)).flatMap { entries[$0] }.map { (address, numbers, $0) }
        }
        writer.list(pages) { writer, page in
            writer.text(page.0)
            writer.list(page.1) { $0.number(Int(renumbered[Int($1)])) }
            writer.number(page.2.byteCount)
            page.2.digest.store(in: &writer)
        }
        store.set(name, writer.bytes, in: .traces)
        store.commit()
    }

    private static func read(
        _ reader: inout ByteReader, _ names: QuestionNames
    ) throws(ByteReader.Damage) -> (questions: [(question: Question?, stamp: UInt64)], pages: [String: Page]) {
        let questions = try reader.list { reader throws(ByteReader.Damage) in
            (question: try names.read(&reader), stamp: try reader.word())
        }
        let pages = try reader.list { reader throws(ByteReader.Damage) -> (String, Page) in
            let address = try reader.text()
            let numbers = try reader.list { reader throws(ByteReader.Damage) -> UInt32 in
                let number = try reader.number()
                guard questions.indices.contains(number) else { throw ByteReader.Damage() }
                return UInt32(number)
            }
            let byteCount = try reader.number()
            let digest = try SHA256Digest(from: &reader)
            return (address, Page(questions: numbers, byteCount: byteCount, digest: digest))
        }
        guard reader.isAtEnd else { throw ByteReader.Damage() }
        return (questions, Dictionary(pages) { first, _ in first })
    }
}

import Catalog
import Formats
import Languages

/// Documents cited in running text by number and date: «приказ … от 09.12.2022 № 02/2807».
///
/// A citation names the number behind its sign (`№`, `N`, `No`, `номер`) and the date behind `от`, in either order, and
/// both must be those of a known document; a citation of another sort of document or another office is none of it. A
/// number ends where no letter, digit, slash, point or dash with a letter follows: № 48-Д is not № 48. The link ends with
/// the number or the date («г.» belongs to it) and takes no mark behind. It reaches back to the word for the sort of
/// document («приказ», «письмо») when that stands in the same clause.
///
/// One that several documents answer to means none of them: ``Match/isAmbiguous``.
package struct Citations: Sendable {
    /// A citation found in a text.
    package struct Match: Sendable {
        /// Bytes in the text.
        package let range: Range<Int>
        /// The documents that it may mean, in the order of the catalog; at least one.
        package let candidates: [MaterialIndex]
        /// Whether nobody can tell which of several is meant: such a citation leads nowhere.
        package var isAmbiguous: Bool { candidates.count > 1 }
    }

    /// A document that can be cited.
    package struct Known: Sendable {
        package let material: MaterialIndex
        /// Whose album it is in; none: the site's own.
        let root: RootID?
        let date: CalendarDate?
        let document: CitedDocument

        /// Appends all by which a citation is held against it.
        package func write(to writer: inout ByteWriter) {
            writer.optional(date)
            document.write(to: &writer)
        }
    }

    private var byNumber: [String: [Known]] = [:]
    /// The roots of all materials; empty where a site has none.
    private var roots: [RootID?] = []
    private var log: ReadLog?

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> Citations {
        var citations = self
        citations.log = log
        return citations
    }

    private func documents(numbered number: String) -> [Known]? {
        log?.note(.citation(number))
        return byNumber[number]
    }

    /// The documents with a number as it is compared, in the order of the catalog.
    package func knownDocuments(numbered number: String) -> [Known] { byNumber[number] ?? [] }

    /// Takes the materials of every kind that declares how it is cited; a draft has no page to link to.
    package init(_ catalog: AlbumCatalog, showsDrafts: Bool = false) {
        if !catalog.schema.roots.isEmpty { roots = catalog.materials.map { catalog.schema.root(ofPath: $0.path) } }
        for (index, material) in catalog.materials.positioned where showsDrafts || !material.isDraft {
            guard let citation = catalog.kind(of: material).roles.citation else { continue }
            guard let number = text(material[citation.number]) else { continue }
            byNumber[Self.normalised(Array(number.utf8)), default: []].append(
                Known(
                    material: index, root: catalog.schema.root(ofPath: material.path),
                    date: Self.date(material[citation.date]), document: CitedDocument(material, catalog)))
        }
    }

    /// Whether a text has what begins the number of a document.
    ///
    /// O(length).
    package static func isPossible(in text: [UInt8]) -> Bool {
        NumberSign.next(in: SeenText(text).bytes, from: 0) != nil
    }

    /// All citations in a text, in order, not overlapping.
    ///
    /// O(length) and a few lookups for each `№`.
    ///
    /// - Parameter own: the material that cites: orders of two regions may have one number and one day, and a text of a
    ///   region cites its own or the whole site's.
    package func matches(in text: [UInt8], of own: MaterialIndex? = nil) -> [Match] {
        guard !byNumber.isEmpty || log != nil else { return [] }
        let seen = SeenText(text)
        let root = own.flatMap { roots.indices.contains($0.offset) ? roots[$0.offset] : nil }
        return matches(inSeen: seen.bytes, from: root).map {
            Match(range: seen.source(of: $0.range), candidates: $0.candidates)
        }
    }

    private func matches(inSeen text: [UInt8], from root: RootID?) -> [Match] {
        var result: [Match] = []
        var index = 0
        // What stands before this belongs to the citation before.
        var floor = 0
        while let found = NumberSign.next(in: text, from: index) {
            let sign = found.lowerBound
            index = found.upperBound
            for end in Self.numberEnds(in: text, from: index) {
                guard let known = documents(numbered: Self.normalised(Array(text[index..<end]))),
                    let match = match(known, text, number: sign..<end, floor: floor, from: root)
                else { continue }
                result.append(match)
                index = match.range.upperBound
                floor = index
                break
            }
        }
        return result
    }

    /// - Parameter number: the sign and what stands behind it.
    private func match(
        _ known: [Known], _ text: [UInt8], number: Range<Int>, floor: Int, from root: RootID?
    ) -> Match? {
        let before = DateBeside.before(number.lowerBound, in: text, floor: floor)
        let after = DateBeside.after(number.upperBound, in: text)
        for found in [before, after] {
            guard let found, known.contains(where: { $0.date == found.date }) else { continue }
            let start = min(found.range.lowerBound, number.lowerBound)
            let end = max(found.range.upperBound, number.upperBound)
            let word = DocumentWord.start(before: start, in: text, floor: floor)
            let citation = String(decoding: text[word..<start], as: UTF8.self)
            let meant = known.filter { $0.date == found.date && $0.document.mayBe(citation) }
            let nearest = Self.nearest(meant, to: root)
            guard !nearest.isEmpty else { continue }
            return Match(range: word..<end, candidates: nearest.map(\.material))
        }
        return nil
    }

    /// Those of the own album, else of the site's; of regions only where the site itself cites.
    private static func nearest(_ known: [Known], to root: RootID?) -> [Known] {
        let own = known.filter { $0.root == root }
        let common = own.isEmpty ? known.filter { $0.root == nil } : own
        return common.isEmpty && root == nil ? known : common
    }

    private func text(_ value: FieldValue?) -> String? { if case .text(let text)? = value { text } else { nil } }

    /// The day of a document; nothing of a term that is no day.
    static func date(_ value: FieldValue?) -> CalendarDate? {
        switch value {
        case .date(let date): date
        case .period(let period): period.precision == .day ? period.start : nil
        default: nil
        }
    }

    // MARK: Numbers

    /// Where the number behind the sign may end, the furthest first.
    ///
    /// Letters, digits, `/`, `.` and dashes belong to it, spaces only around a dash. A dash with a space before it may
    /// also be the sentence's own («№ 02/2807 — основание»), so that the end before it is an answer too.
    static func numberEnds(in text: [UInt8], from start: Int) -> [Int] {
        var index = start
        TextBytes.skipSpaces(text, &index)
        let first = index
        var end = index
        var ends: [Int] = []
        var dashes = 0
        while index < text.count {
            if TextBytes.isWord(text, index) {
                index += TextBytes.length(text[index])
                end = index
            } else if text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: ".") {
                index += 1
                guard index < text.count, TextBytes.isWord(text, index) else { break }
            } else {
                var ahead = index
                TextBytes.skipSpaces(text, &ahead)
                guard dashes < 3, TextBytes.skipDash(text, &ahead) else { break }
                TextBytes.skipSpaces(text, &ahead)
                guard ahead < text.count, TextBytes.isWord(text, ahead) else { break }
                if TextBytes.isSpace(text, end) { ends.append(end) }
                dashes += 1
                index = ahead
            }
        }
        return end > first ? [end] + ends.reversed() : []
    }

    /// Lower case, dashes alike and without spaces; a Latin letter that looks Cyrillic is one: `P- 139` is `Р-139`.
    static func normalised(_ number: [UInt8]) -> String {
        var result = ""
        for character in String(decoding: number, as: UTF8.self).lowercased() where !character.isWhitespace {
            switch character {
            case "№": continue
            case "‐", "–", "—", "‑", "−": result.append("-")
            default: result.append(character)
            }
        }
        return LookAlikes.inCyrillic(result)
    }
}

/// The date beside a number: «от 09.12.2022 г.», «от 9 декабря 2022 года».
enum DateBeside {
    struct Found {
        let range: Range<Int>
        let date: CalendarDate
    }

    private static let longest = 48

    /// The last «от DATE» that ends right before `end`; it does not begin before `floor`.
    static func before(_ end: Int, in text: [UInt8], floor: Int) -> Found? {
        var start = end
        let limit = max(floor, end - longest)
        while start > limit {
            start -= 1
            guard isFrom(text, start) else { continue }
            guard let date = date(text, start + 4, end) else { return nil }
            return Found(range: start..<end, date: date)
        }
        return nil
    }

    /// «от DATE» right behind `start`.
    static func after(_ start: Int, in text: [UInt8]) -> Found? {
        var index = start
        TextBytes.skipSpaces(text, &index)
        guard isFrom(text, index) else { return nil }
        // The longest beginning of what follows that is a date; a parenthesis or a comma ends it.
        let limit = min(text.count, index + longest)
        var end = text[index..<limit].firstIndex { Self.stops.contains($0) } ?? limit
        while end > index + 4 {
            if end == text.count || text[end] & 0xC0 != 0x80, let date = date(text, index + 4, end) {
                return Found(range: start..<trimmed(text, end), date: date)
            }
            end -= 1
        }
        return nil
    }

    private static let stops = Array("(),;:!?".utf8)

    /// Without marks and spaces at the end, but with the point of «г.».
    private static func trimmed(_ text: [UInt8], _ end: Int) -> Int {
        var end = end
        while end > 0, !TextBytes.isWord(text, wordStart(text, end - 1)) {
            if text[end - 1] == UInt8(ascii: "."), end >= 3, text[end - 3] == 0xD0, text[end - 2] == 0xB3 { return end }
            end -= 1
        }
        return end
    }

    /// The first byte of the character that `index` lies in.
    private static func wordStart(_ text: [UInt8], _ index: Int) -> Int {
        var start = index
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The word «от» with a space behind it.
    private static func isFrom(_ text: [UInt8], _ index: Int) -> Bool {
        guard index + 4 < text.count, text[index..<index + 4].elementsEqual([0xD0, 0xBE, 0xD1, 0x82]) else {
            return false
        }
        var behind = index + 4
        TextBytes.skipSpaces(text, &behind)
        return behind > index + 4 && TextBytes.isWordStart(text, index)
    }

    private static func date(_ text: [UInt8], _ start: Int, _ end: Int) -> CalendarDate? {
        Period.day(String(decoding: text[start..<end], as: UTF8.self))
    }
}

/// The word for the sort of document before a citation: «приказом Министерства образования … от …».
enum DocumentWord {
    private static let stems = DocumentSort.allCases.map(\.rawValue)
        .flatMap { [$0, $0.prefix(1).uppercased() + $0.dropFirst()] }.map { Array($0.utf8) }
    private static let farthest = 240
    private static let stops = Array(".;:!?()".utf8)

    /// Where the link begins: at the word if it stands in the same clause and behind `floor`, else at `end`.
    static func start(before end: Int, in text: [UInt8], floor: Int) -> Int {
        var index = end
        let limit = max(floor, end - farthest)
        while index > limit {
            index -= 1
            if stops.contains(text[index]) { return end }
            if text[index] == 0xD0 || text[index] == 0xD1, isDocumentWord(text, index) { return index }
        }
        return end
    }

    /// A stem with an ending of at most three letters: «приказами», not «законодательства».
    private static func isDocumentWord(_ text: [UInt8], _ index: Int) -> Bool {
        guard TextBytes.isWordStart(text, index),
            let stem = stems.first(where: { text[index...].starts(with: $0) })
        else { return false }
        var end = index + stem.count
        let longest = end + 6
        while end < text.count, end <= longest, TextBytes.isWord(text, end) { end += TextBytes.length(text[end]) }
        return end <= longest
    }
}

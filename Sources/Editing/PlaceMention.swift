import Catalog
import Languages

/// A spot of a copy that still names the place of its model: «опыт Ашинского района» in a roadmap for another municipality.
package struct PlaceMention: Sendable, Hashable {
    /// In which part of the copy.
    package enum Part: Sendable, Hashable {
        /// Its label.
        case field(String)
        /// Its heading.
        case section(String)
        /// The text before the first heading.
        case beginning
    }

    package let part: Part
    /// The words with some around them.
    package let excerpt: String

    /// `раздел «Цель»: «… опыт Ашинского района …»`.
    package func text(_ language: Language) -> String {
        let isRussian = language.hasRussianMessages
        let place =
            switch part {
            case .field(let label): isRussian ? "поле «\(label)»" : "field \"\(label)\""
            case .section(let heading): isRussian ? "раздел «\(heading)»" : "section \"\(heading)\""
            case .beginning: isRussian ? "начало текста" : "beginning of the text"
            }
        return isRussian ? "\(place): «\(excerpt)»" : "\(place): \"\(excerpt)\""
    }
}

/// The names of places, found in running text in any case: «Ашинский МР» in «в Ашинском районе».
///
/// ```
/// name    = { word }                 words with a capital count, abbreviations of sorts («МР») and «Муниципальный» do not
/// found   = its words one behind another, each with an ending of its own
/// ```
/// A word is known by what is left of it without its ending, and by a capital: so «г. Миасс» is found in «миасского» neither,
/// which begins small, nor in «Миассово».
package struct PlaceNaming: Sendable {
    /// The words of each name without endings, longer names first.
    private let names: [[String]]

    /// - Parameter besides: entries that are meant: those of the copy.
    package init(_ entries: [EntryReference], besides: [EntryReference], _ schema: Schema) {
        let own = Set(besides)
        var found: [[String]] = []
        for reference in entries where !own.contains(reference) {
            let vocabulary = schema.vocabularies[reference.vocabulary]
            let entry = vocabulary.entries[reference.entry]
            let former = vocabulary.history(of: reference.entry).names.map(\.text)
            for name in [entry.name] + [entry.full, entry.short].compactMap(\.self) + entry.aliases + former {
                let stems = InflectedWords.words(name).filter { Self.tells($0) }.map { InflectedWords.stem($0) }
                if !stems.isEmpty, !found.contains(stems) { found.append(stems) }
            }
        }
        names = found.sorted { $0.count > $1.count }
    }

    /// The entries of a vocabulary that texts name, those that it has.
    package static func entries(
        _ names: [String], of vocabulary: VocabularyID, _ schema: Schema
    ) -> [EntryReference] {
        guard let position = schema.vocabulary(vocabulary) else { return [] }
        return names.compactMap { name in
            guard case .one(let entry) = schema.vocabularies[position].resolve(name) else { return nil }
            return EntryReference(vocabulary: position, entry: entry)
        }
    }

    /// All spots of a copy: its fields in their order, then its text.
    ///
    /// O(words · names).
    package func mentions(fields: [(label: String, text: String)], body: String) -> [PlaceMention] {
        guard !names.isEmpty else { return [] }
        var result = fields.flatMap { field in
            excerpts(in: field.text).map { PlaceMention(part: .field(field.label), excerpt: $0) }
        }
        var part = PlaceMention.Part.beginning
        for line in body.split(whereSeparator: \.isNewline) {
            let heading = line.drop { $0 == "#" }
            if heading.startIndex > line.startIndex, heading.first == " " {
                part = .section(heading.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
            result += excerpts(in: String(line)).map { PlaceMention(part: part, excerpt: $0) }
        }
        return result
    }

    // MARK: Words

    /// The spots of one line.
    private func excerpts(in text: String) -> [String] {
        let words = InflectedWords.words(text)
        var (result, place): ([String], Int) = ([], 0)
        while place < words.count {
            guard let name = names.first(where: { isName($0, words[place...]) }) else {
                place += 1
                continue
            }
            result.append(Self.excerpt(text, words[place].startIndex..<words[place + name.count - 1].endIndex))
            place += name.count
        }
        return result
    }

    private func isName(_ name: [String], _ words: ArraySlice<Substring>) -> Bool {
        guard name.count <= words.count else { return false }
        return zip(name, words).allSatisfy { stem, word in
            word.first?.isUppercase == true && InflectedWords.isForm(word, of: stem)
        }
    }

    /// Whether a word of a name says which place it is.
    private static func tells(_ word: Substring) -> Bool {
        guard word.first?.isUppercase == true, word.count > 2 else { return false }
        if word == Substring(word.uppercased()) { return false }
        return !sorts.contains(InflectedWords.stem(word))
    }

    /// Of words that say what sort of a place it is.
    private static let sorts: Set<String> = [
        "муниципальн", "городск", "сельск", "закрыт", "город", "поселок", "район", "округ", "сел", "зато",
    ]

    /// With up to thirty letters on each side, at whole words.
    private static func excerpt(_ text: String, _ range: Range<String.Index>) -> String {
        let before = text[..<range.lowerBound].split(whereSeparator: \.isWhitespace)
        let after = text[range.upperBound...]
        var head: [Substring] = []
        let isGlued = text[..<range.lowerBound].last.map { !$0.isWhitespace } ?? false
        for word in before.reversed() {
            guard head.reduce(word.count, { $0 + $1.count + 1 }) <= 30 else { break }
            head.insert(word, at: 0)
        }
        let glued = after.prefix { !$0.isWhitespace }
        var tail: [Substring] = []
        for word in after.dropFirst(glued.count).split(whereSeparator: \.isWhitespace) {
            guard tail.reduce(word.count, { $0 + $1.count + 1 }) <= 30 else { break }
            tail.append(word)
        }
        let start = head.count < before.count ? "… " : ""
        let rest = after.dropFirst(glued.count).split(whereSeparator: \.isWhitespace).count
        let end = tail.count < rest ? " …" : ""
        let first = head.joined(separator: " ")
        let found = String(text[range]) + glued
        return start + first + (first.isEmpty || isGlued ? "" : " ") + found
            + (tail.isEmpty ? "" : " " + tail.joined(separator: " ")) + end
    }
}

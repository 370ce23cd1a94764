import Catalog
import Diagnostics

/// The file of a vocabulary, to which an entry can be added, or of which one can be changed or taken out, while every
/// other byte stays.
///
/// ```swift
/// let text = VocabularyText(bytes, path: "content/vocabularies/organisations.yml", id: "organisations")
/// let saved = try text?.adding([("id", "school-5"), ("name", "МОУ «СОШ № 5»")], to: "Школы")
/// ```
/// The new entry is written as its neighbour is: in one line between braces, or with a line for each key. What comes
/// out is read again before it is given away.
package struct VocabularyText: Sendable {
    /// Why an entry cannot be added.
    package enum Refusal: Error, Sendable {
        /// The file is not read without faults, or would not be after it.
        case unsafe
    }

    package let vocabulary: Vocabulary
    private let raw: RawText
    private let path: String

    /// Nothing where the bytes are no text or no vocabulary.
    package init?(_ bytes: [UInt8], path: String, id: VocabularyID) {
        guard let raw = RawText(bytes, path: path), let vocabulary = VocabularyLoader.load(raw.file, id: id).0 else {
            return nil
        }
        self.raw = raw
        self.vocabulary = vocabulary
        self.path = path
    }

    /// The bytes with an entry more: behind the last one of its group, else behind the last one.
    ///
    /// - Parameters:
    ///   - keys: with their values, in the order in which they are written; the first is `id`.
    ///   - tile: its cell of the map, if it has one.
    ///   - group: the heading under which it is listed.
    package func adding(
        _ keys: [(key: String, value: String)], tile: TilePosition? = nil, to group: String?
    ) throws(Refusal) -> [UInt8] {
        let entries = Array(vocabulary.entries)
        guard let place = entries.lastIndex(where: { group != nil && $0.group == group }) ?? entries.indices.last,
            let range = itemRange(place)
        else { throw .unsafe }
        let cell = tile.map { [(key: "tile", value: "[\($0.column), \($0.row)]")] } ?? []
        let result = inserting(spelled(keys + cell, like: range.lowerBound), at: range.upperBound)
        try verify(result, keys)
        return result
    }

    /// The bytes without an entry.
    package func removing(_ id: EntryID) throws(Refusal) -> [UInt8] {
        guard let place = vocabulary.entries.firstIndex(where: { $0.id == id }), vocabulary.entries.count > 1,
            let range = itemRange(place.offset)
        else { throw .unsafe }
        let result = raw.applying([TextEdit(range: range, text: "")])
        guard let read = Self.understood(result, path, vocabulary.id) else { throw .unsafe }
        try Self.areSame(read.entries.map(\.self), vocabulary.entries.filter { $0.id != id })
        return result
    }

    /// The bytes with an entry that an earlier file has, as it was written there: behind the one behind which it stood.
    package func bringingBack(_ id: EntryID, of earlier: VocabularyText) throws(Refusal) -> [UInt8] {
        guard vocabulary.position(of: id) == nil, let place = earlier.vocabulary.position(of: id),
            let old = earlier.itemRange(place.offset)
        else { throw .unsafe }
        let before = earlier.vocabulary.entries.prefix(place.offset).reversed()
        let behind = before.lazy.compactMap { vocabulary.position(of: $0.id) }.first
        guard let range = itemRange(behind?.offset ?? 0) else { throw .unsafe }
        let text = earlier.raw.file.text(old)
        let result = inserting(text, at: behind == nil ? range.lowerBound : range.upperBound)
        guard let read = Self.understood(result, path, vocabulary.id), let back = read.position(of: id),
            read.entries[back].allNames == earlier.vocabulary.entries[place].allNames
        else { throw .unsafe }
        try Self.areSame(read.entries.filter { $0.id != id }, vocabulary.entries.map(\.self))
        return result
    }

    /// Lines that come before a place; the line before them may be the last one, and open.
    private func inserting(_ lines: String, at place: Int) -> [UInt8] {
        let isCut = place > 0 && raw.file.bytes[place - 1] != UInt8(ascii: "\n")
        let isOpen = !lines.hasSuffix("\n")
        return raw.applying([TextEdit(range: place..<place, text: (isCut ? "\n" : "") + lines + (isOpen ? "\n" : ""))])
    }

    /// The lines of an entry, by its position.
    private func itemRange(_ place: Int) -> Range<Int>? {
        let entries = Array(vocabulary.entries)
        guard entries.indices.contains(place), let start = itemStart(entries[place]) else { return nil }
        let next = place + 1 < entries.count ? itemStart(entries[place + 1]) : nil
        return start..<itemEnd(from: start, until: next ?? raw.file.bytes.count)
    }

    /// The bytes with an entry that says something else.
    ///
    /// - Parameter changes: one for each key at most; none of them is of `id`.
    package func changing(_ id: EntryID, _ changes: [KeyChange]) throws(Refusal) -> [UInt8] {
        var (text, result) = (self, raw.applying([]))
        for change in changes {
            guard let edits = text.edits(change, of: id) else { throw .unsafe }
            result = text.raw.applying(edits)
            guard let next = Self(result, path: path, id: vocabulary.id) else { throw .unsafe }
            text = next
        }
        guard case (_?, let faults) = VocabularyLoader.load(text.raw.file, id: vocabulary.id),
            !faults.contains(where: { $0.severity == .error }), let (old, before) = Self.items(raw.file),
            let (new, after) = Self.items(text.raw.file), before.count == after.count, Self.head(old) == Self.head(new),
            zip(before, after).allSatisfy({ old, new in
                (old[key: "id"]?.text == id.rawValue ? changes : []).areAll(from: old, to: new)
            })
        else { throw .unsafe }
        return result
    }

    /// The texts under a key of an entry, in the order in which they are written; empty where there are none.
    package func texts(of key: String, in id: EntryID) -> [String] {
        node(id)?[key: key]?.items.compactMap(\.text) ?? []
    }

    /// Whether a key of an entry holds texts and nothing else.
    package func isOfTexts(_ key: String, in id: EntryID) -> Bool {
        node(id)?[key: key]?.items.allSatisfy { $0.text != nil } ?? true
    }

    /// Keys of an entry as they follow each other where they are new.
    private static let order = ["id", "name", "was", "full", "short", "expansion", "type", "aliases", "description"]

    private func edits(_ change: KeyChange, of id: EntryID) -> [TextEdit]? {
        let entries = Array(vocabulary.entries)
        guard let place = entries.firstIndex(where: { $0.id == id }), let range = itemRange(place),
            let pairs = node(id)?.pairs, let first = pairs.first?.keyRange.lowerBound, first < range.upperBound
        else { return nil }
        return MappingText(raw.file, part: first..<range.upperBound, pairs: pairs)
            .edits(change, after: Array(Self.order.prefix { $0 != change.key }))
    }

    /// What a file says beside its entries.
    private static func head(_ root: YAMLNode) -> [String] {
        (root.pairs ?? []).filter { $0.key != "entries" }.map {
            $0.key + ": " + YAMLSpelling.text($0.value, isInList: true)
        }
    }

    private func node(_ id: EntryID) -> YAMLNode? {
        Self.items(raw.file)?.items.first { $0[key: "id"]?.text == id.rawValue }
    }

    /// The root of a file and the entries in it; nothing where there are none.
    private static func items(_ file: SourceFile) -> (root: YAMLNode, items: [YAMLNode])? {
        guard let root = YAMLReader.read(file).root else { return nil }
        return root.pairs == nil ? (root, root.items) : root[key: "entries"].map { (root, $0.items) }
    }

    // MARK: Where

    /// Where the line begins whose dash begins an entry.
    private func itemStart(_ entry: VocabularyEntry) -> Int? {
        guard var offset = entry.location.range?.lowerBound else { return nil }
        while true {
            let line = lineStart(offset)
            if let first = firstLetter(line), raw.file.bytes[first] == UInt8(ascii: "-"),
                [0x20, 0x0A].contains(first + 1 < raw.file.bytes.count ? raw.file.bytes[first + 1] : 0x0A)
            {
                return line
            }
            guard line > 0 else { return nil }
            offset = line - 1
        }
    }

    /// Where the line begins behind the last one of an entry; comments and blank lines after it belong to what follows.
    private func itemEnd(from start: Int, until limit: Int) -> Int {
        let indent = (firstLetter(start) ?? start) - start
        var (end, line) = (lineEnd(start), lineEnd(start))
        while line < limit {
            let next = lineEnd(line)
            if let first = firstLetter(line) {
                let isComment = raw.file.bytes[first] == UInt8(ascii: "#")
                if !isComment, first - line <= indent { break }
                if !isComment { end = next }
            }
            line = next
        }
        return min(end, limit)
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, raw.file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// Where the next line begins.
    private func lineEnd(_ offset: Int) -> Int {
        min(raw.file.lineRange(from: offset).upperBound + 1, raw.file.bytes.count)
    }

    /// The first byte of a line that is no blank; nothing in an empty line.
    private func firstLetter(_ line: Int) -> Int? {
        raw.file.bytes[line..<raw.file.lineRange(from: line).upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
    }

    // MARK: How

    private func spelled(_ keys: [(key: String, value: String)], like start: Int) -> String {
        let bytes = raw.file.bytes
        let dash = firstLetter(start) ?? start
        var first = min(dash + 1, bytes.count)
        while first < bytes.count, bytes[first] == 0x20 { first += 1 }
        let indent = String(repeating: " ", count: dash - start)
        let gap = String(repeating: " ", count: max(1, first - dash - 1))
        if first < bytes.count, bytes[first] == UInt8(ascii: "{") {
            let pairs = keys.map { "\($0.key): \(Self.scalar($0, isInList: true))" }
            return "\(indent)-\(gap){\(pairs.joined(separator: ", "))}\n"
        }
        let lines = keys.enumerated().map { index, pair in
            (index == 0 ? "\(indent)-\(gap)" : indent + " " + gap)
                + "\(pair.key): \(Self.scalar(pair, isInList: false))\n"
        }
        return lines.joined()
    }

    private static func scalar(_ pair: (key: String, value: String), isInList: Bool) -> String {
        if pair.key == "tile" || pair.key == "number" { return pair.value }
        // A number is a text elsewhere: «004».
        let isNumber = pair.value.allSatisfy { $0.isNumber || ".,".contains($0) }
        return YAMLSpelling.scalar(pair.value, isNumber ? .double : .plain, isInList: isInList)
    }

    // MARK: Looked at again

    private func verify(_ bytes: [UInt8], _ keys: [(key: String, value: String)]) throws(Refusal) {
        guard let read = Self.understood(bytes, path, vocabulary.id), let id = keys.first?.value,
            let new = read.entries.first(where: { $0.id.rawValue == id }),
            keys.first(where: { $0.key == "name" })?.value == new.name
        else { throw .unsafe }
        try Self.areSame(read.entries.filter { $0.id.rawValue != id }, vocabulary.entries.map(\.self))
    }

    /// A file as it is read; nothing where that tells an error.
    private static func understood(_ bytes: [UInt8], _ path: String, _ id: VocabularyID) -> Vocabulary? {
        guard let raw = RawText(bytes, path: path), case let (read?, faults) = VocabularyLoader.load(raw.file, id: id),
            !faults.contains(where: { $0.severity == .error })
        else { return nil }
        return read
    }

    private static func areSame(_ some: [VocabularyEntry], _ others: [VocabularyEntry]) throws(Refusal) {
        guard some.map(\.id) == others.map(\.id), some.map(\.allNames) == others.map(\.allNames) else {
            throw .unsafe
        }
    }
}

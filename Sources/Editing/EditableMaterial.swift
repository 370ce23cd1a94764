import Catalog
import Diagnostics
import Languages

/// The file of a material, of which fields and the text can be changed while every other byte stays.
///
/// ```swift
/// let text = try EditableMaterial(bytes, path: "practices/kvest.md", schema)
/// let saved = try text.applying([.set("title", .text("Квест"))], body: nil)
/// ```
/// What comes out is read again before it is given away: it says what was wanted and, of all else, what it said before.
package struct EditableMaterial: Sendable {
    /// Why a file cannot be edited, or not so.
    package enum Refusal: Error, Sendable {
        /// It is no text, or its front matter cannot be read: the messages say why.
        case unreadable([Diagnostic])
        /// A field of which the new value could not be written without another one becoming different.
        case unsafe(String)
    }

    /// What is to become of a field.
    package enum Change: Sendable, Hashable {
        case set(FieldID, FieldText)
        case remove(FieldID)

        /// The field.
        package var id: FieldID {
            switch self {
            case .set(let id, _), .remove(let id): id
            }
        }
    }

    package let raw: RawText
    package let draft: MaterialDraft
    package let kind: Kind
    private let part: Range<Int>
    private let pairs: [YAMLNode.Pair]
    private let path: String
    private let schema: Schema

    /// - Parameter path: below `content/`.
    package init(_ bytes: [UInt8], path: String, _ schema: Schema) throws(Refusal) {
        let shown = "content/" + path
        guard let raw = RawText(bytes, path: shown) else {
            throw .unreadable(TextLoader.load(path: shown, bytes: bytes).diagnostics)
        }
        let (draft, faults) = MaterialDraft.read(raw.file, path: path, schema: schema)
        let isEmpty = draft.root == nil && !faults.contains { $0.code == .brokenYAML || $0.code == .yamlAnchor }
        guard let part = FrontMatter.find(in: raw.file).0?.yaml, let pairs = draft.root?.pairs ?? (isEmpty ? [] : nil)
        else {
            throw .unreadable(faults)
        }
        self.raw = raw
        self.draft = draft
        self.part = part
        self.pairs = pairs
        self.path = path
        self.schema = schema
        kind = schema.kinds[draft.listing.kind]
    }

    /// The text behind the front matter.
    package var body: String { raw.file.text(draft.body) }

    /// What a field says, as it is written; nothing where it is absent or empty.
    package func text(of field: FieldID) -> FieldText? {
        guard let node = pair(of: field)?.value, !node.isEmpty else { return nil }
        switch node.value {
        case .scalar: return node.text.map { .text($0) }
        case .sequence(let items):
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? .list(texts) : nil
        case .mapping: return nil
        }
    }

    /// The values of a field with their places, in the order in which they are written; empty where it is absent.
    package func items(of field: FieldID) -> [(text: String, range: Range<Int>)] {
        guard let node = pair(of: field)?.value, !node.isEmpty else { return [] }
        let nodes = if case .sequence(let items) = node.value { items } else { [node] }
        return nodes.compactMap { node in node.text.map { ($0, node.range) } }
    }

    /// The names under which it has tables in files of their own.
    package var tables: [String] {
        let pairs = pair(of: CoreField.tables)?.value.pairs ?? []
        return pairs.map(\.key)
    }

    /// Where a field is written, its key included; nothing where it is absent.
    package func lines(of field: FieldID) -> Range<Int>? {
        guard let key = pair(of: field)?.key else { return nil }
        return FrontMatterText(raw.file, part: part, pairs: pairs).fields.first { $0.key == key }?.lines
    }

    /// The field whose lines hold a byte of the file.
    package func field(at offset: Int) -> FieldID? {
        FrontMatterText(raw.file, part: part, pairs: pairs).fields.first { $0.lines.contains(offset) }
            .flatMap { field in kind.field(named: field.key).map { kind.fields[$0].id } }
    }

    /// The bytes of the file after the changes.
    ///
    /// - Parameters:
    ///   - changes: one for each field at most.
    ///   - body: the new text behind the front matter, with `\n`; nothing to leave it.
    package func applying(_ changes: [Change], body: String?) throws(Refusal) -> [UInt8] {
        raw.applying(try edits(changes, body: body))
    }

    /// The places of the text that ``applying(_:body:)`` changes.
    package func edits(_ changes: [Change], body: String?) throws(Refusal) -> [TextEdit] {
        let written = FrontMatterText(raw.file, part: part, pairs: pairs)
        var edits: [TextEdit] = []
        for change in changes {
            let key = pair(of: change.id)?.key
            switch change {
            case .set(let id, let value):
                guard text(of: id) != value else { continue }
                edits += written.setting(key ?? id.rawValue, to: value, after: keys(before: id))
            case .remove(let id):
                let notes = id == CoreField.draft ? Language.allCases.map { NewText.noteOnDraft($0) } : []
                edits += key.map { written.removing($0, with: notes) } ?? []
            }
        }
        if let body { edits += bodyEdit(body) }
        edits = Self.joined(edits)
        try verify(raw.applying(edits), changes, body)
        return edits
    }

    private func pair(of field: FieldID) -> YAMLNode.Pair? {
        pairs.first { $0.key == field.rawValue }
            ?? pairs.first { pair in kind.field(named: pair.key).map { kind.fields[$0].id == field } ?? false }
    }

    /// Keys of the fields that come before one in the order of its kind.
    private func keys(before id: FieldID) -> [String] {
        kind.fields.prefix { $0.id != id }.compactMap { pair(of: $0.id)?.key }
    }

    /// Several texts put in at one place become one.
    private static func joined(_ edits: [TextEdit]) -> [TextEdit] {
        var texts: [Int: String] = [:]
        for edit in edits where edit.range.isEmpty { texts[edit.range.lowerBound, default: ""] += edit.text }
        return edits.filter { !$0.range.isEmpty }
            + texts.map { TextEdit(range: $0.key..<$0.key, text: $0.value) }
    }

    /// The lines of the text that are others; those around them stay, with their line ends.
    private func bodyEdit(_ new: String) -> [TextEdit] {
        let (old, lines) = (Self.lines(body), Self.lines(new))
        guard old != lines else { return [] }
        let first = zip(old, lines).prefix { $0 == $1 }.count
        let last = zip(old.dropFirst(first).reversed(), lines.dropFirst(first).reversed()).prefix { $0 == $1 }.count
        let start = draft.body.lowerBound + old.prefix(first).reduce(0) { $0 + $1.utf8.count }
        let end = draft.body.upperBound - old.suffix(last).reduce(0) { $0 + $1.utf8.count }
        // The closing line of the front matter may be the last of the file, without an end.
        let isCut = start == draft.body.lowerBound && raw.file.bytes[start - 1] != UInt8(ascii: "\n")
        let text = lines.dropFirst(first).dropLast(last).joined()
        return [TextEdit(range: start..<end, text: (isCut ? "\n" : "") + text)]
    }

    /// The lines of a text with their ends.
    private static func lines(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end =
                text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) }
                ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    // MARK: Looked at again

    private func verify(_ bytes: [UInt8], _ changes: [Change], _ body: String?) throws(Refusal) {
        let result = try EditableMaterial(bytes, path: path, schema)
        guard result.body == body ?? self.body else { throw .unsafe("_body") }
        let changed = Set(changes.map(\.id))
        for change in changes {
            let wanted: FieldText? = if case .set(_, let value) = change { value } else { nil }
            guard result.text(of: change.id).map(Self.items) ?? [] == wanted.map(Self.items) ?? [] else {
                throw .unsafe(change.id.rawValue)
            }
        }
        func others(_ text: EditableMaterial) -> [(String, String)] {
            text.pairs.filter { pair in
                !changed.contains(text.kind.field(named: pair.key).map { text.kind.fields[$0].id } ?? FieldID(pair.key))
            }.map { ($0.key, Self.spelled($0.value)) }
        }
        guard others(result).elementsEqual(others(self), by: ==) else {
            throw .unsafe(changes.first?.id.rawValue ?? "")
        }
    }

    private static func items(_ value: FieldText) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let items): items
        }
    }

    private static func spelled(_ node: YAMLNode) -> String {
        switch node.value {
        case .scalar(let text, let isPlain): "\(isPlain) \(text.debugDescription)"
        case .sequence(let items): "[" + items.map(spelled).joined(separator: ",") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { $0.key.debugDescription + ":" + spelled($0.value) }.joined(separator: ",") + "}"
        }
    }
}

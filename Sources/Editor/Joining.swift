import Catalog
import Editing

/// What a draft brings to another material: fields and sections that it says otherwise, each of which can be taken or left.
///
/// Nothing goes that only the material has. Sections are known by their headings of the second level; what stands before
/// the first one is a part too. The parts of the text that are not taken keep every byte.
struct Joining {
    /// One field or section.
    struct Part: Sendable {
        /// Of its control: `field.date`, `section.2`.
        let name: String
        let label: String
        /// As readers read it, before and after.
        let old: String
        let new: String
        /// Whether an editor who changes nothing takes it.
        let isTaken: Bool
    }

    private(set) var parts: [Part] = []
    /// Sections that only the material has, as they are named in a sentence: they stay.
    private(set) var staying: [String] = []
    /// Labels of fields that the material cannot have, with what the draft says there.
    private(set) var homeless: [String] = []
    private let target: Typed
    private var fields: [String: (FieldID, String)] = [:]
    private var sections: [String: BodySection] = [:]

    /// - Parameters:
    ///   - textHeading: of the section for a text that was looked for.
    init(
        _ draft: EditableMaterial, into material: EditableMaterial, _ reason: Predecessor.Reason,
        _ readable: ReadableValue, textHeading: String, introLabel: String
    ) {
        target = Typed(material)
        let source = Typed(draft)
        for field in Typed.shown(draft.kind) where !(source.fields[field.id] ?? "").isEmpty {
            guard let own = material.kind.field(field.id),
                Typed.shown(material.kind).contains(where: { $0.id == field.id })
            else {
                homeless.append("\(field.label): \(source.fields[field.id] ?? "")")
                continue
            }
            add(own, source.fields[field.id] ?? "", reason, readable)
        }
        let isNamed = reason == .named
        var brought = BodySection.all(isNamed ? Predecessor.withoutLine(draft.body) : draft.body).filter(\.isSaid)
        // A text stands in a section of its own: before the first heading it would be an introduction.
        if isNamed, let first = brought.first, first.heading == nil {
            brought[0] = BodySection(heading: textHeading, text: "## \(textHeading)\n\n" + first.text)
        }
        let there = BodySection.all(target.body)
        for (number, section) in brought.enumerated() {
            let old = there.first { $0.key == section.key }
            guard old?.words != section.words else { continue }
            let name = "section.\(number)"
            sections[name] = section
            parts.append(
                Part(
                    name: name, label: section.heading ?? introLabel, old: old?.readable ?? "", new: section.readable,
                    // Of a material that lacks its text the editor's own words are known better.
                    isTaken: !isNamed || old?.isSaid != true))
        }
        let keys = Set(brought.map(\.key))
        staying = there.filter { $0.isSaid && !keys.contains($0.key) }.map {
            $0.heading.map { "«\($0)»" } ?? introLabel
        }
    }

    private mutating func add(
        _ field: FieldDefinition, _ text: String, _ reason: Predecessor.Reason, _ readable: ReadableValue
    ) {
        let old = target.fields[field.id] ?? ""
        var new = text
        if field.id == CoreField.attachments {
            let own = old.split(separator: "\n")
            new = (own + text.split(separator: "\n").filter { !own.contains($0) }).joined(separator: "\n")
        }
        let shown = (old: readable.text(old, of: field), new: readable.text(new, of: field))
        guard shown.old != shown.new else { return }
        let name = "field." + field.id.rawValue
        fields[name] = (field.id, new)
        // A title is an address in people's heads; what a sender says of a text that was looked for is known better.
        let isTaken =
            field.id == CoreField.attachments || old.isEmpty || old == FieldValue.absenceMark
            || reason == .sameTitle && field.id != CoreField.title
        parts.append(Part(name: name, label: field.label, old: shown.old, new: shown.new, isTaken: isTaken))
    }

    /// What the material says once some parts are taken.
    func typed(taking names: Set<String>) -> Typed {
        var typed = target
        for (name, (field, text)) in fields where names.contains(name) { typed.fields[field] = text }
        var body = BodySection.all(target.body)
        for part in parts where names.contains(part.name) {
            guard let section = sections[part.name] else { continue }
            if let place = body.firstIndex(where: { $0.key == section.key }) {
                body[place] = body[place].saying(section)
            } else {
                if let last = body.indices.last { body[last] = body[last].endingApart() }
                body.append(BodySection(heading: section.heading, text: section.words + "\n"))
            }
        }
        typed.body = body.map(\.text).joined()
        return typed
    }
}

/// A part of a text: what stands before the first heading of the second level, or such a heading with all below it.
struct BodySection: Sendable, Hashable {
    /// Nothing of what stands before the first one.
    let heading: String?
    /// With its heading and the blank lines behind it.
    let text: String

    /// By which it is known: letter case does not count.
    var key: String { heading?.lowercased() ?? "" }
    /// Without blank lines around it.
    var words: String {
        var words = text[...].drop { $0.isWhitespace }
        while words.last?.isWhitespace == true { words.removeLast() }
        return String(words)
    }
    /// Below its heading, as people compare it.
    var readable: String {
        let below = heading == nil ? words[...] : words[(words.firstIndex(of: "\n") ?? words.endIndex)...]
        return ReadableText.text(String(below.drop { $0.isWhitespace }))
    }
    /// Whether anything stands in it but its heading.
    var isSaid: Bool {
        text.split(separator: "\n").dropFirst(heading == nil ? 0 : 1).contains { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The same place with the words of another; what parts it from the next one stays.
    func saying(_ other: BodySection) -> BodySection {
        let behind = text.reversed().prefix { $0.isWhitespace }.reversed()
        let before = text.prefix { $0.isWhitespace }
        let words =
            self.words.isEmpty ? other.words + "\n\n" : before + other.words + (behind.isEmpty ? "\n" : String(behind))
        return BodySection(heading: heading, text: words)
    }

    /// The same with one blank line behind it.
    func endingApart() -> BodySection {
        let end = text.isEmpty || text.hasSuffix("\n\n") ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
        return BodySection(heading: heading, text: text + end)
    }

    /// The parts of a text in their order, which make it up byte by byte; O(length).
    ///
    /// What stands between fences of code is no heading.
    static func all(_ body: String) -> [BodySection] {
        var (sections, text, heading): ([BodySection], String, String?) = ([], "", nil)
        var fence: Substring?
        for line in body.split(separator: "\n", omittingEmptySubsequences: false).map({ $0 + "\n" }) {
            let bare = line.drop { $0 == " " }
            if let open = fence {
                if bare.hasPrefix(open) { fence = nil }
            } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                fence = Substring(bare.prefix(3))
            } else if line.hasPrefix("## ") {
                if heading != nil || !text.isEmpty { sections.append(BodySection(heading: heading, text: text)) }
                (text, heading) = ("", line.dropFirst(3).split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
            text += line
        }
        text.removeLast()
        if heading != nil || !text.isEmpty { sections.append(BodySection(heading: heading, text: text)) }
        return sections
    }
}

import Catalog
import Diagnostics
import Editing

/// The fields of a front matter that somebody has sent in, written anew: only those that a sender may fill in, and only
/// texts and lists of texts.
struct SharedFields {
    /// As YAML, in the order of the kind.
    private(set) var lines: [String] = []
    /// Names of what was taken, for a person.
    private(set) var taken: [String] = []
    private(set) var remarks: [ReceivedRemark] = []
    /// Names of files, as they were sent.
    private(set) var attachments: [String] = []
    private(set) var title = ""
    /// How the sender can be reached, for whoever takes the file in: no part of the material.
    private(set) var contact: String?

    private static let longestContact = 300
    private static let longestValue = 10_000
    private static let mostValues = 200

    /// - Parameter home: the album that it is for.
    init(_ root: YAMLNode, _ kind: Kind, _ home: SharedHome) {
        var values: [Int: String] = [:]
        for pair in root.pairs ?? [] {
            if pair.key == Sharing.contactKey {
                contact = Self.texts(pair.value).map { String($0.joined(separator: ", ").prefix(Self.longestContact)) }
                continue
            }
            guard let position = kind.field(named: pair.key) else {
                remarks.append(
                    pair.key == PrivacyAllowance.key
                        ? ReceivedRemark(ReceivingReason.ownField, pair.key, Self.shown(pair.value))
                        : ReceivedRemark(
                            ReceivingReason.unknownField, Self.short(pair.key), kind.name.one, Self.shown(pair.value)))
                continue
            }
            take(pair.value, kind.fields[position], position, home, &values)
        }
        for (position, field) in kind.fields.enumerated() where values[position] != nil {
            lines.append("\(field.id): \(values[position] ?? "")")
            taken.append(field.label)
        }
    }

    private mutating func take(
        _ node: YAMLNode, _ field: FieldDefinition, _ position: Int, _ home: SharedHome, _ values: inout [Int: String]
    ) {
        // A draft it is in any case, and the kind is known.
        guard field.id != CoreField.draft, field.id != CoreField.kind, !node.isEmpty else { return }
        guard let texts = Self.texts(node) else {
            remarks.append(ReceivedRemark(ReceivingReason.unfitValue, field.label))
            return
        }
        if field.id == CoreField.attachments {
            attachments = texts
        } else if Sharing.canAsk(field) {
            guard field.type.holdsSeveral || texts.count == 1 else {
                remarks.append(ReceivedRemark(ReceivingReason.unfitValue, field.label))
                return
            }
            if field.id == CoreField.title { title = texts[0] }
            values[position] = Self.written(texts.map { home.own($0, of: field) }, isList: field.type.holdsSeveral)
        } else {
            remarks.append(ReceivedRemark(ReceivingReason.ownField, field.label, Self.shown(node)))
        }
    }

    private static func written(_ texts: [String], isList: Bool) -> String {
        isList
            ? "[" + texts.map { YAMLSpelling.scalar($0, .plain, isInList: true) }.joined(separator: ", ") + "]"
            : YAMLText.quoted(texts[0])
    }

    /// A scalar or a list of scalars, each on one line; nothing for anything else, and for too much.
    private static func texts(_ node: YAMLNode) -> [String]? {
        let items = node.items
        let texts = items.compactMap { item in item.text.map(oneLine) }
        let isFit = texts.count == items.count && texts.count <= mostValues && !texts.contains("")
        return isFit && texts.reduce(0, { $0 + $1.utf8.count }) <= longestValue ? texts : nil
    }

    static func oneLine(_ text: String) -> String {
        let seen = text.unicodeScalars.map { SharedText.isControl($0) ? " " : $0 }
        return String(String.UnicodeScalarView(seen)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func short(_ text: String) -> String { String(oneLine(text).prefix(80)) }

    /// What a field held, in short.
    private static func shown(_ node: YAMLNode) -> String {
        let texts = node.items.prefix(3).map { $0.text.map(oneLine) ?? "…" }
        return short(texts.joined(separator: "; "))
    }
}

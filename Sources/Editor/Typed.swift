import Catalog
import Editing
import Files

/// What stands in a form: the words of each field and the text.
struct Typed: Sendable, Equatable {
    /// By field: the lines of its control.
    var fields: [FieldID: String]
    /// With `\n`.
    var body: String

    init(_ form: FormData) {
        fields = [:]
        for pair in form.pairs where pair.name.hasPrefix("field.") {
            let id = FieldID(String(pair.name.dropFirst("field.".count)))
            fields[id] = fields[id] ?? form[pair.name]
        }
        body = form["_body"] ?? ""
    }

    /// What a material says.
    init(_ material: EditableMaterial) {
        fields = [:]
        for field in Self.shown(material.kind) { fields[field.id] = Self.lines(material.text(of: field.id)) }
        body = material.body
    }

    /// Whether another says the same; empty fields and blank lines at either end say nothing.
    func saysAs(_ other: Typed) -> Bool {
        func said(_ typed: Typed) -> [String: String] {
            var said = Dictionary(uniqueKeysWithValues: typed.fields.map { ($0.key.rawValue, $0.value) })
            said["_body"] = typed.body
            return said.compactMapValues { value in
                let words = value.split { $0.isWhitespace }.joined(separator: " ")
                return words.isEmpty ? nil : words
            }
        }
        return said(self) == said(other)
    }

    /// Fields that have a control: those whose values a person types.
    static func shown(_ kind: Kind) -> [FieldDefinition] {
        kind.fields.filter { field in
            field.type != .tableFiles && ![CoreField.draft, CoreField.kind, CoreField.id].contains(field.id)
        }
    }

    /// One of its controls.
    enum Part: Hashable {
        case field(FieldID)
        case body

        /// As the control is named in the page.
        var name: String {
            switch self {
            case .field(let id): "field." + id.rawValue
            case .body: "_body"
            }
        }
    }

    subscript(part: Part) -> String {
        get {
            switch part {
            case .field(let id): fields[id] ?? ""
            case .body: body
            }
        }
        set {
            switch part {
            case .field(let id): fields[id] = newValue
            case .body: body = newValue
            }
        }
    }

    /// What has to be done to a material so that it says what was typed.
    func changes(of material: EditableMaterial) -> [EditableMaterial.Change] {
        Self.shown(material.kind).compactMap { field in
            guard let typed = fields[field.id], typed != Self.lines(material.text(of: field.id)) else { return nil }
            let items = typed.split(separator: "\n").map { String(Self.trimmed($0)) }.filter { !$0.isEmpty }
            guard !items.isEmpty else { return material.text(of: field.id) == nil ? nil : .remove(field.id) }
            guard field.type.holdsSeveral else { return .set(field.id, .text(items.joined(separator: " "))) }
            if items.count == 1, case .text? = material.text(of: field.id) { return .set(field.id, .text(items[0])) }
            return .set(field.id, .list(items))
        }
    }

    private static func lines(_ value: FieldText?) -> String {
        switch value {
        case nil: ""
        case .text(let text): text
        case .list(let items): items.joined(separator: "\n")
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

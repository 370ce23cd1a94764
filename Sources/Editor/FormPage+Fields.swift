import Catalog
import Formats
import Languages

// Fields: their labels, what helps to fill them in, and their controls.
extension FormPage {
    /// Wished for ones first, then those that say something; the rest is folded.
    func fields() -> String {
        let shown = Typed.shown(kind)
        let first = shown.filter { field in
            field.isRequired || !(typed.fields[field.id] ?? "").isEmpty || isUsual(field)
                || messages.contains { $0.place == field.id.rawValue }
        }
        let rest = shown.filter { field in !first.contains { $0.id == field.id } }
        let ordered = first.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return "<div class=\"fields\">" + ordered.map(\.element).map(control).joined() + "</div>"
            + (rest.isEmpty
                ? ""
                : "<details class=\"rest\"><summary>\(word(.moreFields))</summary>" + rest.map(control).joined()
                    + "</details>")
    }

    /// Needed fields stand first, then those that a material begins with, in their order.
    private func rank(_ field: FieldDefinition) -> Int {
        if field.isRequired { return 0 }
        return kind.beginning.firstIndex(of: field.id).map { $0 + 1 } ?? kind.beginning.count + 1
    }

    /// Fields that a new material begins with, those that others of its kind fill in, and those that all have.
    private func isUsual(_ field: FieldDefinition) -> Bool {
        Self.common.contains(field.id) || kind.beginning.contains(field.id) || usual.contains(field.id)
            || reach.fields.contains(field.id)
    }

    private static let common: Set<FieldID> = [
        CoreField.title, CoreField.summary, CoreField.date, "directions", "municipalities",
    ]

    private func control(_ field: FieldDefinition) -> String {
        let id = HTMLEscaping.html(field.id.rawValue)
        // Nothing is saved without a title; of others it is asked.
        let wish: EditorWord = field.id == CoreField.title ? .needed : .wished
        let needed = field.isRequired ? " <span class=\"needed\">\(word(wish))</span>" : ""
        return """
            <div class="field"><label for="field-\(id)">\(HTMLEscaping.html(field.label))\(needed)</label>
            <p class="help" id="help-\(id)">\(help(field))</p>
            \(input(field, id))
            \(messageBox(field.id.rawValue))</div>

            """
    }

    private func input(_ field: FieldDefinition, _ id: String) -> String {
        let value = HTMLEscaping.html(typed.fields[field.id] ?? "")
        let attributes =
            "id=\"field-\(id)\" name=\"field.\(id)\" aria-describedby=\"help-\(id) for-\(id)\"\(picking(field))\(isAttachments(field) ? " data-attachments" : "")"
        switch field.type {
        case .flag: return flag(field, attributes)
        case _ where field.type.holdsSeveral:
            let count = max(1, value.split(separator: "\n").count)
            return "<textarea \(attributes) rows=\"\(count)\">\n\(value)</textarea>"
        case .text where field.id == CoreField.summary, .markdown:
            return "<textarea \(attributes) rows=\"3\">\n\(value)</textarea>"
        default: return "<input \(attributes) value=\"\(value)\">"
        }
    }

    private func flag(_ field: FieldDefinition, _ attributes: String) -> String {
        let isSet = FlagWords.value(of: typed.fields[field.id] ?? "")
        let options: [(value: String, word: EditorWord, isChosen: Bool)] = [
            ("", .unset, isSet == nil), (language.hasRussianMessages ? "да" : "yes", .yes, isSet == true),
            (language.hasRussianMessages ? "нет" : "no", .no, isSet == false),
        ]
        return "<select \(attributes)>"
            + options.map { option in
                "<option value=\"\(option.value)\"\(option.isChosen ? " selected" : "")>\(word(option.word))</option>"
            }.joined() + "</select>"
    }

    /// How a control is to be made a list to pick from, for the script.
    private func picking(_ field: FieldDefinition) -> String {
        switch field.type {
        case .reference, .choice: " data-pick=\"one\""
        case .references: " data-pick=\"several\""
        case .citation: " data-pick=\"places\""
        default: ""
        }
    }

    private func isAttachments(_ field: FieldDefinition) -> Bool { field.id == CoreField.attachments }

    /// What stands below the label, as HTML: what belongs there, how it is written, and an example.
    private func help(_ field: FieldDefinition) -> String {
        var sentences: [EditorWord] = []
        if case .period = field.type, field.help == nil { sentences.append(.aboutTerms) }
        if case .date = field.type, field.help == nil { sentences.append(.aboutDates) }
        if case .list = field.type, !isAttachments(field) { sentences.append(.oneALine) }
        var texts = [field.help].compactMap(\.self) + sentences.map { $0.text(language) }
        if let section = Twofold.section(of: field, kind) {
            texts.append(EditorWord.aboutTwofold.text(language, section))
        }
        if field.id == CoreField.level, !reach.levels.isEmpty {
            texts.append(EditorWord.aboutReach.text(language, reach.levels.map { "«\($0)»" }.joined(separator: ", ")))
        }
        let example = examples[field.id].map { EditorWord.example.text(language, $0) }
        return HTMLEscaping.html((texts + [example].compactMap(\.self)).joined(separator: " "))
    }
}

import Catalog
import Formats
import Languages

// What stands above a form: why nothing was written, and what somebody else has written.
extension FormPage {
    /// The list of what has to be corrected, or what is asked, each leading to its place (GOV.UK Design System, "Error
    /// summary").
    func answerBox() -> String {
        switch answer {
        case nil: return ""
        case .refused(let messages):
            return box(messages.isEmpty ? .refusedForOthers : .refused, messages, "")
        case .asked(let messages):
            return box(
                .askPublish, messages,
                "<div class=\"buttons\"><button form=\"form\" name=\"_sure\" value=\"1\">\(word(.publishAnyway))</button><a href=\"#form\" class=\"back\">\(word(.keepWriting))</a></div>"
            )
        }
    }

    private func box(_ heading: EditorWord, _ messages: [FormMessage], _ end: String) -> String {
        let isError = heading != .askPublish
        let items = messages.map { message in
            // What is left open is named whole.
            let label = message.code == nil || message.isAskedFor ? nil : label(of: message.place)
            let text = HTMLEscaping.html(label.map { "\($0): \(message.text)" } ?? message.text)
            let place = message.wrong.map { " data-start=\"\($0.range.lowerBound)\"" } ?? ""
            return
                "<li><a href=\"#\(target(message.place))\" data-place=\"\(HTMLEscaping.html(message.place))\"\(place)>\(text)</a></li>"
        }
        let others = elsewhere.map { "<li>\(HTMLEscaping.html($0))</li>" }
        return """
            <div class="answer\(isError ? " bad" : "")" role="alert" tabindex="-1" aria-labelledby="answer-title"><h2 id="answer-title">\(word(heading))</h2>
            <ul>\((items + others).joined())</ul>\(end)</div>
            """
    }

    /// The id of the control that a message is about.
    private func target(_ place: String) -> String {
        place == "_body" || place.contains("/") ? "body" : "field-" + HTMLEscaping.html(place)
    }

    private func label(of place: String) -> String? {
        let parts = place.split(separator: "/").map(String.init)
        if parts.count == 3, let table = kind.tables.first(where: { $0.id == parts[0] }), let row = Int(parts[1]) {
            let column = table.columns.first { $0.id.rawValue == parts[2] }?.label
            return EditorWord.cell.text(language, table.headings[0], String(row + 1), column ?? "")
        }
        return kind.field(FieldID(place))?.label ?? (place == "_body" ? EditorWord.text.text(language) : nil)
    }

    // MARK: Two people

    /// Each field that differs, what was typed beside what the file says, with buttons that take either.
    func conflict() -> String {
        guard let other else { return "" }
        let fields = Typed.shown(kind).filter { (typed.fields[$0.id] ?? "") != (other.fields[$0.id] ?? "") }
        var rows = fields.map { field in
            let (mine, theirs) = (typed.fields[field.id] ?? "", other.fields[field.id] ?? "")
            let sides = TextComparison.sides(readable.text(mine, of: field), readable.text(theirs, of: field))
            return row(field.label, "field." + field.id.rawValue, mine: mine, theirs: theirs, sides)
        }
        if typed.body != other.body {
            let sides = TextComparison.sides(typed.body, other.body)
            rows.append(row(EditorWord.text.text(language), "_body", mine: typed.body, theirs: other.body, sides))
        }
        guard !rows.isEmpty else { return "" }
        return
            "<section class=\"conflict\" aria-label=\"\(word(.onDisk))\"><h2>\(word(.onDisk))</h2><p>\(word(.aboutConflict))</p>"
            + rows.joined() + "</section>"
    }

    /// - Parameter sides: both as HTML.
    private func row(
        _ label: String, _ name: String, mine: String, theirs: String, _ sides: (left: String, right: String)
    ) -> String {
        func side(_ title: EditorWord, _ html: String, _ take: EditorWord, _ value: String) -> String {
            "<div class=\"side\"><h4>\(word(title))</h4><div class=\"said\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.html(label)): \(word(title))\">\(html.isEmpty ? "<em>\(word(.nothing))</em>" : html)</div>"
                + "<button type=\"button\" class=\"take\" data-take=\"\(HTMLEscaping.html(name))\" data-value=\"\(HTMLEscaping.html(value))\" hidden>\(word(take))</button></div>"
        }
        return "<div class=\"differing\"><h3>\(HTMLEscaping.html(label))</h3><div class=\"sides\">"
            + side(.mine, sides.left, .takeMine, mine) + side(.theirs, sides.right, .takeTheirs, theirs)
            + "</div></div>"
    }
}

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
            let heading: EditorWord = stage == .published ? .refusedPublished : .refused
            return box(messages.isEmpty ? .refusedForOthers : heading, messages, "")
        case .asked(let messages):
            return box(
                .askPublish, messages,
                "<div class=\"buttons\"><a href=\"#form\" class=\"back\">\(word(.keepWriting))</a><button form=\"form\" name=\"_sure\" value=\"1\" class=\"quiet\">\(word(.publishAnyway))</button></div>"
            )
        }
    }

    private func box(_ heading: EditorWord, _ messages: [FormMessage], _ end: String) -> String {
        let isError = heading != .askPublish
        // What has to be mended stands apart from what may stay as it is.
        let needed = isError ? messages.filter { $0.severity == .error } : messages
        let wished = isError ? messages.filter { $0.severity != .error } : []
        let others = elsewhere.map { "<li>\(HTMLEscaping.html($0))</li>" }
        let also = wished.isEmpty ? "" : "<p>\(word(.alsoAsked))</p><ul class=\"also\">\(items(wished).joined())</ul>"
        return """
            <div class="answer\(isError ? " bad" : "")" role="alert" tabindex="-1" aria-labelledby="answer-title" data-mended="\(word(.allMended))"><h2 id="answer-title">\(word(heading))</h2>
            <ul>\((items(needed) + others).joined())</ul>\(also)\(end)</div>
            """
    }

    /// Messages as items of a list, each leading to its place.
    private func items(_ messages: [FormMessage]) -> [String] {
        messages.map { message in
            // What names its place itself, or speaks of a line of the text, needs no other name.
            let named = message.code == nil || message.place == "_body" ? nil : label(of: message.place)
            let label = named.flatMap { message.text.contains($0) ? nil : $0 }
            let text = HTMLEscaping.html(label.map { "\($0): \(message.text)" } ?? message.text)
            let place =
                message.wrong.map { " data-start=\"\($0.range.lowerBound)\" data-end=\"\($0.range.upperBound)\"" } ?? ""
            return
                "<li><a href=\"#\(target(message.place))\" data-place=\"\(HTMLEscaping.html(message.place))\" data-text=\"\(HTMLEscaping.html(message.text))\"\(place)>\(text)</a></li>"
        }
    }

    /// The id of the control that a message is about.
    private func target(_ place: String) -> String {
        place == "_body" || place.contains("/") ? "body" : "field-" + HTMLEscaping.html(place)
    }

    private func label(of place: String) -> String? {
        let parts = place.split(separator: "/").map(String.init)
        if parts.count == 3, let row = Int(parts[1]) {
            if let grid = grids.first(where: { $0.id == parts[0] }) {
                return grid.cellName(row, parts[2], language)
            }
            if let table = kind.tables.first(where: { $0.id == parts[0] }) {
                let column = table.columns.first { $0.id.rawValue == parts[2] }?.label
                return column.map { PlaceWord.cell.text(language, table.headings[0], String(row + 1), $0) }
                    ?? FormMessages.sentence(PlaceWord.rowOfTable.text(language, table.headings[0], String(row + 1)))
            }
        }
        if place == Withdrawing.successorName { return WithdrawalWord.successor.text(language) }
        return kind.field(FieldID(place))?.label ?? (place == "_body" ? EditorWord.text.text(language) : nil)
    }

    // MARK: Two people

    /// Each field that somebody else has changed, what was typed beside what the file says; where both have changed the
    /// same, with buttons that take either.
    func conflict() -> String {
        guard let meeting else { return "" }
        var rows = Typed.shown(kind).map { field in
            row(.field(field.id), field.label, meeting) {
                readable.text($0, of: field)
            }
        }
        rows.append(row(.body, EditorWord.text.text(language), meeting, ReadableText.text))
        let about = meeting.disputed.isEmpty ? "" : "<p>\(word(.aboutConflict))</p>"
        let without =
            meeting.disputed.isEmpty
            ? ""
            : "<noscript><button form=\"form\" name=\"_sure\" value=\"1\">\(word(.publishAnyway))</button></noscript>"
        return
            "<section class=\"conflict\" aria-label=\"\(word(.onDisk))\"><h2>\(word(.onDisk))</h2>\(about)"
            + rows.joined() + without + "</section>"
    }

    /// - Parameter shown: a value in words.
    private func row(
        _ part: Typed.Part, _ label: String, _ meeting: Meeting, _ shown: (String) -> String
    ) -> String {
        guard let outcome = meeting.outcomes[part.name] else { return "" }
        let sides = TextComparison.sides(shown(meeting.mine[part]), shown(meeting.file[part]))
        func said(_ title: EditorWord, _ html: String) -> String {
            "<div class=\"side\"><h4>\(word(title))</h4><div class=\"said\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.html(label)): \(word(title))\">\(html.isEmpty ? "<em>\(word(.nothing))</em>" : html)</div></div>"
        }
        func take(_ title: EditorWord, _ value: Typed) -> String {
            "<button type=\"button\" class=\"take\" data-take=\"\(HTMLEscaping.html(part.name))\" data-value=\"\(HTMLEscaping.html(value[part]))\" hidden>\(word(title))</button>"
        }
        let both = meeting.both[part] != meeting.typed[part]
        let end =
            switch outcome {
            case .file: "<p>\(word(.takenFromFile))</p>"
            case .together: "<p>\(word(.settledAlready))</p>"
            case .disputed:
                "<div class=\"buttons\">" + take(.takeMine, meeting.typed) + take(.takeTheirs, meeting.theirs)
                    + (both ? take(.takeBoth, meeting.both) : "") + "</div>"
            }
        return "<div class=\"differing\"><h3>\(HTMLEscaping.html(label))</h3><div class=\"sides\">"
            + said(.mine, sides.left) + said(.theirs, sides.right) + "</div>\(end)</div>"
    }
}

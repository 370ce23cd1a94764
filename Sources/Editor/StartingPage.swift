import Formats
import Languages
import Starting

/// The page on which a new site begins: the questions, and what the rule has made of the list.
struct StartingPage {
    /// Columns of the table of municipalities.
    enum Part: String, CaseIterable {
        case name, full, short, aliases, type, address, drop

        /// The field of a row: `row.3.name`.
        func field(_ index: Int) -> String { "row.\(index).\(rawValue)" }

        var word: StartingWord {
            switch self {
            case .name: .name
            case .full: .full
            case .short: .short
            case .aliases: .aliases
            case .type: .type
            case .address: .address
            case .drop: .drop
            }
        }

        func value(_ name: MunicipalityName) -> String {
            switch self {
            case .name: name.name
            case .full: name.full ?? ""
            case .short: name.short ?? ""
            case .aliases: name.aliases.joined(separator: ", ")
            case .type: name.type?.rawValue ?? ""
            case .address: name.id
            case .drop: ""
            }
        }
    }

    static let address = "/_edit/start"

    /// The field that keeps what a row was called when its parts were made.
    static func shownName(_ index: Int) -> String { "row.\(index).shown" }

    let form: StartingForm
    let token: String
    /// Nothing was sent yet: nothing is wrong.
    let isFresh: Bool
    let said: [String]

    private var language: Language { form.language }

    func html() -> String {
        DeskPage.html(
            language, title: StartingWord.title.text(language), header: "<span>album</span>",
            main: """
                <h1>\(word(.title))</h1>
                <p>\(word(.lead))</p>
                \(told())<form method="post" action="\(Self.address)" autocomplete="off">
                <input type="hidden" name="_token" value="\(escaped(token))">
                \(questions())
                \(isFresh ? "" : table())<div class="buttons">\(buttons())</div>
                </form>
                """)
    }

    private func told() -> String {
        var html = said.map { "<p class=\"notice\" role=\"status\">\(escaped($0))</p>\n" }.joined()
        guard !isFresh else { return html }
        if !form.refusals.isEmpty {
            let items = form.refusals.map { "<li>\(escaped($0))</li>" }.joined()
            html += "<div class=\"answer bad\" role=\"alert\"><h2>\(word(.toMend))</h2><ul>\(items)</ul></div>\n"
        }
        return html + form.notes.map { "<p class=\"notice\">\(escaped($0))</p>\n" }.joined()
    }

    private func buttons() -> String {
        let look = "<button name=\"_look\" value=\"1\">\(word(.look))</button>"
        guard !isFresh, form.proposals?.isSound == true else { return look }
        return look + "<button name=\"_save\" value=\"1\">\(word(.make))</button>"
    }

    // MARK: Questions

    private func questions() -> String {
        line(.region, .region, .aboutRegion, isNeeded: true) + line(.genitive, .genitive, .aboutGenitive)
            + line(.department, .department, .aboutDepartment)
            + directions()
            + area(.municipalities, .municipalities, .aboutMunicipalities, rows: 12)
            + area(.neighbours, .neighbours, .aboutNeighbours, rows: 3) + line(.colours, .colours, .aboutColours)
            + line(.contact, .contact, .aboutContact)
    }

    private func directions() -> String {
        let isOwn = form[.directions] == "own"
        func choice(_ value: String, _ label: StartingWord, _ isChosen: Bool) -> String {
            "<p><label><input type=\"radio\" name=\"directions\" value=\"\(value)\"\(isChosen ? " checked" : "")> "
                + "\(word(label))</label></p>"
        }
        return """
            <fieldset class="field"><legend>\(word(.directions))</legend>\(choice("nine", .nine, !isOwn))\(choice("own", .own, isOwn))
            \(area(.own, .ownList, nil, rows: 4))</fieldset>

            """
    }

    private func line(
        _ field: StartingForm.Field, _ label: StartingWord, _ help: StartingWord, isNeeded: Bool = false
    ) -> String {
        let id = field.rawValue
        return """
            <div class="field"><label for="\(id)">\(word(label))</label><p class="help" id="\(id)-help">\(word(help))</p>
            <input id="\(id)" name="\(id)" value="\(escaped(form[field]))" aria-describedby="\(id)-help"\(isNeeded ? " required" : "")></div>

            """
    }

    private func area(_ field: StartingForm.Field, _ label: StartingWord, _ help: StartingWord?, rows: Int) -> String {
        let id = field.rawValue
        let about = help.map { "<p class=\"help\" id=\"\(id)-help\">\(word($0))</p>" } ?? ""
        let described = help == nil ? "" : " aria-describedby=\"\(id)-help\""
        // A line end behind the tag is none of the text.
        return """
            <div class="field"><label for="\(id)">\(word(label))</label>\(about)
            <textarea id="\(id)" name="\(id)" rows="\(rows)"\(described)>
            \(escaped(form[field]))</textarea></div>

            """
    }

    // MARK: Approval

    private func table() -> String {
        guard let proposals = form.proposals, !proposals.all.isEmpty else { return "" }
        let hasCodes = proposals.all.contains { $0.shownCode != nil }
        let heads = (Part.allCases.map(\.word) + (hasCodes ? [.code] : []) + [.cell]).map {
            "<th scope=\"col\">\(word($0))</th>"
        }.joined()
        let rows = zip(form.kept, proposals.all).map { index, proposal in
            let cells = Part.allCases.map { part in
                let name = part.field(index)
                let label = "\(part.word.text(language)): \(proposal.name.name)"
                let box =
                    part == .drop
                    ? "type=\"checkbox\" value=\"1\"" : "value=\"\(escaped(part.value(proposal.name)))\""
                return "<td><input name=\"\(name)\" \(box) aria-label=\"\(escaped(label))\"></td>"
            }.joined()
            let cell = proposal.cell.map { "\($0.column), \($0.row)" } ?? "—"
            let code = hasCodes ? "<td>\(escaped(proposal.shownCode ?? "—"))</td>" : ""
            let shown = escaped(proposal.name.name)
            return """
                <tr>\(cells)\(code)<td>\(cell)<input type="hidden" name="\(Self.shownName(index))" value="\(shown)"></td></tr>

                """
        }.joined()
        let dropped = form.dropped.map { index in
            "<input type=\"hidden\" name=\"\(Part.drop.field(index))\" value=\"1\">"
        }.joined()
        return """
            <h2>\(word(.proposed))</h2><p>\(word(.aboutProposed))</p>
            <input type="hidden" name="_listed" value="\(form.listStamp)">\(dropped)
            <div class="starting"><table><thead><tr>\(heads)</tr></thead><tbody>
            \(rows)</tbody></table></div>

            """
    }

    private func word(_ word: StartingWord) -> String { escaped(word.text(language)) }

    private func escaped(_ text: String) -> String { HTMLEscaping.html(text) }
}

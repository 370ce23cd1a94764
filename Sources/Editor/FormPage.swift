import Catalog
import Editing
import Formats
import Languages

/// The page on which one material is edited, as HTML.
struct FormPage {
    let language: Language
    let kind: Kind
    let schema: Schema
    let names: [String]
    /// Where the form is sent.
    let action: String
    /// The page that readers see; nothing of a new material.
    let address: String?
    let title: String
    let typed: Typed
    let messages: [FormMessage]
    let grids: [Grid]
    /// What is said above the form, in sentences.
    let notices: [String]
    let token: String
    /// The digest of the file that the form was made of; empty of a new material.
    let base: String
    /// How the editor's work is kept and looked at.
    let key: FormKey
    let isDraft: Bool
    /// Where its earlier texts are; nothing of a new material.
    let historyAddress: String?
    /// The text as it stands in the other file, where two people have changed it.
    var other: String?

    private func word(_ word: EditorWord) -> String { HTMLEscaping.html(word.text(language)) }

    /// The whole page.
    func html() -> String {
        DeskPage.html(
            language, title: "\(title) — \(EditorWord.editing.text(language))",
            header: "<a href=\"/_edit/\">\(word(.allMaterials))</a>"
                + (address.map { "<a href=\"/\(HTMLEscaping.html($0))\">\(word(.asReaders))</a>" } ?? ""),
            main: main(), behind: lists() + "<script type=\"module\" src=\"/_edit/assets/editor.js\"></script>")
    }

    private func main() -> String {
        """
        <h1>\(HTMLEscaping.html(title))</h1>
        \(historyAddress.map { "<p><a href=\"\(HTMLEscaping.html($0))\">\(word(.history))</a></p>" } ?? "")
        <p class="kind">\(HTMLEscaping.html(kind.name.one))\(isDraft ? " · " + word(.isDraft) : "")</p>
        \(notices.map { "<p class=\"notice\" role=\"status\">\(HTMLEscaping.html($0))</p>" }.joined())
        \(other.map { "<section class=\"conflict\"><h2>\(word(.onDisk))</h2><pre tabindex=\"0\">\(HTMLEscaping.html($0))</pre></section>" } ?? "")
        <form method="post" action="\(HTMLEscaping.html(action))" data-key="\(HTMLEscaping.html(key.text))" data-words="\(scriptWords())" autocomplete="off">
        <input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_base" value="\(base)">
        \(fields())
        \(text())
        <div class="buttons"><button name="_save" value="1">\(word(.save))</button>
        <button name="_draft" value="1">\(word(.saveDraft))</button>
        <button name="_forget" value="1" formnovalidate>\(word(.forget))</button>
        <output class="state" role="status"></output></div>
        </form>
        <section class="shown" hidden><h2>\(word(.seen))</h2><iframe title="\(word(.seen))"></iframe></section>
        """
    }

    /// What the script says, as JSON in an attribute.
    private func scriptWords() -> String {
        var json = JSONWriter()
        json.object { json in
            FormWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            GridWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            PasteWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
        }
        return HTMLEscaping.html(json.text)
    }

    // MARK: Fields

    /// Wished for ones first, then those that say something; the rest is folded.
    private func fields() -> String {
        let shown = Typed.shown(kind)
        let first = shown.filter { field in
            field.isRequired || !(typed.fields[field.id] ?? "").isEmpty || Self.usual.contains(field.id)
                || messages.contains { $0.place == field.id.rawValue }
        }
        let rest = shown.filter { field in !first.contains { $0.id == field.id } }
        return "<div class=\"fields\">" + first.map(control).joined() + "</div>"
            + (rest.isEmpty
                ? "" : "<details><summary>\(word(.moreFields))</summary>" + rest.map(control).joined() + "</details>")
    }

    private static let usual: Set<FieldID> = [
        CoreField.title, CoreField.summary, CoreField.date, "directions", "municipalities",
    ]

    private func control(_ field: FieldDefinition) -> String {
        let id = HTMLEscaping.html(field.id.rawValue)
        let value = HTMLEscaping.html(typed.fields[field.id] ?? "")
        let described = "aria-describedby=\"help-\(id) for-\(id)\""
        let input: String
        switch field.type {
        case .flag:
            let isSet = FlagWords.value(of: typed.fields[field.id] ?? "")
            let options: [(String, EditorWord, Bool)] = [
                ("", .unset, isSet == nil), (language == .ru ? "да" : "yes", .yes, isSet == true),
                (language == .ru ? "нет" : "no", .no, isSet == false),
            ]
            input =
                "<select id=\"field-\(id)\" name=\"field.\(id)\" \(described)>"
                + options.map { "<option value=\"\($0.0)\"\($0.2 ? " selected" : "")>\(word($0.1))</option>" }.joined()
                + "</select>"
        case _ where field.type.holdsSeveral:
            let count = max(1, value.split(separator: "\n").count)
            input =
                "<textarea id=\"field-\(id)\" name=\"field.\(id)\" rows=\"\(count)\" \(described)\(list(of: field).map { " data-list=\"\($0)\"" } ?? "")>\n\(value)</textarea>"
        case .text where field.id == CoreField.summary, .markdown:
            input = "<textarea id=\"field-\(id)\" name=\"field.\(id)\" rows=\"3\" \(described)>\n\(value)</textarea>"
        default:
            input =
                "<input id=\"field-\(id)\" name=\"field.\(id)\" value=\"\(value)\" \(described)\(list(of: field).map { " list=\"\($0)\"" } ?? "")>"
        }
        return """
            <div class="field"><label for="field-\(id)">\(HTMLEscaping.html(field.label))\(field.isRequired ? " <span class=\"needed\">\(word(.needed))</span>" : "")</label>
            <p class="help" id="help-\(id)">\(HTMLEscaping.html(help(field)))</p>
            \(input)
            \(messageBox(field.id.rawValue))</div>

            """
    }

    private func help(_ field: FieldDefinition) -> String {
        let manner: EditorWord? =
            switch field.type {
            case .period: .aboutTerms
            case .date: .aboutDates
            case _ where field.type.holdsSeveral: .oneALine
            default: nil
            }
        return [field.help, manner?.text(language)].compactMap(\.self).joined(separator: " ")
    }

    // MARK: Text

    private func text() -> String {
        let rows = min(40, max(12, typed.body.split(separator: "\n", omittingEmptySubsequences: false).count + 2))
        let tables = grids.map { grid in
            "<section class=\"grid\" data-table=\"\(HTMLEscaping.html(grid.id))\" aria-label=\"\(HTMLEscaping.html(grid.caption))\"><h2>\(HTMLEscaping.html(grid.caption))</h2>"
                + "<div class=\"scroll\" tabindex=\"-1\"><table></table></div></section>"
        }.joined()
        return """
            <div class="field text"><label for="body">\(word(.text))</label><p class="help" id="help-_body">\(word(.aboutText))</p>
            <div class="tools" role="toolbar" aria-label="\(word(.tools))" hidden></div>
            <textarea id="body" name="_body" rows="\(rows)" aria-describedby="help-_body for-_body" spellcheck="true">\n\(HTMLEscaping.html(typed.body))</textarea>
            \(messageBox("_body"))</div>
            <div class="grids">\(tables)</div>

            """
    }

    private func messageBox(_ place: String) -> String {
        let own = messages.filter { $0.place == place || place == "_body" && $0.place.contains("/") }
        return
            "<div class=\"messages\" id=\"for-\(HTMLEscaping.html(place))\" data-message-for=\"\(HTMLEscaping.html(place))\">"
            + own.map { $0.html(language) }.joined() + "</div>"
    }

    // MARK: Names to pick from

    private func list(of field: FieldDefinition) -> String? {
        switch field.type {
        case .reference(let target), .references(let target):
            switch target {
            case .vocabulary(let id): "list-\(HTMLEscaping.html(id.rawValue))"
            case .kind, .anyMaterial: "list-materials"
            }
        case .choice: "list-choice-\(HTMLEscaping.html(field.id.rawValue))"
        default: nil
        }
    }

    private func lists() -> String {
        var wanted: [String: [String]] = [:]
        for field in Typed.shown(kind) {
            guard let list = list(of: field) else { continue }
            switch field.type {
            case .choice(let choices): wanted[list] = choices.map(\.label)
            case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
                wanted[list] = schema.vocabulary(id).map { schema.vocabularies[$0].entries.map(\.name) } ?? []
            default: wanted[list] = names
            }
        }
        return wanted.sorted { $0.key < $1.key }.map { id, names in
            "<datalist id=\"\(id)\">" + names.map { "<option value=\"\(HTMLEscaping.html($0))\">" }.joined()
                + "</datalist>"
        }.joined()
    }
}

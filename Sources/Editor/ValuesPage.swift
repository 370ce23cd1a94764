import Catalog
import Diagnostics
import Files
import Formats
import Languages

/// A page with some values of one file: its fields, why they were not saved, and what they were before.
struct ValuesPage {
    /// What was said before a save.
    struct Earlier {
        /// Since 1970.
        let second: Int
        /// In words.
        let time: String
        let changes: [(label: String, html: String)]
    }

    /// An entry that the list has no more.
    struct Removed {
        let id: EntryID
        let name: String
        /// Of the save by which it left, since 1970.
        let second: Int
        /// In words.
        let time: String
    }

    let edited: any EditedValues
    /// What the file says.
    let now: [String: String]
    /// What the fields show.
    var values: [String: String]
    let token: String
    let language: Language
    var notices: [String] = []
    /// Fields that hold nothing that could be saved, each with why.
    var faults: [(key: String, said: String)] = []
    /// Why nothing was saved, if it is no matter of a field.
    var refusals: [String] = []
    /// Places that are against it, each with the form where it is mended, if one is known.
    var places: [(said: String, form: String?)] = []
    /// Whether an entry was to be removed.
    var isRemoving = false
    var removed: [Removed] = []
    /// Whether fields that say something else than the file show what it says.
    var comparesNow = false
    var isSlip = false
    /// Whether the page follows a save.
    var isSaved = false
    var history: [Earlier] = []

    /// Tells the values of a file from others.
    var base: String {
        let text = edited.fields.map { now[$0.key] ?? "" }.joined(separator: "\u{0}")
        return SHA256.digest(Array(text.utf8)).hexadecimal
    }

    func html() -> String {
        let title = edited.title(language)
        let isBad = !faults.isEmpty || !refusals.isEmpty
        let links =
            [("/_edit/", EditorWord.allMaterials.text(language)), ("/_edit/lists", ValuesWord.lists.text(language))]
            + edited.ways(language) + [("/", EditorWord.asReaders.text(language))]
        return DeskPage.html(
            language, title: (isBad ? EditorWord.titleOfError.text(language) : "") + title,
            header: links.map { "<a href=\"\(escaped($0))\">\(escaped($1))</a>" }.joined(),
            main: """
                <div class="page"><h1>\(escaped(title))</h1><p class="kind">\(escaped(edited.about(language) ?? ""))</p>
                \(notices.enumerated().map { "<p class=\"notice\" role=\"status\">\(escaped($1))\($0 == 0 ? wayToPage() : "")</p>\n" }.joined())\(answer())\(inList())<form class="values" method="post" action="\(escaped(edited.address))" autocomplete="off"\(keeping())>
                <input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_base" value="\(base)">
                \(edited.fields.map(control).joined())<div class="buttons"><button name="_save" value="1">\(word(.save))</button></div></form>
                \(removing())\(removedEntries())\(earlier())</div>
                """, behind: "<script type=\"module\" src=\"/_edit/assets/values.js\"></script>")
    }

    /// What the script has to know that keeps what is typed: whether the fields show what the file says, and whether a save
    /// has led here.
    private func keeping() -> String {
        let isFresh = faults.isEmpty && refusals.isEmpty && values == now && !comparesNow
        return " data-kept=\"\(word(.kept))\" data-forget=\"\(escaped(EditorWord.forget.text(language)))\""
            + (isFresh ? " data-fresh=\"1\"" : "") + (isSaved ? " data-saved=\"1\"" : "")
    }

    /// The entries that the list has, above the form of a new one.
    private func inList() -> String {
        guard let list = edited as? NewEntryValues else { return "" }
        let rows = list.vocabulary.entries.filter { $0.root == nil }.map { entry in
            let address = escaped(EntryValues.address(list.vocabulary.id, entry.id))
            return "<li><a href=\"\(address)\">\(escaped(entry.name))</a></li>"
        }
        return """
            <p><a href="#add">\(word(.addOne))</a></p>
            <h2>\(word(.inList)) <small>\(rows.count)</small></h2><ul class="materials short">\(rows.joined())</ul>
            <h2 id="add">\(word(.addOne))</h2>

            """
    }

    private func removing() -> String {
        guard edited is EntryValues else { return "" }
        return """
            <details class="wipe"\(isRemoving ? " open" : "")><summary>\(word(.removeEntry))</summary>\(form)
            <p>\(word(.aboutRemoving))</p><button name="_remove" value="1">\(word(.removeNow))</button></form></details>

            """
    }

    private func removedEntries() -> String {
        guard !removed.isEmpty else { return "" }
        let rows = removed.map { entry in
            """
            <li>\(form)<input type="hidden" name="_at" value="\(entry.second)">
            <p>\(escaped(entry.name)) <small>\(escaped(ValuesWord.removedAt.text(language, entry.time)))</small></p>
            <div class="buttons"><button name="_back" value="\(escaped(entry.id.rawValue))">\(escaped(EditorWord.bringBack.text(language)))</button></div></form></li>

            """
        }
        return "<section class=\"removed\"><h2>\(word(.removedEntries))</h2><ul>\(rows.joined())</ul></section>\n"
    }

    /// How a form of one button begins.
    private var form: String {
        "<form method=\"post\" action=\"\(escaped(edited.address))\"><input type=\"hidden\" name=\"_token\" value=\"\(token)\">"
    }

    /// To what readers see, behind what was saved.
    private func wayToPage() -> String {
        guard isSaved, let page = edited.shown else { return "" }
        return " <a href=\"\(escaped(page))\">\(escaped(EditorWord.openPage.text(language)))</a>"
    }

    private func answer() -> String {
        let said =
            faults.map { "<a href=\"#value-\(escaped($0.key))\">\(escaped(naming($0)))</a>" }
            + refusals.map(escaped)
            + places.map { place in
                place.form.map { "<a href=\"\(escaped($0))\">\(escaped(place.said))</a>" } ?? escaped(place.said)
            }
        guard !said.isEmpty else { return "" }
        let heading: ValuesWord = isRemoving ? .notRemoved : faults.isEmpty ? .notSaved : .refused
        return """
            <div class="answer bad" role="alert"><h2>\(word(heading))</h2><ul>\(said.map { "<li>\($0)</li>" }.joined())</ul></div>

            """
    }

    /// Why a field is refused, with what the field is called.
    private func naming(_ fault: (key: String, said: String)) -> String {
        let label = edited.fields.first { $0.key == fault.key }?.label.text(language, []) ?? ""
        return label.isEmpty || fault.said.contains(label) ? fault.said : "\(label): \(fault.said)"
    }

    /// How many values of others are shown beside a field.
    private static let mostKnown = 8

    private func control(_ field: ValueField) -> String {
        let (id, value) = ("value-" + field.key, escaped(values[field.key] ?? ""))
        let fault = faults.first { $0.key == field.key }?.said
        let other = comparesNow && values[field.key] != now[field.key] ? now[field.key] : nil
        var notes = ""
        var described: [String] = []
        if let help = field.help {
            notes += "<p class=\"help\" id=\"help-\(id)\">\(word(help))</p>\n"
            described.append("help-" + id)
        }
        if !field.known.isEmpty, field.known.count <= Self.mostKnown {
            let known = ValuesWord.known.text(language, field.known.joined(separator: ", "))
            notes += "<p class=\"help\" id=\"known-of-\(id)\">\(escaped(known))</p>\n"
            described.append("known-of-" + id)
        }
        if fault != nil || other != nil { described.append("for-" + id) }
        let attributes =
            "id=\"\(id)\" name=\"\(field.name)\"\(described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\"")\(fault == nil ? "" : " aria-invalid=\"true\"")"
        let input =
            field.lines > 1
            ? "<textarea \(attributes) rows=\"\(field.lines)\">\n\(value)</textarea>"
            : "<input \(attributes) value=\"\(value)\"\(field.known.isEmpty ? "" : " list=\"known-\(id)\"")>"
                + known(field, id)
        let told =
            fault.map { "<p class=\"error\">\(escaped($0))</p>" }
            ?? other.map { now in
                let said = now.isEmpty ? EditorWord.nothing.text(language) : now.replacing("\n", with: "; ")
                return "<p class=\"warning\">\(escaped(ValuesWord.nowInFile.text(language, said)))</p>"
            }
        let needed = field.isNeeded ? " <span class=\"needed\">\(escaped(EditorWord.needed.text(language)))</span>" : ""
        return """
            <div class="field"><label for="\(id)">\(escaped(field.label.text(language, [])))\(needed)</label>
            \(notes)\(input)
            \(told.map { "<div class=\"messages\" id=\"for-\(id)\">\($0)</div>" } ?? "")\(edited is EntryValues && field.key == EntryValues.name ? slip() : "")</div>

            """
    }

    /// What may be chosen in a field; another value may be typed.
    private func known(_ field: ValueField, _ id: String) -> String {
        guard !field.known.isEmpty else { return "" }
        let options = field.known.map { "<option value=\"\(escaped($0))\"></option>" }
        return "<datalist id=\"known-\(id)\">\(options.joined())</datalist>"
    }

    private func slip() -> String {
        """
        <p><label class="choice"><input type="checkbox" name="\(EntryValues.slip)" value="1"\(isSlip ? " checked" : "") aria-describedby="help-slip"> \(word(.slip))</label></p>
        <p class="help" id="help-slip">\(word(.aboutSlip))</p>
        """
    }

    private func earlier() -> String {
        guard !history.isEmpty else { return "" }
        return "<h2>\(word(.history))</h2>\n"
            + history.map { save in
                let heading = escaped(EditorWord.savedAt.text(language, save.time))
                let changes = save.changes.map { "<h4>\(escaped($0.label))</h4>\($0.html)" }.joined()
                return
                    "<section class=\"save\"><h3>\(heading)</h3>\(changes)<p><a href=\"\(escaped(edited.address))?at=\(save.second)\">\(word(.toForm))</a></p></section>\n"
            }.joined()
    }

    private func word(_ word: ValuesWord) -> String { escaped(word.text(language)) }

    private func escaped(_ text: String) -> String { HTMLEscaping.html(text) }
}

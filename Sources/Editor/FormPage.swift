import Catalog
import Editing
import Formats
import Languages

/// The page on which one material is edited, as HTML.
struct FormPage {
    /// Where a material stands on its way to readers.
    enum Stage {
        case new, draft, published
    }

    /// What was answered to somebody who pressed a button.
    enum Answer {
        /// Nothing was written: what has to be corrected.
        case refused([FormMessage])
        /// Nothing was written yet: what is hardly meant.
        case asked([FormMessage])
    }

    let language: Language
    let kind: Kind
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
    /// The digest of what is kept of it; empty where nothing is.
    let keptDigest: String
    /// How the editor's work is kept and looked at.
    let key: FormKey
    let stage: Stage
    /// Where its earlier texts are; nothing of a new material.
    let historyAddress: String?
    /// Where a new material is made of it; nothing of one that is not there for that.
    let adaptingAddress: String?
    /// Values of fields that other materials have, to show how they are written.
    var examples: [FieldID: String] = [:]
    /// The page of the site that tells editors how it is done; nothing where there is none.
    var guide: String?
    /// Fields that stand first, beside those that are wished for.
    var usual: Set<FieldID> = []
    /// By what a material of the kind is said to be of all municipalities of a region.
    var reach = Reach()
    /// What the file says, where two people have changed it, brought together with what was typed.
    var meeting: Meeting?
    let readable: ReadableValue
    var answer: Answer?
    /// What readers are told when it leaves the site; nothing of what was never published.
    var withdrawing: Withdrawing?
    /// The titles of the materials that name it.
    var naming: [String] = []
    /// What other materials would be faulty by, in sentences.
    var elsewhere: [String] = []
    /// What was typed and put aside, and can be had back.
    var aside: Aside?
    var told = ToldOfFile()
    /// Of a draft that seems to belong to a material which is there.
    var belonging: SiteDesk.Belonging?

    func word(_ word: EditorWord, _ arguments: String...) -> String {
        HTMLEscaping.html(word.wording.text(language, arguments))
    }

    func word(_ word: RemovalWord) -> String { HTMLEscaping.html(word.text(language)) }

    /// The whole page.
    func html() -> String {
        let shownTitle = "\(title) — \(EditorWord.editing.text(language))"
        let before = meeting == nil ? answer.map(Self.beginning) : .titleOfError
        return DeskPage.html(
            language, title: (before?.text(language) ?? "") + shownTitle,
            header: "<a href=\"/_edit/\">\(word(.allMaterials))</a>"
                + (guide.map { "<a href=\"/\(HTMLEscaping.html($0))\">\(word(.handbook))</a>" } ?? "")
                + (address.map { "<a href=\"/\(HTMLEscaping.html($0))\">\(word(.asReaders))</a>" } ?? ""),
            main: main(), behind: "<script type=\"module\" src=\"/_edit/assets/editor.js\"></script>")
    }

    private static func beginning(_ answer: Answer) -> EditorWord {
        switch answer {
        case .refused: .titleOfError
        case .asked: .titleOfQuestion
        }
    }

    private func main() -> String {
        """
        <div class="bench"><div class="written">
        <h1>\(HTMLEscaping.html(title))</h1>
        <p class="kind">\(HTMLEscaping.html(kind.name.one)) · \(word(stageWord))\(historyAddress.map { " · <a href=\"\(HTMLEscaping.html($0))\">\(word(.history))</a>" } ?? "")\(adaptingAddress.map { " · <a href=\"\(HTMLEscaping.html($0))\">\(HTMLEscaping.html(AdaptWord.adapt.text(language)))</a>" } ?? "")</p>
        \(answerBox())
        \((answer == nil ? notices + elsewhere : notices).map { "<p class=\"notice\" role=\"status\">\(HTMLEscaping.html($0))</p>" }.joined())
        \(conflict())
        \(belongingBox())
        \(recall())
        <form id="form" method="post" action="\(HTMLEscaping.html(action))" data-key="\(HTMLEscaping.html(key.text))" data-kind="\(HTMLEscaping.html(kind.id.rawValue))" data-words="\(scriptWords())" autocomplete="off">
        <input type="hidden" name="_token" value="\(token)"><input type="hidden" name="_base" value="\(base)"><input type="hidden" name="_kept" value="\(keptDigest)"><input type="hidden" name="_hand">\(answer == nil ? "" : "<input type=\"hidden\" name=\"_ready\" value=\"1\">")\(unsettled())
        <input type="hidden" name="_told" value="\(HTMLEscaping.html(told.json))"\(told.isSaved ? " data-saved" : "")>
        \(fields())
        \(text())
        \(buttons())
        </form></div>
        <div class="splitter" hidden role="separator" tabindex="0" aria-orientation="vertical" aria-label="\(word(.formWidth))" aria-valuemin="0" aria-valuemax="100"></div>
        <section class="shown" aria-label="\(word(.seen))" hidden><div class="shown-head"><h2>\(word(.seen))</h2><button type="button" class="fold" aria-expanded="true">\(word(.hidePage))</button></div><iframe title="\(word(.seen))"></iframe></section></div>
        """
    }

    /// What is to be decided before the form is saved, and what it was made of.
    private func unsettled() -> String {
        guard let meeting, !meeting.disputed.isEmpty else { return "" }
        let names = HTMLEscaping.html(meeting.disputed.joined(separator: " "))
        return
            "<input type=\"hidden\" name=\"_unsettled\" value=\"\(names)\"><input type=\"hidden\" name=\"_from\" value=\"\(HTMLEscaping.html(meeting.from))\">"
    }

    private var stageWord: EditorWord {
        switch stage {
        case .new: .isNew
        case .draft: .isDraft
        case .published: .isPublished
        }
    }

    private func belongingBox() -> String {
        guard let belonging else { return "" }
        return
            "<p class=\"notice\" data-belonging>\(HTMLEscaping.html(belonging.said)) <a href=\"\(HTMLEscaping.html(belonging.address))\">\(HTMLEscaping.html(JoinWord.compare.text(language)))</a></p>"
    }

    /// What the page has told of a file that was taken in, as it has written it.
    struct ToldOfFile {
        var json = ""
        /// Whether the material is saved with it: then it is one line, which can be unfolded.
        var isSaved = false
    }

    /// Something that was typed and put aside.
    struct Aside {
        /// By what it is known; empty where it has no title.
        let title: String
        /// Whether something else was typed since.
        let isEarlier: Bool
        /// Whether another page of the material has kept it.
        let isOfAnotherPage: Bool
    }

    /// What was put aside last, and the way back: what the form holds meanwhile takes its place.
    private func recall() -> String {
        guard let aside else { return "" }
        func text(_ word: AsideWord) -> String { HTMLEscaping.html(word.text(language, aside.title)) }
        let now = text(aside.title.isEmpty ? .putAside : .putAsideNamed)
        let earlier = text(
            aside.isOfAnotherPage
                ? (aside.title.isEmpty ? .beside : .besideNamed) : aside.title.isEmpty ? .earlier : .earlierNamed)
        return """
            <form method="post" action="\(HTMLEscaping.html(action))" class="notice forgotten" data-ask="\(text(.askRecall))" data-confirm="\(text(.agree))" data-earlier="\(earlier)" data-instead="\(text(.recallInstead))"\(aside.isEarlier ? " data-typed=\"yes\"" : "")>
            <p role="status">\(aside.isEarlier ? earlier : now)</p><input type="hidden" name="_token" value="\(token)"><button name="_recall" value="1">\(text(aside.isEarlier ? .recallInstead : .recall))</button></form>
            """
    }

    /// On a phone there is room for its first word alone.
    private func saving() -> String {
        let parts = EditorWord.save.text(language).split(separator: ":", maxSplits: 1).map {
            HTMLEscaping.html(String($0))
        }
        return parts.count == 2 ? "\(parts[0])<span class=\"wide\">:\(parts[1])</span>" : word(.save)
    }

    private func buttons() -> String {
        let isPublished = stage == .published
        let question = word(stage == .new ? .askForgetNew : .askForget)
        let more = aside == nil ? "" : " " + HTMLEscaping.html(AsideWord.lastOfAll.text(language))
        let draftQuestion =
            isPublished
            ? " data-ask=\"\(word(.askUnpublish))\" data-confirm=\"\(word(.unpublish))\"\(withdrawing == nil ? "" : " data-further=\".withdrawing > fieldset\"")"
            : ""
        return """
            \(withdrawal())<div class="buttons"><button name="_save" value="1">\(saving())</button>
            \(isPublished ? "<button name=\"_later\" value=\"1\" formnovalidate title=\"\(word(.aboutPutOff))\">\(word(.putOffNow))</button>" : "")
            <button name="_draft" value="1"\(draftQuestion)>\(word(isPublished ? .unpublish : .saveDraft))</button>
            <button name="_forget" value="1" class="quiet" formnovalidate data-ask="\(question + more)" data-confirm="\(word(stage == .new ? .forgetNew : .forget))">\(word(stage == .new ? .forgetNew : .forget))</button>
            \(stage == .draft ? "<button name=\"_delete\" value=\"1\" class=\"quiet\" formnovalidate data-ask=\"\(word(RemovalWord.askDelete))\" data-confirm=\"\(word(RemovalWord.delete))\">\(word(RemovalWord.delete))</button>" : "")
            <output class="state" role="status"></output></div>
            """
    }

    /// What the script says, as JSON in an attribute.
    private func scriptWords() -> String {
        var json = JSONWriter()
        json.object { json in
            FormWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            GridWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            PickWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            TextWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
            PasteWord.allCases.forEach { json.member($0.rawValue, $0.text(language)) }
        }
        return HTMLEscaping.html(json.text)
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

    func messageBox(_ place: String) -> String {
        let own = messages.filter { $0.place == place || place == "_body" && $0.place.contains("/") }
        return
            "<div class=\"messages\" id=\"for-\(HTMLEscaping.html(place))\" aria-live=\"polite\" data-message-for=\"\(HTMLEscaping.html(place))\">\(own.map { $0.html(language) }.joined())</div>"
    }
}

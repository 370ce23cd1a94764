import Catalog
import Diagnostics
import Formats
import Languages

/// A message of a form, with the control that it is about.
struct FormMessage: Sendable {
    /// A text that may stand instead of the wrong one.
    struct Candidate: Sendable, Hashable {
        /// What is written.
        let value: String
        /// What a person reads: a name or a title, with what tells it apart.
        let label: String
    }

    /// The words that a candidate replaces.
    struct Wrong: Sendable, Hashable {
        /// Of the control's value, counted in UTF-16 units as scripts count.
        let range: Range<Int>
        let text: String
    }

    /// A value that a field may have besides those that it has.
    struct Addition: Sendable, Hashable {
        let field: FieldID
        let value: String
        /// What the button says.
        let label: String
    }

    /// `FIELD-ID`, `_body` or `TABLE-ID/ROW/COLUMN-ID`.
    let place: String
    let code: DiagnosticCode?
    let severity: Severity
    /// What is wrong, with the first words of its line, or the row of its table, where that helps.
    let text: String
    /// What to do about it; may be empty.
    var remedy: String
    /// The texts that may stand there instead, the likeliest first.
    var candidates: [Candidate] = []
    /// What stands there; nothing where no single place of the control is meant.
    var wrong: Wrong?
    /// `TABLE-ID/COLUMN-ID` of a head in a file that a candidate is the right name of.
    var head: String?
    /// What would answer it, if somebody means so; nothing of most.
    var addition: Addition?
    /// Whether one answer alone is right, which the desk can give.
    var isFixable = false
    /// What it says without where it stands: the same in a text of which other lines were edited.
    var essence: String

    init(
        place: String, code: DiagnosticCode? = nil, severity: Severity, text: String, remedy: String = "",
        candidates: [Candidate] = [], wrong: Wrong? = nil
    ) {
        self.place = place
        self.code = code
        self.severity = severity
        self.text = text
        self.remedy = remedy
        self.candidates = candidates
        self.wrong = wrong
        essence = text
    }
}

extension FormMessage {
    /// Whether it says that something is not there yet, which a form that was just opened need not be told.
    var isOfMissing: Bool {
        let codes: Set<DiagnosticCode> = [.missingTitle, .missingSummary, .missingField, .noRows]
        return code.map(codes.contains) ?? false
    }

    /// Whether it only says how something was read, and nobody need answer; a name that is nearly another one is a slip.
    var isInformation: Bool {
        guard let code, DiagnosticCode.informing.contains(code) else { return false }
        return code != .unknownColumn || candidates.isEmpty
    }

    /// As it stands on a page.
    func html(_ language: Language) -> String {
        let perhaps =
            candidates.isEmpty
            ? "" : EditorWord.perhaps.text(language) + " " + candidates.map(\.label).joined(separator: ", ")
        let notes = [remedy, perhaps].filter { !$0.isEmpty }.map { "<small>\(HTMLEscaping.html($0))</small>" }
        return
            "<p class=\"\(severity == .error ? "error" : "warning")\">\(HTMLEscaping.html(text))\(notes.joined())</p>"
    }

    /// What stands before a message about a line of a text.
    static func line(_ number: Int, _ language: Language) -> String {
        language.hasRussianMessages ? "строка \(number): " : "line \(number): "
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("for", place)
            json.member("severity", severity == .error ? "error" : "warning")
            json.member("text", text)
            json.member("remedy", remedy)
            json.member("missing", isOfMissing)
            if isFixable, let code { json.member("code", code.name) }
            json.key("candidates")
            json.array { json in
                for candidate in candidates {
                    json.object { json in
                        json.member("value", candidate.value)
                        json.member("label", candidate.label)
                    }
                }
            }
            if let head { json.member("head", head) }
            if let addition {
                json.key("addition")
                json.object { json in
                    json.member("field", addition.field.rawValue)
                    json.member("value", addition.value)
                    json.member("label", addition.label)
                }
            }
            guard let wrong else { return }
            json.key("wrong")
            json.object { json in
                json.member("start", wrong.range.lowerBound)
                json.member("end", wrong.range.upperBound)
                json.member("text", wrong.text)
            }
        }
    }
}

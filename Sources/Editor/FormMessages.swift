import Catalog
import Diagnostics
import Editing
import Formats
import Languages

/// A message of a form, with the control that it is about.
struct FormMessage: Sendable {
    /// `FIELD-ID`, `_body` or `TABLE-ID/ROW/COLUMN-ID`.
    let place: String
    let severity: Severity
    /// What is wrong, with the line of the text where that helps.
    let text: String
    /// What to do about it, and what was probably meant; may be empty.
    let remedy: String
    /// The texts that may stand there instead, the likeliest first.
    let candidates: [String]
}

extension FormMessage {
    /// As it stands on a page.
    func html(_ language: Language) -> String {
        let perhaps =
            candidates.isEmpty ? "" : EditorWord.perhaps.text(language) + " " + candidates.joined(separator: ", ")
        let notes = [remedy, perhaps].filter { !$0.isEmpty }.map { "<small>\(HTMLEscaping.html($0))</small>" }
        return
            "<p class=\"\(severity == .error ? "error" : "warning")\">\(HTMLEscaping.html(text))\(notes.joined())</p>"
    }

    /// What stands before a message about a line of a text.
    static func line(_ number: Int, _ language: Language) -> String {
        language == .ru ? "строка \(number): " : "line \(number): "
    }

    /// The messages of one material, in the order of their places; hints are left out, which are no matter of a form.
    static func all(
        _ diagnostics: [Diagnostic], of material: EditableMaterial, _ grids: [Grid], _ language: Language
    ) -> [FormMessage] {
        diagnostics.filter { $0.location.path == material.raw.file.path && $0.severity != .hint }.sortedForPrinting()
            .map {
                diagnostic in
                let place = place(of: diagnostic, material, grids)
                var text = diagnostic.code.message.text(language, diagnostic.arguments)
                if place == "_body", let offset = diagnostic.location.range?.lowerBound {
                    let start = material.raw.file.position(at: material.draft.body.lowerBound).line
                    let line = material.raw.file.position(at: offset).line - start + 1
                    text = self.line(line, language) + text
                }
                return FormMessage(
                    place: place, severity: diagnostic.code.severity, text: text,
                    remedy: missing.contains(diagnostic.code)
                        ? "" : diagnostic.code.remedy.text(language, diagnostic.arguments),
                    candidates: diagnostic.candidates)
            }
    }

    /// Of what is missing the message stands beside the control to be filled: what a file would need is no help there.
    private static let missing: Set<DiagnosticCode> = [
        .missingField, .missingTitle, .missingSummary, .emptyField, .emptySummary,
    ]

    private static func place(of diagnostic: Diagnostic, _ material: EditableMaterial, _ grids: [Grid]) -> String {
        guard let range = diagnostic.location.range else { return "_body" }
        if range.lowerBound >= material.draft.body.lowerBound {
            return grids.lazy.compactMap { $0.place(of: range.lowerBound) }.first ?? "_body"
        }
        if let field = material.field(at: range.lowerBound),
            Typed.shown(material.kind).contains(where: { $0.id == field })
        {
            return field.rawValue
        }
        // What is missing is named and stands nowhere.
        let named = diagnostic.arguments.compactMap { material.kind.field(named: $0) }.first
        if let named { return material.kind.fields[named].id.rawValue }
        return [.missingTitle, .missingSummary].contains(diagnostic.code)
            ? (diagnostic.code == .missingTitle ? CoreField.title : CoreField.summary).rawValue : "_body"
    }
}

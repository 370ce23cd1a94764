import Formats
import Languages

/// A form in which a run's diagnostics are put out.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people: see ``DiagnosticPrinter``.
    case text
    /// JSON Lines: one object a line.
    case json
    /// One SARIF 2.1.0 log, which code hosts show beside the lines.
    case sarif
    /// Workflow commands of GitHub Actions: annotations on a change.
    case github

    /// All diagnostics of a run in this form, sorted; `colour` concerns text alone.
    package func report(_ diagnostics: [Diagnostic], _ language: Language, colour: Bool = false) -> String {
        switch self {
        case .text: DiagnosticPrinter(language: language, colour: colour).report(diagnostics)
        case .json: MachineFormats(language: language).jsonLines(diagnostics)
        case .sarif: MachineFormats(language: language).sarif(diagnostics)
        case .github: MachineFormats(language: language).annotations(diagnostics)
        }
    }
}

/// Diagnostics for programs, all of them: the limit of the text form does not hold here.
///
/// Lines and columns count from 1, columns in code points; the end is the place just behind the range.
package struct MachineFormats: Sendable {
    package var language: Language

    package init(language: Language) { self.language = language }

    /// One object a line.
    ///
    /// ```
    /// {"severity":"error","code":"unknown-value","message":"…","remedy":"…","path":"content/a.md",
    ///  "line":7,"column":15,"endLine":7,"endColumn":20,"candidates":["…"],"related":[{"path":"…","line":3,…}]}
    /// ```
    /// (on one line). What there isn't is left out; `"draft":true` stands after the code of what is about a material that
    /// is not published.
    package func jsonLines(_ diagnostics: [Diagnostic]) -> String {
        var finder = PositionFinder()
        var output = ""
        for diagnostic in diagnostics.sortedForPrinting() {
            var json = JSONWriter()
            json.object { json in
                json.member("severity", PrinterWords.label(diagnostic.severity).en)
                json.member("code", diagnostic.code.name)
                if diagnostic.isOfDraft { json.member("draft", true) }
                json.member("message", message(diagnostic))
                let remedy = diagnostic.code.remedy.text(language, diagnostic.arguments)
                if !remedy.isEmpty { json.member("remedy", remedy) }
                Self.write(diagnostic.location, to: &json, &finder)
                Self.writeNotes(of: diagnostic, to: &json, &finder)
            }
            output += json.text + "\n"
        }
        return output
    }

    private static func writeNotes(of diagnostic: Diagnostic, to json: inout JSONWriter, _ finder: inout PositionFinder)
    {
        let candidates = diagnostic.candidates
        if !candidates.isEmpty {
            json.key("candidates")
            json.array { json in candidates.forEach { json.string($0) } }
        }
        if !diagnostic.related.isEmpty {
            json.key("related")
            json.array { json in
                for related in diagnostic.related { json.object { json in write(related, to: &json, &finder) } }
            }
        }
    }

    private static func write(_ location: SourceLocation, to json: inout JSONWriter, _ finder: inout PositionFinder) {
        json.member("path", location.path)
        guard let span = Span(location, &finder) else { return }
        json.member("line", span.start.line)
        json.member("column", span.start.column)
        json.member("endLine", span.end.line)
        json.member("endColumn", span.end.column)
    }

    /// Workflow commands: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=code::message`.
    package func annotations(_ diagnostics: [Diagnostic]) -> String {
        var finder = PositionFinder()
        var output = ""
        for diagnostic in diagnostics.sortedForPrinting() {
            var properties = ["file=" + Self.escapedProperty(diagnostic.location.path)]
            if let span = Span(diagnostic.location, &finder) {
                properties.append("line=\(span.start.line)")
                properties.append("endLine=\(span.end.line)")
                // Columns are understood only within one line.
                if span.start.line == span.end.line {
                    properties.append("col=\(span.start.column)")
                    properties.append("endColumn=\(span.end.column)")
                }
            }
            properties.append("title=" + Self.escapedProperty(diagnostic.code.name))
            let text = [message(diagnostic)] + notes(diagnostic)
            output += "::\(Self.command(diagnostic.weight)) \(properties.joined(separator: ","))::"
            output += Self.escapedData(text.joined(separator: "\n")) + "\n"
        }
        return output
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
    }

    private static func escapedData(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result.append(contentsOf: "%25".unicodeScalars)
            case "\r": result.append(contentsOf: "%0D".unicodeScalars)
            case "\n": result.append(contentsOf: "%0A".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escapedProperty(_ text: String) -> String {
        var result = ""
        for scalar in escapedData(text).unicodeScalars {
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    func message(_ diagnostic: Diagnostic) -> String {
        diagnostic.code.message.text(language, diagnostic.arguments)
    }

    /// Candidates and remedy as the text form words them.
    func notes(_ diagnostic: Diagnostic) -> [String] {
        var notes: [String] = []
        let candidates = diagnostic.candidates
        if !candidates.isEmpty {
            notes.append(PrinterWords.candidates.text(language, [candidates.joined(separator: ", ")]))
        }
        let remedy = diagnostic.code.remedy.text(language, diagnostic.arguments)
        if !remedy.isEmpty { notes.append(PrinterWords.remedy.text(language, [remedy])) }
        return notes
    }

    /// Start and end of a range as people count.
    struct Span {
        let start: SourcePosition
        let end: SourcePosition

        init?(_ location: SourceLocation, _ finder: inout PositionFinder) {
            guard let file = location.file, let range = location.range else { return nil }
            start = finder.position(of: range.lowerBound, in: file)
            end = finder.position(of: range.upperBound, in: file)
        }
    }
}

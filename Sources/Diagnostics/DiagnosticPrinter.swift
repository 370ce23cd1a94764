import Languages

/// Diagnostics as text for people.
///
/// Diagnostics come in, a text goes out; nothing is written anywhere. The form, which editors and tests rely on:
/// ```
/// content/practices/kvest.md:7:15: ошибка: нет направления «Муниципальная грппа» [unknown-value]
///     7 | directions: [Муниципальная грппа]
///       |              ^~~~~~~~~~~~~~~~~~~
///       возможно: Муниципальная группа
///       как исправить: впишите направление из content/vocabularies/directions.yml
///       см. также: content/practices/igra.md:3:5
/// ```
/// Of a material that is not published it says «ошибка в черновике».
/// Columns count code points from 1. In the excerpt a tab takes four cells, a wide character two, a combining one
/// none, and a long line is cut around the caret, so that the caret stands under the place in any terminal.
package struct DiagnosticPrinter: Sendable {
    package var language: Language
    /// Whether to mark up with ANSI colours.
    package var colour: Bool
    /// How many diagnostics of one code ``report(_:)`` prints; the rest is counted.
    package var limitPerCode: Int

    package init(language: Language, colour: Bool = false, limitPerCode: Int = 20) {
        self.language = language
        self.colour = colour
        self.limitPerCode = limitPerCode
    }

    /// All of a run: sorted, at most ``limitPerCode`` of one code, then what was left out and the summary.
    ///
    /// Empty when there are no diagnostics. O(diagnostics + size of the files they point into).
    package func report(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        var finder = PositionFinder()
        var seen: [DiagnosticCode: Int] = [:]
        var output = ""
        for diagnostic in diagnostics.sortedForPrinting() {
            seen[diagnostic.code, default: 0] += 1
            if seen[diagnostic.code, default: 0] <= limitPerCode { append(diagnostic, to: &output, &finder) }
        }
        let left = seen.filter { $0.value > limitPerCode }.sorted { $0.key.name < $1.key.name }
        for (code, count) in left {
            output += PrinterWords.suppressed.text(language, [String(count - limitPerCode), code.name]) + "\n"
        }
        output += DiagnosticCounts.summary(diagnostics, language) + "\n"
        return output
    }

    /// One diagnostic, ended by a line end.
    package func text(_ diagnostic: Diagnostic) -> String {
        var output = ""
        var finder = PositionFinder()
        append(diagnostic, to: &output, &finder)
        return output
    }

    private func append(_ diagnostic: Diagnostic, to output: inout String, _ finder: inout PositionFinder) {
        let location = diagnostic.location
        output += paint(place(location, &finder), .bold) + ": "
        output += paint(PrinterWords.label(diagnostic).text(language), .severity(diagnostic.severity)) + ": "
        output += diagnostic.code.message.text(language, diagnostic.arguments).withoutControlCharacters
        output += " [\(diagnostic.code.name)]\n"
        var indent = "    "
        if let file = location.file, let range = location.range {
            let excerpt = Excerpt(file, range, finder.position(of: range.lowerBound, in: file))
            indent = excerpt.margin + "  "
            output += excerpt.numberedLine + "\n" + excerpt.margin + "| "
            output += excerpt.indent + paint(excerpt.marks, .severity(diagnostic.severity)) + "\n"
            output += tableRow(file, range.lowerBound, indent, &finder)
        }
        appendNotes(of: diagnostic, indent: indent, to: &output, &finder)
    }

    /// The row that a spreadsheet shows for the place, where it differs from the line.
    private func tableRow(_ file: SourceFile, _ offset: Int, _ indent: String, _ finder: inout PositionFinder) -> String
    {
        guard let row = SpreadsheetRow.number(of: offset, in: file), row > 0,
            row != finder.position(of: offset, in: file).line
        else { return "" }
        return indent + PrinterWords.tableRow.text(language, [String(row)]) + "\n"
    }

    private func appendNotes(
        of diagnostic: Diagnostic, indent: String, to output: inout String, _ finder: inout PositionFinder
    ) {
        func line(_ wording: Bilingual, _ argument: String) {
            output += indent + wording.text(language, [argument]).withoutControlCharacters + "\n"
        }
        let candidates = diagnostic.candidates
        if !candidates.isEmpty { line(PrinterWords.candidates, candidates.joined(separator: ", ")) }
        let remedy = diagnostic.code.remedy.text(language, diagnostic.arguments)
        if !remedy.isEmpty { line(PrinterWords.remedy, remedy) }
        for related in diagnostic.related { line(PrinterWords.related, place(related, &finder)) }
    }

    /// `path:line:column`, or the path alone where there is no place in it.
    private func place(_ location: SourceLocation, _ finder: inout PositionFinder) -> String {
        let path = location.path.withoutControlCharacters
        guard let file = location.file, let range = location.range else { return path }
        let position = finder.position(of: range.lowerBound, in: file)
        return "\(path):\(position.line):\(position.column)"
    }

    private enum Style {
        case bold
        case severity(Severity)

        var code: String {
            switch self {
            case .bold: "1"
            case .severity(.error): "1;31"
            case .severity(.warning): "1;33"
            case .severity(.hint): "1;36"
            }
        }
    }

    private func paint(_ text: String, _ style: Style) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text with control characters, line ends too, shown as U+FFFD: a file must not steer the terminal.
    var withoutControlCharacters: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar.isUnprintable ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}

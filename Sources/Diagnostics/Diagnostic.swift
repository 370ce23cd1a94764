import Languages

/// How much a diagnostic weighs, in ascending order.
package enum Severity: Int, Sendable, Comparable, CaseIterable {
    /// Never counted, not even by `--strict`.
    case hint
    /// Publication goes on; `--strict` refuses it.
    case warning
    /// No publication.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A kind of diagnostic: its stable name, its weight and its wording in both languages.
///
/// Wordings carry `{1}`, `{2}` … for the arguments of a ``Diagnostic``. All codes stand in `Messages/`, one file for
/// each area, and in ``all``: the tests and the handbook read that list.
package struct DiagnosticCode: Sendable, Hashable {
    /// As printed in brackets and written in SARIF: lower-case words with hyphens.
    package let name: String
    package let severity: Severity
    /// What is wrong: the rule and the thing.
    package let message: Bilingual
    /// What to do about it; may be empty where the message says it.
    package let remedy: Bilingual

    package init(
        _ name: String, _ severity: Severity, ru: String, en: String, remedyRu: String = "", remedyEn: String = ""
    ) {
        self.name = name
        self.severity = severity
        message = Bilingual(ru: ru, en: en)
        remedy = Bilingual(ru: remedyRu, en: remedyEn)
    }

    package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One text in the languages of the messages.
package struct Bilingual: Sendable, Hashable {
    package let ru: String
    package let en: String

    package init(ru: String, en: String) {
        self.ru = ru
        self.en = en
    }

    /// The text in one language with `{1}`, `{2}` … replaced; braces inside an argument stay as they are.
    package func text(_ language: Language, _ arguments: [String] = []) -> String {
        let template = language.hasRussianMessages ? ru : en
        guard !arguments.isEmpty else { return template }
        let bytes = Array(template.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "}"),
                (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1]),
                case let number = Int(bytes[index + 1] - UInt8(ascii: "1")), number < arguments.count
            {
                result += arguments[number].utf8
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// A place that a diagnostic points at.
package struct SourceLocation: Sendable {
    package let path: String
    /// Absent where the file could not be read as text, and until its text is needed (``Diagnostic/located(_:)``).
    package let file: SourceFile?
    /// Byte range in the file; absent when the whole file is meant.
    package let range: Range<Int>?

    package init(_ file: SourceFile, _ range: Range<Int>? = nil) {
        path = file.path
        self.file = file
        self.range = range
    }

    /// A file or folder without a readable text; or a place in a text that is not at hand.
    package init(path: String, range: Range<Int>? = nil) {
        self.path = path
        self.range = range
        file = nil
    }

    fileprivate func moved(_ path: (String) -> String) -> SourceLocation {
        let other = path(self.path)
        // A text at hand has the path that it was read by.
        return other == self.path ? self : SourceLocation(path: other, range: range)
    }

    /// The same with the text that `find` has for its path, where it names a place in one.
    fileprivate func located(_ find: (String) -> SourceFile?) -> SourceLocation {
        guard file == nil, let range, let file = find(path) else { return self }
        return SourceLocation(file, range.clamped(to: 0..<file.bytes.count))
    }
}

/// Something an editor can mend: data only, turned into words by a printer.
package struct Diagnostic: Sendable {
    package let code: DiagnosticCode
    /// Values for `{1}`, `{2}` … in the wording; of one that is longer than 4,096 bytes the first 1,000 characters.
    package let arguments: [String]
    package let location: SourceLocation
    private let makeCandidates: @Sendable () -> [String]
    /// Other places that belong to the matter: the first use of a doubled id, say.
    package let related: [SourceLocation]
    /// Whether it is about what is not published: such a one keeps nothing from publication, however grave it is.
    package private(set) var isOfDraft = false

    package init(
        _ code: DiagnosticCode, _ arguments: [String] = [], at location: SourceLocation,
        candidates: @autoclosure @escaping @Sendable () -> [String] = [], related: [SourceLocation] = []
    ) {
        self.code = code
        self.arguments = arguments.map(Self.quoted)
        self.location = location
        makeCandidates = candidates
        self.related = related
    }

    /// An argument as a message has it: of a value that is a text of its own, which a slip can make of a whole file, the beginning.
    private static func quoted(_ argument: String) -> String {
        argument.utf8.count > 4096 ? argument.prefix(1000) + "…" : argument
    }

    package var severity: Severity { code.severity }
    /// Whether the machine refused to read something: what it holds is not known, and other problems may follow from that.
    package var isOfUnreadFile: Bool { code.name == DiagnosticCode.unreadableFile.name }

    /// For programs that stop at errors: one of a draft stops nothing.
    var weight: Severity { isOfDraft ? min(severity, .warning) : severity }

    /// Names that were probably meant, or between which the editor has to choose; the nearest first.
    ///
    /// Looked for each time when asked and not before, since a thousand wrong links against ten thousand names
    /// would cost minutes.
    package var candidates: [String] { makeCandidates() }

    /// The same with the texts that its places are in: to be called before it is printed.
    package func located(_ find: (String) -> SourceFile?) -> Diagnostic {
        Diagnostic(
            code, arguments, at: location.located(find), candidates: makeCandidates(),
            related: related.map { $0.located(find) }
        ).ofDraft(isOfDraft)
    }

    /// The same with other paths of its places.
    package func moved(_ path: (String) -> String) -> Diagnostic {
        Diagnostic(
            code, arguments, at: location.moved(path), candidates: makeCandidates(),
            related: related.map { $0.moved(path) }
        ).ofDraft(isOfDraft)
    }

    /// The same one with further places that belong to it.
    package func withMore(related more: [SourceLocation]) -> Diagnostic {
        Diagnostic(code, arguments, at: location, candidates: makeCandidates(), related: related + more)
            .ofDraft(isOfDraft)
    }

    /// The same one as being, or not being, about what is not published.
    package func ofDraft(_ isOfDraft: Bool = true) -> Diagnostic {
        var diagnostic = self
        diagnostic.isOfDraft = isOfDraft
        return diagnostic
    }
}

extension Sequence<Diagnostic> {
    /// By path, place, weight (errors first), code and arguments: the same order on each run.
    package func sortedForPrinting() -> [Diagnostic] {
        map { ($0.location.path, $0.location.range?.lowerBound ?? -1, $0) }
            .sorted { left, right in
                if left.0 != right.0 { return left.0 < right.0 }
                if left.1 != right.1 { return left.1 < right.1 }
                if left.2.severity != right.2.severity { return left.2.severity > right.2.severity }
                if left.2.code.name != right.2.code.name { return left.2.code.name < right.2.code.name }
                return left.2.arguments.lexicographicallyPrecedes(right.2.arguments)
            }
            .map(\.2)
    }
}

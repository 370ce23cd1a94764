import Diagnostics

/// Cells of lists in which commas or slashes stand where semicolons part the names: «ЦРО, ИРО, МОУО», «МОУО / школы».
///
/// ```
/// names = name "," name { "," name } | words " / " words … | name "/" words …
/// name  = abbreviation { word } [ "№" number ]     «ЦРО», «МБОУ СОШ № 5», three words at most
///       | surname initials                         «Петрова Н.Н.»
/// ```
/// What holds a semicolon is parted already, and lines of a cell are names each; «администрация школ № 32, 60, 38 и 51» holds no names. It is
/// told once for a table. O(length of such cells).
struct CommaLists {
    private let lists: Set<Int>
    private let columns: [RecordTable.Column]
    private var found: [(column: Int, text: String, range: Range<Int>)] = []

    init(_ columns: [RecordTable.Column], _ definition: TableDefinition) {
        self.columns = columns
        lists = Set(
            columns.indices.filter { columns[$0].definition.map { definition.columns[$0].type == .list } ?? false })
    }

    mutating func add(_ row: RowSurvey.Row, _ file: SourceFile) {
        for column in row.texts.indices where lists.contains(column) {
            let text = row.texts[column]
            guard !text.contains(";"), text.contains(",") || text.contains("/") else { continue }
            let cell = file.text(row.cells[column])
            let lines = cell.split(separator: Self.lineBreak).map(Self.withoutComma)
            guard
                let joined = (lines.count > 1 ? lines : [Self.withoutComma(text[...])]).first(where: { line in
                    Self.names(line) != nil
                })
            else { continue }
            found.append((column, joined, row.cells[column]))
        }
    }

    // Safe between threads: regular expressions are values that nothing changes; the library does not say so of its type.
    private nonisolated(unsafe) static let lineBreak = /\n|<br\s*\/?>/

    /// A comma at the end of a line belongs to no name.
    private static func withoutComma(_ line: Substring) -> String {
        var line = line.drop { $0.isWhitespace || $0 == "," }
        while let last = line.last, last.isWhitespace || last == "," { line.removeLast() }
        return String(line)
    }

    /// The names between the commas or slashes; nothing where one of the parts is no name.
    static func names(_ text: String) -> [Substring]? {
        guard text.contains(",") else { return slashed(text) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            part.drop { $0.isWhitespace }
        }
        return parts.count > 1 && parts.allSatisfy(isName) ? parts : nil
    }

    // Safe between threads: regular expressions are values that nothing changes; the library does not say so of its type.
    private nonisolated(unsafe) static let person = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.(?:\s?\p{Lu}\.)?\s*/

    /// The names between slashes: «МОУО/школы», not «и/или», «2024/25», «обучающиеся/воспитанники».
    private static func slashed(_ text: String) -> [Substring]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part -> Substring in
            var part = part.drop { $0.isWhitespace }
            while part.last?.isWhitespace == true { part.removeLast() }
            return part
        }
        guard parts.count > 1, parts.allSatisfy({ $0.first?.isLetter == true && $0.count > 1 }) else { return nil }
        return text.contains(" / ") || parts.contains(where: isName) ? parts : nil
    }

    private static func isName(_ part: Substring) -> Bool {
        if part.contains("."), part.wholeMatch(of: person) != nil { return true }
        let words = part.split(separator: " ").filter { $0 != "№" && !$0.allSatisfy { $0.isNumber || $0 == "№" } }
        guard let first = words.first, words.count <= 3 else { return false }
        return first.count > 1 && first.allSatisfy { $0.isUppercase || $0 == "-" }
    }

    func diagnostics(_ file: SourceFile) -> [Diagnostic] {
        guard let first = found.first, let names = Self.names(first.text) else { return [] }
        return [
            Diagnostic(
                .commasInList,
                [
                    first.text, columns[first.column].title, names.joined(separator: "; "),
                    first.text.contains(",") ? "," : "/",
                ],
                at: SourceLocation(file, first.range), related: found.dropFirst().map { SourceLocation(file, $0.range) }
            )
        ]
    }
}

import Diagnostics

/// The words of a file of an office program, for a search: no forms, no pictures, no marks.
///
/// Paragraphs are lines, and so are rows of tables, with a tab between cells; cells of a workbook are lines each. What an
/// author deleted or hid, comments, margins and readings of characters are left out; notes stand behind the text.
package enum OfficeText {
    /// Endings of the names of files that are read.
    package static let extensions: Set<String> = ["docx", "xlsx", "pptx", "odt", "ods", "odp"]

    /// The text of a file, with a line for each paragraph; what cannot be read throws.
    ///
    /// O(bytes).
    package static func of(_ bytes: [UInt8]) throws(ImportFailure) -> String {
        if LockedFile.isLocked(bytes) { throw ImportFailure(ImportReason.lockedFile) }
        let package = try OfficePackage(bytes)
        if LockedFile.isLocked(package) { throw ImportFailure(ImportReason.lockedFile) }
        let parts = try texts(package)
        guard !parts.isEmpty else { throw ImportFailure(ImportReason.noOfficeFile) }
        var handler = Handler(holdsTextEverywhere: package.has("content.xml"))
        for part in parts { _ = try package.read(part, &handler) }
        return handler.text
    }

    /// The names of the parts that hold text, in the order of reading.
    private static func texts(_ package: borrowing OfficePackage) throws(ImportFailure) -> [String] {
        if package.has("content.xml") { return ["content.xml"] }
        guard let main = try package.mainPart() else { return [] }
        let related = try package.relations(of: main)
        func parts(_ type: String) -> [String] {
            related.filter { $0.value.type == type && !$0.value.isExternal && package.has($0.value.target) }
                .sorted {
                    ($0.value.target.utf8.count, $0.value.target) < ($1.value.target.utf8.count, $1.value.target)
                }
                .map(\.value.target)
        }
        return [main] + ["footnotes", "endnotes", "slide", "sharedStrings", "worksheet"].flatMap(parts)
    }

    /// Words of WordprocessingML, SpreadsheetML and DrawingML (ECMA-376, part 1: 17.3, 18.4, 21.1), whose texts stand in `t`;
    /// of OpenDocument (1.3, part 3, 5 and 6), whose texts stand anywhere in a paragraph.
    private struct Handler: XMLHandler {
        let holdsTextEverywhere: Bool
        private(set) var text = ""
        private var line = ""
        private var paragraphs = 0
        private var texts = 0
        private var rows = 0
        private var skipped = 0
        /// Whether the run of letters is hidden (ECMA-376, part 1, 17.3.2.41).
        private var isHidden = false

        init(holdsTextEverywhere: Bool) { self.holdsTextEverywhere = holdsTextEverywhere }

        private static let paragraphNames: Set<String> = ["p", "h", "si", "is"]
        /// Deletions, comments, readings of characters, a box once more for old programs, numbers of notes; the texts of a
        /// field's code stand in no `t`.
        private static let skippedNames: Set<String> = [
            "del", "moveFrom", "rPh", "annotation", "tracked-changes", "ruby-text", "Fallback", "note-citation",
        ]
        private static let rowNames: Set<String> = ["tr", "table-row"]
        private static let gaps: Set<String> = ["tab", "br", "cr", "s", "line-break"]

        mutating func start(_ name: String, _ attributes: [String: String]) {
            if skipped > 0 || Self.skippedNames.contains(name) {
                skipped += 1
            } else if Self.paragraphNames.contains(name) {
                if paragraphs > 0 { end() }
                paragraphs += 1
            } else if Self.rowNames.contains(name) {
                rows += 1
            } else if name == "t" {
                texts += 1
            } else if name == "r" || name == "vanish" {
                isHidden = name == "vanish" && !["0", "false"].contains(attributes["val"])
            } else if Self.gaps.contains(name) {
                line += " "
            }
        }

        mutating func end(_ name: String) {
            if skipped > 0 {
                skipped -= 1
            } else if Self.paragraphNames.contains(name) {
                end()
                paragraphs -= 1
            } else if Self.rowNames.contains(name) {
                rows -= 1
                if rows == 0, text.utf8.last == UInt8(ascii: "\t") {
                    text.replaceSubrange(text.index(before: text.endIndex)..., with: "\n")
                }
            } else if name == "t" {
                texts -= 1
            }
        }

        mutating func text(_ text: String) {
            if skipped == 0, !isHidden, paragraphs > 0, holdsTextEverywhere || texts > 0 { line += text }
        }

        private mutating func end() {
            let words = line.split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { text += words.joined(separator: " ") + (rows > 0 ? "\t" : "\n") }
            line = ""
        }
    }
}

import Programs

/// What a PDF is to those who do not see it, as poppler's programs tell (`pdftotext`, `pdfinfo`): optional ones.
package struct PDFInspector: Sendable {
    /// What is known of a file.
    package enum Finding: Sendable, Hashable {
        case sound
        /// A scan: nobody can search it, and no program reads it aloud.
        case withoutText
        /// It has text and no tags: it is read aloud in the order in which it was drawn.
        case withoutTags
        /// The program did not understand it.
        case unreadable
    }

    /// Debian's package of both.
    package static let package = "poppler-utils"

    private let text: PDFText
    private let info: BoundedProgram

    /// Nothing where one of the programs is missing.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> PDFInspector? {
        guard let text = PDFText.find(environment),
            let info = BoundedProgram.path(of: "pdfinfo", variable: "ALBUM_PDFINFO", environment)
        else { return nil }
        let program = BoundedProgram(path: info, longestSeconds: 120, largestAnswer: 1 << 20)
        return PDFInspector(text: text, info: program)
    }

    package func look(at bytes: [UInt8]) -> Finding {
        guard let words = try? text.text(of: bytes), let facts = try? info.run(["in"], bytes), facts.status == 0
        else { return .unreadable }
        if words.isEmpty { return .withoutText }
        let lines = String(decoding: facts.answer, as: UTF8.self).split(separator: "\n")
        let isTagged = lines.contains { $0.hasPrefix("Tagged:") && $0.hasSuffix("yes") }
        return isTagged ? .sound : .withoutTags
    }
}

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
    private static let longestSeconds = 120
    private static let largestAnswer = 64 << 20

    private let text: BoundedProgram
    private let info: BoundedProgram

    /// Nothing where one of the programs is missing.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> PDFInspector? {
        let found = [("pdftotext", "ALBUM_PDFTOTEXT"), ("pdfinfo", "ALBUM_PDFINFO")].compactMap { name, variable in
            BoundedProgram.path(of: name, variable: variable, environment)
        }
        guard found.count == 2 else { return nil }
        let programs = found.map {
            BoundedProgram(path: $0, longestSeconds: longestSeconds, largestAnswer: largestAnswer)
        }
        return PDFInspector(text: programs[0], info: programs[1])
    }

    package func look(at bytes: [UInt8]) -> Finding {
        guard let words = try? text.run(["-q", "in", "-"], bytes), let facts = try? info.run(["in"], bytes),
            words.status == 0, facts.status == 0
        else { return .unreadable }
        // A page break is no text.
        guard words.answer.contains(where: { $0 > 0x20 }) else { return .withoutText }
        let lines = String(decoding: facts.answer, as: UTF8.self).split(separator: "\n")
        let isTagged = lines.contains { $0.hasPrefix("Tagged:") && $0.hasSuffix("yes") }
        return isTagged ? .sound : .withoutTags
    }
}

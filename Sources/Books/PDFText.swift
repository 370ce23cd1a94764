import Programs

/// The words of PDFs by pdftotext of Poppler, an optional program: it runs as a ``BoundedProgram``, and nothing in a file
/// runs.
package struct PDFText: Sendable {
    /// Names the program where it is not in `PATH`.
    private static let variable = "ALBUM_PDFTOTEXT"

    private let program: BoundedProgram

    /// The program that the environment names, or has in its `PATH`; nothing without one.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> PDFText? {
        BoundedProgram.path(of: "pdftotext", variable: variable, environment).map { path in
            PDFText(program: BoundedProgram(path: path, longestSeconds: 120, largestAnswer: 64 << 20))
        }
    }

    /// The words of a file, a line for each paragraph; none of a file of pictures alone.
    ///
    /// A file that is not understood, or is locked, is a fault with the program's own message.
    package func text(of bytes: [UInt8]) throws(BoundedProgram.Fault) -> String {
        let run = try program.run(["-q", "-enc", "UTF-8", "-nopgbrk", "in", "-"], bytes)
        guard run.status == 0 else {
            throw .failed(run.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "\(run.status)")
        }
        return Self.paragraphs(String(decoding: run.answer, as: UTF8.self))
    }

    /// Lines of a page joined: an empty line ends a paragraph.
    private static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map { $0.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .joined(separator: "\n")
    }
}

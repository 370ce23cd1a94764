import Formats
import Glibc
import Programs

/// A book as PDF for reading and printing on A4: tagged, with bookmarks, contents with the numbers of pages and headings that
/// run along (PDF/UA-1, ISO 14289-1).
///
/// WeasyPrint makes it, an optional program. It gets one text with all pictures in it and may load nothing.
package struct PDFMaker: Sendable {
    /// Names the program where it is not in `PATH`.
    package static let variable = "ALBUM_WEASYPRINT"
    /// The first version that can be told to load nothing.
    package static let oldest = "66"

    private static let longestSeconds = 900
    private static let largestAnswer = 512 << 20

    private let program: BoundedProgram

    /// The program that the environment names, or has in its `PATH`.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> PDFMaker? {
        BoundedProgram.path(of: "weasyprint", variable: variable, environment).map {
            PDFMaker(program: BoundedProgram(path: $0, longestSeconds: longestSeconds, largestAnswer: largestAnswer))
        }
    }

    /// What the environment names that is no program; nothing where it names one, or nothing.
    package static var misnamed: String? { BoundedProgram.misnamed(variable) }

    /// Of the program's file, which another version has replaced.
    var stamp: UInt64 {
        var status = stat()
        var hash = StableHash()
        hash.add(program.path)
        if stat(program.path, &status) == 0 {
            hash.add(UInt64(bitPattern: Int64(status.st_size)))
            hash.add(UInt64(bitPattern: Int64(status.st_mtim.tv_sec)))
        }
        return hash.stamp
    }

    /// The bytes of a text in HTML with its styles and pictures in it; the same for the same text, program and fonts.
    ///
    /// - Parameter identifier: unlike those of other files.
    package func bytes(of text: String, identifier: String) throws(BookError) -> [UInt8] {
        let arguments = [
            "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--pdf-identifier", identifier,
            "--allowed-protocols", "data", "-", "book.pdf",
        ]
        let run: BoundedProgram.Run
        do throws(BoundedProgram.Fault) {
            // A time of writing would be another one each time.
            run = try program.run(
                arguments, Array(text.utf8), made: "book.pdf", more: ["SOURCE_DATE_EPOCH": "315532800"])
        } catch {
            throw .program(error)
        }
        guard run.status == 0, !run.answer.isEmpty else {
            let isOld = run.message.contains("unrecognized arguments") || run.message.contains("invalid choice")
            throw isOld
                ? .oldProgram
                : .program(.failed(run.message.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""))
        }
        return run.answer
    }
}

/// The text that WeasyPrint is given.
struct PagedBook {
    let bound: BoundBook

    private var book: Book { bound.book }

    /// The book with links as places of one page, and the pictures in it.
    static func bound(_ book: Book, picture: (String) -> String?) -> BoundBook {
        BoundBook(
            book, placing: { part, anchor in "#" + (anchor ?? book.parts[part].anchor) },
            picture: { _, path in picture(path) })
    }

    var text: String {
        """
        <!DOCTYPE html>
        <html lang="\(book.language)">
        <head><meta charset="utf-8"><title>\(XMLText.escaped(book.title))</title>
        <meta name="author" content="\(XMLText.escaped(book.publisher))">
        <meta name="dcterms.created" content="\(book.date)"><meta name="dcterms.modified" content="\(book.date)">
        \(book.summary.map { "<meta name=\"description\" content=\"\(XMLText.escaped($0))\">" } ?? "")
        <style>\(BookStyle.paged(book))</style></head>
        <body>
        \(sections.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var sections: [String] {
        let texts = bound.parts.enumerated().map { number, part in
            let kind = number == 0 ? "title" : part.isInChapter ? "material" : "chapter"
            return "<section class=\"part \(kind)\">\n\(part.tree.xml)\n</section>"
        }
        return texts.prefix(1) + [contents] + texts.dropFirst()
    }

    private var contents: String {
        let items = zip(book.parts, bound.parts).dropFirst().map { part, bound in
            "<li class=\"\(bound.isInChapter ? "material" : "chapter")\"><a href=\"#\(XMLText.escaped(part.anchor))\">"
                + "\(XMLText.escaped(bound.title))</a></li>"
        }
        return "<section class=\"part contents\">\n<h1>\(XMLText.escaped(book.words.contents))</h1>\n"
            + "<ul>\n\(items.joined(separator: "\n"))\n</ul>\n</section>"
    }
}

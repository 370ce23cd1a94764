import Files
import Formats

/// A book as EPUB 3.3 (W3C Recommendation, 2023): files whose bytes depend on the book alone, in the order of the archive.
///
/// With contents as EPUB 3 wants them and as readers of EPUB 2 know them, and with the metadata of EPUB Accessibility 1.1;
/// conformance is not claimed, since nobody has certified it.
struct EPUB {
    /// An entry of the archive.
    struct Entry: Sendable {
        let name: String
        let bytes: [UInt8]
        /// Its bytes stand there as they are.
        var isStored = false
    }

    private let bound: BoundBook
    private var book: Book { bound.book }
    private let pictures: [[UInt8]]

    /// - Parameter pictures: the bytes of ``BoundBook/pictures``.
    init(_ bound: BoundBook, pictures: [[UInt8]]) {
        self.bound = bound
        self.pictures = pictures
    }

    /// The book with its links and pictures where EPUB has them.
    static func bound(_ book: Book) -> BoundBook {
        BoundBook(
            book, placing: { part, anchor in name(ofPart: part) + (anchor.map { "#" + $0 } ?? "") },
            picture: { number, path in mediaType(of: path) == nil ? nil : name(ofPicture: number, path) })
    }

    var entries: [Entry] {
        let documents = bound.parts.enumerated().map { number, part in
            Entry(name: "EPUB/" + Self.name(ofPart: number), bytes: Array(document(part.title, part.tree.xml).utf8))
        }
        let images = zip(bound.pictures, pictures).enumerated().map { number, picture in
            Entry(name: "EPUB/" + Self.name(ofPicture: number, picture.0), bytes: picture.1, isStored: true)
        }
        return [
            // First, and as it is: so that a program knows the format by its first bytes (OCF, 4.3).
            Entry(name: "mimetype", bytes: Array("application/epub+zip".utf8), isStored: true),
            Entry(name: "META-INF/container.xml", bytes: Array(Self.container.utf8)),
            Entry(name: "EPUB/package.opf", bytes: Array(package.utf8)),
            Entry(name: "EPUB/contents.xhtml", bytes: Array(contents.utf8)),
            Entry(name: "EPUB/contents.ncx", bytes: Array(oldContents.utf8)),
            Entry(name: "EPUB/book.css", bytes: Array(BookStyle.reflowing.utf8)),
        ] + documents + images
    }

    // MARK: Names

    private static func name(ofPart number: Int) -> String { "part-\(number + 1).xhtml" }

    private static func name(ofPicture number: Int, _ path: String) -> String {
        "picture-\(number + 1).\(ending(of: path))"
    }

    /// Behind the last full stop, in lower case; the whole where there is none.
    private static func ending(of path: String) -> String {
        path.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
    }

    /// Core media types of pictures (EPUB 3.3, 3.2).
    private static let mediaTypes = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "svg": "image/svg+xml",
    ]

    /// Nothing for what books do not have.
    static func mediaType(of path: String) -> String? { mediaTypes[ending(of: path)] }

    // MARK: Files

    private static let container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """

    private var package: String {
        var metadata = [
            "<dc:identifier id=\"book\">\(book.identifier)</dc:identifier>",
            "<dc:title>\(XMLText.escaped(book.title))</dc:title>",
            "<dc:language>\(book.language)</dc:language>",
            "<dc:publisher>\(XMLText.escaped(book.publisher))</dc:publisher>",
            "<dc:date>\(book.date)</dc:date>",
        ]
        if let summary = book.summary {
            metadata.append("<dc:description>\(XMLText.escaped(summary))</dc:description>")
        }
        if let site = book.site { metadata.append("<dc:source>\(XMLText.escaped(site))</dc:source>") }
        metadata.append("<meta property=\"dcterms:modified\">\(book.date)T00:00:00Z</meta>")
        metadata += accessibility.map { "<meta property=\"schema:\($0)\">\(XMLText.escaped($1))</meta>" }
        let documents = bound.parts.enumerated().map { number, part in
            let hasDrawing = part.tree.elements.contains { $0.name == "svg" }
            return "<item id=\"part-\(number + 1)\" href=\"\(Self.name(ofPart: number))\" "
                + "media-type=\"application/xhtml+xml\"\(hasDrawing ? " properties=\"svg\"" : "")/>"
        }
        let images = bound.pictures.enumerated().map { number, path in
            "<item id=\"picture-\(number + 1)\" href=\"\(Self.name(ofPicture: number, path))\" "
                + "media-type=\"\(Self.mediaType(of: path) ?? "")\"/>"
        }
        let items =
            [
                "<item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
                "<item id=\"ncx\" href=\"contents.ncx\" media-type=\"application/x-dtbncx+xml\"/>",
                "<item id=\"style\" href=\"book.css\" media-type=\"text/css\"/>",
            ] + documents + images
        let order = bound.parts.indices.map { "<itemref idref=\"part-\($0 + 1)\"/>" }
        let spine = order.prefix(1) + ["<itemref idref=\"contents\"/>"] + order.dropFirst()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="\(book.language)">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            \(metadata.joined(separator: "\n"))
            </metadata>
            <manifest>
            \(items.joined(separator: "\n"))
            </manifest>
            <spine toc="ncx">
            \(spine.joined(separator: "\n"))
            </spine>
            </package>

            """
    }

    /// Properties of schema.org that EPUB Accessibility 1.1 (2.2, 2.3) asks for.
    private var accessibility: [(String, String)] {
        let hasPictures =
            !bound.pictures.isEmpty || bound.parts.contains { $0.tree.elements.contains { $0.name == "svg" } }
        var said = [("accessMode", "textual")]
        if hasPictures { said.append(("accessMode", "visual")) }
        if bound.describesPictures { said.append(("accessModeSufficient", "textual")) }
        said += ["structuralNavigation", "tableOfContents", "readingOrder"].map { ("accessibilityFeature", $0) }
        if hasPictures, bound.describesPictures { said.append(("accessibilityFeature", "alternativeText")) }
        return said + [("accessibilityHazard", "none"), ("accessibilitySummary", book.words.accessibility)]
    }

    private var contents: String {
        document(
            book.words.contents,
            """
            <nav epub:type="toc" role="doc-toc" aria-labelledby="contents-title">
            <h1 id="contents-title">\(XMLText.escaped(book.words.contents))</h1>
            \(list(chapters))
            </nav>
            """)
    }

    /// Parts by chapter: the number of each, and of those that stand under it.
    private var chapters: [(head: Int, below: [Int])] {
        bound.parts.indices.reduce(into: []) { chapters, number in
            if bound.parts[number].isInChapter, !chapters.isEmpty {
                chapters[chapters.count - 1].below.append(number)
            } else {
                chapters.append((number, []))
            }
        }
    }

    private func list(_ chapters: [(head: Int, below: [Int])]) -> String {
        let items = chapters.map { head, below in
            "<li>\(link(head))\(below.isEmpty ? "" : "\n" + list(below.map { ($0, []) }))</li>"
        }
        return "<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    }

    private func link(_ part: Int) -> String {
        "<a href=\"\(Self.name(ofPart: part))\">\(XMLText.escaped(bound.parts[part].title))</a>"
    }

    /// For readers of EPUB 2: NCX 2005-1.
    private var oldContents: String {
        var order = 0
        func point(_ part: Int, _ below: [Int]) -> String {
            order += 1
            return "<navPoint id=\"point-\(order)\" playOrder=\"\(order)\"><navLabel><text>"
                + "\(XMLText.escaped(bound.parts[part].title))</text></navLabel><content src=\"\(Self.name(ofPart: part))\"/>"
                + below.map { point($0, []) }.joined() + "</navPoint>"
        }
        let points = chapters.map { point($0.head, $0.below) }.joined(separator: "\n")
        let depth = chapters.contains { !$0.below.isEmpty } ? 2 : 1
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="\(book.language)">
            <head><meta name="dtb:uid" content="\(book.identifier)"/><meta name="dtb:depth" content="\(depth)"/>\
            <meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>
            <docTitle><text>\(XMLText.escaped(book.title))</text></docTitle>
            <navMap>
            \(points)
            </navMap>
            </ncx>

            """
    }

    private func document(_ title: String, _ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(book.language)" \
        xml:lang="\(book.language)">
        <head><title>\(XMLText.escaped(title))</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}

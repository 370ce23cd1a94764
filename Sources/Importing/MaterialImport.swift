import Catalog
import Diagnostics
import Languages
import OfficeFiles

/// Turns files of office programs into materials: bytes come in, a value goes out; nothing is written or printed.
///
/// ```
/// XLSX ─ WorkbookReader ─▶ Workbook ─ WorkbookComposer ─────┐
/// PPTX ─ SlideDocument ──────────▶ DocumentTree ─┐         │
/// DOCX ODT HTML ─ Pandoc ────────▶ DocumentTree ─┴─ DocumentComposer ─▶ ImportedMaterial
///      └──────── SourceCensus ─▶ LossAudit ─▶ ImportReport ───────────┘
/// ```
/// What a source has is counted on its own parts, apart from what reads it, so that nothing is lost in silence.
package struct MaterialImport: Sendable {
    /// No file is read that has more bytes.
    package static let largestFile = OfficePackage.largestFile

    private let schema: Schema
    /// Nothing: the kind is guessed.
    private let kind: Kind?
    private let options: ImportOptions
    private let pandoc: Pandoc?

    package init(schema: Schema, kind: Kind? = nil, options: ImportOptions = .init(), pandoc: Pandoc? = .find()) {
        self.schema = schema
        self.kind = kind
        self.options = options
        self.pandoc = pandoc
    }

    /// The material that a file makes.
    ///
    /// - Parameters:
    ///   - name: what the file is called: its stem is the title where there is no other.
    ///   - slug: the name of the material's file; made of the title where it is absent.
    package func material(
        of bytes: [UInt8], named name: String, slug: String? = nil
    ) throws(ImportFailure) -> ImportedMaterial {
        guard bytes.count <= Self.largestFile else { throw ImportFailure(ImportReason.tooLarge, ["64"]) }
        switch try SourceFormat(bytes, named: name) {
        case .workbook: return try workbook(bytes, name, slug)
        case .slides:
            let package = try OfficePackage(bytes)
            let source = DocumentSource(package, bytes: bytes, census: try SlideCensus.take(package))
            return try document(try SlideDocument.read(package), source, keepsQuotes: true, name, slug)
        case .document(let format): return try document(bytes, format, name, slug)
        }
    }

    // MARK: Workbooks

    private func workbook(_ bytes: [UInt8], _ name: String, _ slug: String?) throws(ImportFailure) -> ImportedMaterial {
        let workbook = try WorkbookReader.read(bytes)
        let shown = workbook.sheets.filter { !$0.isHidden && !$0.rows.isEmpty }.map { TakenSheet($0, options).sheet }
        guard !shown.isEmpty else { throw ImportFailure(ImportReason.emptyFile) }
        let found: Kind
        if let kind {
            found = kind
        } else {
            let tables = shown.map { ForeignTable($0) }
            let title = tables.first?.rows.first?.cells.first { !$0.text.isEmpty }?.text ?? ""
            found = try KindGuess(names: shown.map(\.name), tables: tables, title: title).kind(of: schema)
        }
        var composer = WorkbookComposer(kind: found, options: options)
        composer.compose(workbook)
        let title = DraftText.title(composer.title ?? Self.stem(name))
        var report = ImportReport(workbook, composer)
        if composer.title == nil { report.titleOrigin = .fileName }
        return ImportedMaterial(
            kind: found, title: title, slug: slug ?? Self.slug(title, name), fields: [:], body: composer.body,
            pictures: [], tables: composer.tables, report: report)
    }

    // MARK: Documents

    private func document(
        _ bytes: [UInt8], _ format: Pandoc.Format, _ name: String, _ slug: String?
    ) throws(ImportFailure) -> ImportedMaterial {
        guard let pandoc else { throw ImportFailure(ImportReason.noPandoc, [format.name], isUsage: true) }
        let source = try Self.source(bytes, format, name)
        let keepsQuotes = format != .docx || source.census.hasQuotes
        return try document(try pandoc.read(source.bytes, format), source, keepsQuotes: keepsQuotes, name, slug)
    }

    private static func source(
        _ bytes: [UInt8], _ format: Pandoc.Format, _ name: String
    ) throws(ImportFailure) -> DocumentSource {
        guard format != .html else { return try DocumentSource(page: bytes) }
        let package = try OfficePackage(bytes)
        guard !LockedFile.isLocked(package) else { throw ImportFailure(ImportReason.locked, [name]) }
        guard format == .odt else {
            var source = DocumentSource(package, bytes: bytes, census: try WordCensus.take(package))
            source.titleLines = try WordTitle.find(package)
            return source
        }
        return DocumentSource(
            package, bytes: try OpenTextHeads.plain(package, bytes), census: try OpenTextCensus.take(package))
    }

    private func document(
        _ tree: DocumentTree, _ source: DocumentSource, keepsQuotes: Bool, _ name: String, _ slug: String?
    ) throws(ImportFailure) -> ImportedMaterial {
        guard !tree.blocks.isEmpty || !tree.title.isEmpty else { throw ImportFailure(ImportReason.emptyFile) }
        let found: Kind
        if let kind {
            found = kind
        } else {
            found = try KindGuess(tree, fileName: Self.stem(name)).kind(of: schema)
        }
        let named = DocumentTitle(of: tree, found, source.titleLines)?.text
        let working = slug ?? Self.slug(named ?? Self.stem(name), name)
        let writer = MarkdownWriter(
            pictures: PictureShelf(base: working, find: source.picture), keepsQuotes: keepsQuotes)
        var composer = DocumentComposer(kind: found, schema: schema, options: options, writer: writer)
        composer.compose(tree, titleLines: source.titleLines)
        let title = composer.title ?? DraftText.title(Self.stem(name))
        let audit = LossAudit(source.census, plain: composer.writer.plain)
        var report = ImportReport(audit, composer)
        report.titleOrigin = composer.titleOrigin ?? .fileName
        report.linesAboveTitle = composer.linesAboveTitle
        return ImportedMaterial(
            kind: found, title: title, slug: working, fields: composer.fields.values, body: composer.body,
            pictures: composer.writer.pictures.files.map { ImportedMaterial.Picture(name: $0.name, bytes: $0.bytes) },
            tables: composer.tables, report: report)
    }

    /// What was copied from a program or a page, as Markdown.
    ///
    /// - Parameters:
    ///   - slug: how names of pictures begin.
    ///   - place: where it is put.
    package func fragment(
        ofHTML page: [UInt8], slug: String, at place: FragmentPlace
    ) throws(ImportFailure) -> ImportedFragment {
        guard page.count <= Self.largestFile else { throw ImportFailure(ImportReason.tooLarge, ["64"]) }
        guard let pandoc else { throw ImportFailure(ImportReason.noPandoc, [Pandoc.Format.html.name], isUsage: true) }
        let source = try DocumentSource(page: page)
        let tree = try pandoc.read(source.bytes, .html)
        let writer = MarkdownWriter(pictures: PictureShelf(base: slug, find: source.picture), keepsQuotes: true)
        var composer = DocumentComposer(kind: kind, schema: schema, options: options, writer: writer)
        composer.composeFragment(tree, at: place)
        let audit = LossAudit(source.census, plain: composer.writer.plain)
        return ImportedFragment(
            markdown: composer.body.joined(separator: "\n\n"),
            pictures: composer.writer.pictures.files.map { ImportedMaterial.Picture(name: $0.name, bytes: $0.bytes) },
            report: ImportReport(audit, composer))
    }

    /// A file's name without its folders and its end.
    private static func stem(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }

    private static func slug(_ title: String, _ name: String) -> String {
        for text in [title, stem(name)] {
            let slug = Address.newID(of: text, limit: 60)
            if !slug.isEmpty { return slug }
        }
        return "material"
    }
}

/// Where in a text a piece is put.
package struct FragmentPlace: Sendable {
    /// The heading above it; nothing where there is none.
    let heading: String?

    /// Behind a text.
    package init(behind text: String) {
        let line = text.split(separator: "\n").last { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
        heading = line.map { line in
            line.drop { $0 == "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

/// A piece of a text that was pasted.
package struct ImportedFragment: Sendable {
    package let markdown: String
    package let pictures: [ImportedMaterial.Picture]
    package let report: ImportReport
}

/// A material that was made of a file.
package struct ImportedMaterial: Sendable {
    /// A picture that lies beside it.
    package struct Picture: Sendable, Hashable {
        package let name: String
        package let bytes: [UInt8]
    }

    package let kind: Kind
    package let title: String
    /// The name of its file, without end.
    package let slug: String
    /// The whole file: front matter with `draft: да`, and the body.
    package let text: String
    package let pictures: [Picture]
    /// The tables of the kind that are in the text.
    package let tables: [ImportedTable]
    package let report: ImportReport
    /// What it tells about people, and must not.
    package let privacy: [Diagnostic]

    /// Below the site's folder.
    package var path: String { "content/\(kind.folder)/\(slug).md" }

    init(
        kind: Kind, title: String, slug: String, fields: [Int: String], body: [String], pictures: [Picture],
        tables: [ImportedTable], report: ImportReport
    ) {
        let (title, fields) = (PastedNotes.without(title), fields.mapValues { PastedNotes.without($0) })
        self.kind = kind
        self.title = title
        self.slug = slug
        self.pictures = pictures
        self.tables = tables
        self.report = report
        text = DraftText.text(title: title, kind: kind, fields: fields, body: body)
        let file = SourceFile(path: "content/\(kind.folder)/\(slug).md", bytes: Array(text.utf8))
        let yaml = file.bytes.dropFirst(4).firstRange(of: Array("\n---\n".utf8)).map { 4..<$0.lowerBound + 1 }
        let root = yaml.flatMap { YAMLReader.read(file, part: $0).root }
        privacy = PrivacyCheck.diagnostics(file, root: root, tables: [])
    }
}

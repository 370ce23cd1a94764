import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Files
import Formats

/// What editors write.
enum Texts {
    /// Every place that is told lies within the file, and so does every node.
    static func frontMatter(_ bytes: [UInt8]) {
        guard FuzzTarget.text(bytes) != nil else { return }
        let file = SourceFile(path: "a.md", bytes: bytes)
        let (parts, diagnostics) = FrontMatter.find(in: file)
        told(diagnostics, in: file)
        guard let parts else { return }
        let (root, faults) = YAMLReader.read(file, part: parts.yaml)
        told(faults, in: file)
        if let root { within(root, file) }
    }

    private static func within(_ node: YAMLNode, _ file: SourceFile) {
        demand(node.range.upperBound <= file.bytes.count, "a node ends behind the file")
        for pair in node.pairs ?? [] {
            demand(pair.keyRange.upperBound <= file.bytes.count, "a key ends behind the file")
            within(pair.value, file)
        }
        if case .sequence(let items) = node.value { items.forEach { within($0, file) } }
    }

    private static func told(_ diagnostics: [Diagnostic], in file: SourceFile) {
        for diagnostic in diagnostics {
            if let range = diagnostic.location.range {
                demand(range.upperBound <= file.bytes.count, "\(diagnostic.code.name) points behind the file")
            }
            _ = diagnostic.code.message.text(.ru, diagnostic.arguments)
        }
    }

    /// HTML of nothing but known elements and attributes, whose addresses do not run.
    static func markdown(_ bytes: [UInt8]) {
        // As the program takes it: line ends of all sorts are one.
        guard let file = TextLoader.load(path: "a.md", bytes: bytes).file else { return }
        let bytes = file.bytes
        let parsed = MarkdownParser.parse(file: file, extensions: .all)
        told(parsed.diagnostics, in: file)
        var renderer = HTMLRenderer(parsed, options: HTMLOptions())
        renderer.renderDocument()
        if let fault = HTMLOracle.fault(in: renderer.output) { fatalError(fault) }
        _ = PlainText.body(parsed.document)
        for node in parsed.document.nodes {
            demand(node.range.upperBound <= bytes.count, "a node ends behind the text")
        }
    }

    static func csv(_ bytes: [UInt8]) {
        guard let file = TextLoader.load(path: "a.csv", bytes: bytes).file else { return }
        let table = CSVTable(file)
        for row in table.rows {
            for cell in row.cells {
                demand(cell.upperBound <= file.bytes.count, "a cell ends behind the file")
            }
        }
    }

    /// A term begins before it ends, and what is shown of it is understood again.
    static func period(_ bytes: [UInt8]) {
        guard let text = FuzzTarget.text(bytes), text.utf8.count < 400 else { return }
        let period = Period.parse(text, year: 2024)
        if let start = period.start, let end = period.end { demand(start <= end, "\(text): \(start) is behind \(end)") }
        if let day = Period.day(text) { demand(Period.day(day.numeric) == day, "\(text): \(day) is no day again") }
    }

    /// A field is set; every byte outside its lines stays, and the value is read again.
    ///
    /// The input is a field's number, its value up to the first zero byte, and the file.
    static func patch(_ bytes: [UInt8]) {
        let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = bytes.first, parts.count == 2, let value = FuzzTarget.text(Array(parts[0])),
            let material = try? EditableMaterial(Array(parts[1]), path: "practices/a.md", SampleSchema.whole)
        else { return }
        let fields = material.kind.fields.filter { $0.type != .tableFiles }
        let field = fields[Int(number) % fields.count].id
        let before = material.raw.file.bytes
        guard let result = try? material.applying([.set(field, .text(value))], body: nil) else { return }
        guard let again = try? EditableMaterial(result, path: "practices/a.md", SampleSchema.whole) else {
            fatalError("what was written is no material any more")
        }
        let after = again.raw.file.bytes
        demand(again.body == material.body, "the text changed with a field")
        if let lines = material.lines(of: field) {
            demand(after.starts(with: before[..<lines.lowerBound]), "bytes before the field changed")
            let behind = before[lines.upperBound...]
            demand(after.suffix(behind.count).elementsEqual(behind), "bytes behind the field changed")
        } else {
            let same = zip(after, before).prefix { $0 == $1 }.count
            demand(after.suffix(before.count - same).elementsEqual(before[same...]), "it is put in at several places")
        }
    }
}

import AlbumMarkdown
import Catalog
import Drawings
import Formats
import Linking

// Bodies as bytes.

extension CompiledMaterial: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.list(tables)
        writer.list(charts)
        writer.texts(anchors.sorted())
        writer.list(links)
        writer.list(runs)
        writer.list(abbreviations)
        writer.texts(sources.sorted())
        writer.flag(losesFiles)
        writer.flag(hasLinksInCells)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        tables = try reader.list()
        charts = try reader.list()
        anchors = Set(try reader.texts())
        links = try reader.list()
        runs = try reader.list()
        abbreviations = try reader.list()
        sources = Set(try reader.texts())
        losesFiles = try reader.flag()
        hasLinksInCells = try reader.flag()
    }
}

extension BodyContent: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.list(parts)
        writer.list(outline) { writer, entry in
            writer.number(entry.level)
            writer.text(entry.text)
            writer.text(entry.anchor)
        }
        writer.texts(headings)
        writer.text(text)
        writer.list(namedTexts)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        parts = try reader.list()
        outline = try reader.list { reader throws(ByteReader.Damage) in
            OutlineEntry(level: try reader.number(), text: try reader.text(), anchor: try reader.text())
        }
        headings = try reader.texts()
        text = try reader.text()
        namedTexts = try reader.list()
    }
}

extension BodyContent.Part: Storable {
    package func store(in writer: inout ByteWriter) {
        switch self {
        case .html(let html):
            writer.byte(0)
            writer.text(html)
        case .table(let position):
            writer.byte(1)
            writer.number(position)
        case .chart(let position):
            writer.byte(2)
            writer.number(position)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        switch try reader.byte() {
        case 0: self = .html(try reader.text())
        case 1: self = .table(try reader.number())
        case 2: self = .chart(try reader.number())
        default: throw ByteReader.Damage()
        }
    }
}

extension CompiledMaterial.TextSource: Storable {
    package func store(in writer: inout ByteWriter) {
        switch self {
        case .own: writer.text(nil)
        case .table(let path): writer.text(.some(path))
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self = try reader.optionalText().map { .table($0) } ?? .own
    }
}

extension CompiledMaterial.TextPlace: Storable {
    package func store(in writer: inout ByteWriter) {
        source.store(in: &writer)
        writer.range(range)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self.init(source: try .init(from: &reader), range: try reader.range())
    }
}

extension CompiledMaterial.Link: Storable {
    package func store(in writer: inout ByteWriter) {
        switch written.kind {
        case .link: writer.byte(0)
        case .image: writer.byte(1)
        case .wiki: writer.byte(2)
        }
        writer.text(written.destination)
        writer.text(written.title)
        place.store(in: &writer)
        anchorPlace.store(in: &writer)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let kind: LinkUse.Kind
        switch try reader.byte() {
        case 0: kind = .link
        case 1: kind = .image
        case 2: kind = .wiki
        default: throw ByteReader.Damage()
        }
        self.init(
            written: WrittenLink(kind: kind, destination: try reader.text(), title: try reader.optionalText()),
            place: try .init(from: &reader), anchorPlace: try .init(from: &reader))
    }
}

extension CompiledMaterial.Run: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(run.text)
        writer.numbers(run.hardBreaks)
        writer.list(run.abbreviations) { writer, match in
            // Of its run, not of the file: which words these are is what the text says.
            writer.numbers([match.range.lowerBound, match.range.upperBound])
            match.entry.store(in: &writer)
        }
        text.store(in: &writer)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self.init(
            run: MarkedRun(
                text: try reader.text(),
                hardBreaks: try reader.numbers(),
                abbreviations: try reader.list { reader throws(ByteReader.Damage) in
                    let bounds = try reader.numbers()
                    guard bounds.count == 2, bounds[0] <= bounds[1] else { throw ByteReader.Damage() }
                    return Abbreviations.Match(range: bounds[0]..<bounds[1], entry: try EntryReference(from: &reader))
                }),
            text: try .init(from: &reader))
    }
}

extension BodyContent.NamedText: Storable {
    package func store(in writer: inout ByteWriter) {
        switch names {
        case .link(let number):
            writer.byte(0)
            writer.number(number)
        case .value(let value):
            writer.byte(1)
            writer.optional(value)
        case .mark(let number):
            writer.byte(2)
            writer.number(number)
        }
        writer.text(otherwise)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        switch try reader.byte() {
        case 0: self.init(names: .link(try reader.number()), otherwise: try reader.text())
        case 1: self.init(names: .value(try reader.optional()), otherwise: try reader.text())
        case 2: self.init(names: .mark(try reader.number()), otherwise: try reader.text())
        default: throw ByteReader.Damage()
        }
    }
}

extension CompiledTable.Cell.Piece: Storable {
    package func store(in writer: inout ByteWriter) {
        switch self {
        case .text(let text):
            writer.byte(0)
            writer.text(text)
        case .name(let name):
            writer.byte(1)
            name.store(in: &writer)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        switch try reader.byte() {
        case 0: self = .text(try reader.text())
        case 1: self = .name(try .init(from: &reader))
        default: throw ByteReader.Damage()
        }
    }
}

extension CompiledTable: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.number(definition)
        writer.text(id)
        writer.text(caption)
        writer.list(columns) { writer, column in
            writer.text(column.title)
            writer.optional(column.definition) { $0.number($1) }
        }
        writer.list(rows) { writer, row in
            writer.text(row.anchor)
            writer.list(row.cells) { writer, cell in
                writer.optional(cell.value)
                writer.text(cell.text)
                // Mostly the HTML of a cell is its text.
                writer.text(cell.html == cell.text ? nil : cell.html)
                writer.list(cell.pieces)
            }
            writer.number(row.role.rawValue)
            writer.list(row.people) { $0.range($1) }
        }
        source.store(in: &writer)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        definition = try reader.number()
        id = try reader.text()
        caption = try reader.text()
        columns = try reader.list { reader throws(ByteReader.Damage) in
            RecordTable.Column(
                title: try reader.text(),
                definition: try reader.optional { reader throws(ByteReader.Damage) in try reader.number() })
        }
        rows = try reader.list { reader throws(ByteReader.Damage) in
            let anchor = try reader.text()
            let cells = try reader.list { reader throws(ByteReader.Damage) in
                let value: FieldValue? = try reader.optional()
                let text = try reader.text()
                return Cell(
                    value: value, text: text, html: try reader.optionalText() ?? text, pieces: try reader.list())
            }
            guard let role = RowRole(rawValue: try reader.number()) else { throw ByteReader.Damage() }
            let people = try reader.list { reader throws(ByteReader.Damage) in try reader.range() }
            return Row(anchor: anchor, cells: cells, role: role, people: people)
        }
        source = try .init(from: &reader)
    }
}

extension WrittenChart: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(form.rawValue)
        writer.text(title)
        writer.text(about)
        writer.text(unit)
        switch numbers {
        case .written(let table):
            writer.byte(0)
            writer.list(table.texts) { $0.texts($1) }
            writer.list(table.rows) { writer, row in
                writer.text(row.name)
                writer.list(row.values) { $0.optional($1) { $0.word($1.bitPattern) } }
            }
        case .named(let name):
            writer.byte(1)
            writer.optional(name.material)
            writer.optional(name.table)
            writer.list(name.columns)
            writer.range(name.range)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        guard let form = BarChart.Form(rawValue: try reader.text()) else { throw ByteReader.Damage() }
        self.form = form
        title = try reader.text()
        about = try reader.text()
        unit = try reader.optionalText()
        switch try reader.byte() {
        case 0:
            let texts = try reader.list { reader throws(ByteReader.Damage) in try reader.texts() }
            let rows = try reader.list { reader throws(ByteReader.Damage) in
                BarChart.Row(
                    name: try reader.text(),
                    values: try reader.list { reader throws(ByteReader.Damage) in
                        try reader.optional { reader throws(ByteReader.Damage) in Double(bitPattern: try reader.word())
                        }
                    })
            }
            numbers = .written(ChartTable(texts: texts, rows: rows))
        case 1:
            numbers = .named(
                TableName(
                    material: try reader.optional(), table: try reader.optional(), columns: try reader.list(),
                    range: try reader.range()))
        default: throw ByteReader.Damage()
        }
    }
}

extension WrittenChart.TableName.Name: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(text)
        writer.range(range)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self.init(text: try reader.text(), range: try reader.range())
    }
}

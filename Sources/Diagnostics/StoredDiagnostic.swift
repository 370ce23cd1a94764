import Formats

extension SourceLocation: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(path)
        writer.optional(range) { $0.range($1) }
    }

    /// A place without the text that it is in.
    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let path = try reader.text()
        let range = try reader.optional { reader throws(ByteReader.Damage) in try reader.range() }
        self.init(path: path, range: range)
    }
}

extension Diagnostic: Storable {
    /// With the names that may have been meant, looked for now.
    package func store(in writer: inout ByteWriter) {
        code.store(in: &writer)
        writer.texts(arguments)
        location.store(in: &writer)
        writer.texts(candidates)
        writer.list(related)
        writer.flag(isOfDraft)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let code = try DiagnosticCode(from: &reader)
        let arguments = try reader.texts()
        let location = try SourceLocation(from: &reader)
        let candidates = try reader.texts()
        self.init(code, arguments, at: location, candidates: candidates, related: try reader.list())
        self = ofDraft(try reader.flag())
    }
}

extension DiagnosticCode: Storable {
    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// The name; the wording too, where it is not that of the code alone.
    package func store(in writer: inout ByteWriter) {
        writer.text(name)
        let known = Self.byName[name]
        let isPlain = known?.message == message && known?.remedy == remedy && known?.severity == severity
        writer.flag(isPlain)
        guard !isPlain else { return }
        writer.number(severity.rawValue)
        writer.texts([message.ru, message.en, remedy.ru, remedy.en])
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let name = try reader.text()
        if try reader.flag() {
            guard let known = Self.byName[name] else { throw ByteReader.Damage() }
            self = known
            return
        }
        guard let severity = Severity(rawValue: try reader.number()) else { throw ByteReader.Damage() }
        let texts = try reader.texts()
        guard texts.count == 4 else { throw ByteReader.Damage() }
        self.init(name, severity, ru: texts[0], en: texts[1], remedyRu: texts[2], remedyEn: texts[3])
    }
}

import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Tables of a material that stand in CSV files beside it.
extension SiteDesk {
    /// A file with the table that it holds.
    struct TableFile {
        /// As grids are named; unlike those of the text, whose tables may come and go.
        let id: String
        let definition: TableDefinition
        /// Below `content/`.
        let path: String

        func columns(_ heads: [String]) -> [Grid.Column] {
            heads.enumerated().map { place, head in
                let field = definition.column(named: head).map { definition.columns[$0] }
                return Grid.Column(
                    id: field?.id.rawValue ?? "column-\(place)",
                    names: [head] + (field.map { [$0.label] + $0.aliases } ?? []), field: field)
            }
        }
    }

    func tableFiles(of key: FormKey, _ site: SiteFiles) -> [TableFile] {
        guard case .material(let path) = key, let position = site.catalog.directory.position(ofPath: path) else {
            return []
        }
        let material = site.catalog.materials[position]
        let tables = site.catalog.kinds[material.kind].tables
        return material.tableFiles.enumerated().map { number, file in
            let definition = tables[file.definition]
            return TableFile(id: "\(definition.id)-file-\(number + 1)", definition: definition, path: file.path)
        }
    }

    /// All of them as JSON: their rows as lines of a pipe table, which is what grids write into.
    ///
    /// `kept` is what was typed since and not saved; `other` the same where the file is another one by now.
    func tableFiles(_ query: FormData, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let key = FormKey(query["key"] ?? "")
        let typed = try work.typed(key)
        var shown: [(TableFile, bytes: [UInt8], rows: [[String]])] = []
        var unread: [String] = []
        for file in tableFiles(of: key, site) {
            let path = try Self.path(of: file.path)
            guard try root.entry(path) != nil else { continue }
            let bytes = try root.read(path)
            guard let text = TableFileText(bytes, path: file.path, file.definition) else {
                unread.append(Self.name(of: file))
                continue
            }
            shown.append((file, bytes, text.rows))
        }
        var json = JSONWriter()
        json.object { json in
            json.key("tables")
            json.array { json in
                for (file, bytes, rows) in shown { Self.write(file, Self.digest(bytes), rows, typed, to: &json) }
            }
            json.key("unread")
            json.strings(unread)
        }
        return Self.json(200, json)
    }

    /// Whether a table of a material that stands in a file says something else in what was typed.
    func isTableUnsaved(_ typed: FormData, _ material: Material, _ site: SiteFiles) throws(FileError) -> Bool {
        for file in tableFiles(of: .material(material.path), site) {
            guard let kept = typed["file.\(file.id)"] else { continue }
            let path = try Self.path(of: file.path)
            guard try root.entry(path) != nil else { continue }
            let text = TableFileText(try root.read(path), path: file.path, file.definition)
            if let text, Self.rows(ofPipes: kept) != Self.rows(ofPipes: Self.pipes(text.rows)) { return true }
        }
        return false
    }

    private static func name(of file: TableFile) -> String {
        file.path.split(separator: "/").last.map(String.init) ?? file.path
    }

    private static func write(
        _ file: TableFile, _ base: String, _ rows: [[String]], _ typed: FormData?, to json: inout JSONWriter
    ) {
        let text = pipes(rows)
        json.object { json in
            json.member("id", file.id)
            json.member("definition", file.definition.id)
            json.member("caption", file.definition.headings[0])
            json.member("file", name(of: file))
            json.member("base", base)
            json.member("text", text)
            let kept = typed?["file.\(file.id)"].flatMap { $0 == text ? nil : $0 }
            let isSame = typed?["file.\(file.id).base"] == base
            // Columns may have come and gone in what was typed.
            let keptHeads = kept.map { Self.rows(ofPipes: $0).first ?? [] } ?? []
            write(columns: isSame && kept != nil ? keptHeads : rows.first ?? [], of: file, "columns", to: &json)
            guard let kept else { return }
            json.member(isSame ? "kept" : "other", kept)
            if !isSame { write(columns: keptHeads, of: file, "otherColumns", to: &json) }
        }
    }

    private static func write(columns heads: [String], of file: TableFile, _ name: String, to json: inout JSONWriter) {
        let columns = file.columns(heads)
        json.key(name)
        json.array { json in
            for column in columns { write(column, to: &json) }
        }
        if name == "columns" { write(lacking: Grid.lacking(columns, file.definition), of: file.definition, to: &json) }
    }

    /// Rows as a pipe table, the heads first.
    static func pipes(_ rows: [[String]]) -> String {
        var lines = rows.map { row in
            "|"
                + row.map { cell in
                    " " + cell.replacing("\n", with: "<br>").replacing("|", with: "\\|") + " |"
                }.joined()
        }
        lines.insert("|" + String(repeating: "---|", count: rows.first?.count ?? 0), at: min(1, lines.count))
        return lines.joined(separator: "\n")
    }

    /// Writes the rows of a table into its file.
    ///
    /// ```
    /// file   the id of the table
    /// base   the digest of the file that the rows were made of
    /// rows   [["Название", …], …] as JSON, the heads first
    /// ```
    func saveTable(_ form: FormData, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let json = Array((form["rows"] ?? "").utf8)
        guard let file = tableFiles(of: FormKey(form["_key"] ?? ""), site).first(where: { $0.id == form["file"] }),
            let rows = JSONValue.list(json, in: 0..<json.count)?.first?.array?.map({ row in
                (row.array ?? []).map { $0.text ?? "" }
            })
        else { return plain(404, .notThere) }
        let bytes = try root.read(Self.path(of: file.path))
        guard form["base"] == Self.digest(bytes),
            let text = TableFileText(bytes, path: file.path, file.definition)
        else { return Self.said(409, .fileConflict, language) }
        let written: [UInt8]
        do {
            written = try text.applying(rows)
        } catch {
            switch error {
            case .unsafe: return Self.said(422, .fileRefused, language)
            case .unwritable(let letter, let encoding):
                return Self.said(422, .fileUnwritable, language, String(letter), encoding)
            }
        }
        guard try write(written, over: bytes, at: file.path) else {
            return Self.said(409, .fileConflict, language)
        }
        saved()
        var answer = JSONWriter()
        answer.object { $0.member("base", Self.digest(written)) }
        return Self.json(200, answer)
    }

    private static func said(_ status: Int, _ word: GridWord, _ language: Language, _ arguments: String...)
        -> SiteResponder.Answer
    {
        var writer = JSONWriter()
        writer.object { $0.member("said", word.wording.text(language, arguments)) }
        return json(status, writer)
    }
}

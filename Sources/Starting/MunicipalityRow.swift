import Languages

/// One line of a pasted list of municipalities, before anything is made of it.
package struct MunicipalityRow: Sendable, Hashable {
    /// From 1, in the pasted text.
    package let line: Int
    package var name = ""
    package var type = ""
    package var id = ""
    /// ОКТМО, or what the office numbers its municipalities by.
    package var code = ""
    package var short = ""
    package var full = ""
    /// Where the administration sits.
    package var town = ""
    /// In degrees; a map is laid out by these.
    package var latitude: Double?
    package var longitude: Double?
    /// Names of others, parted by commas.
    package var neighbours: [String] = []
    /// It is a title, a heading, a footnote or a sum of the list, and no municipality.
    package var isRemark = false
    /// The cell of its name is empty: ``name`` holds what else the row says.
    var isNameless = false
}

extension MunicipalityRow {
    /// Words before the name of a town or village, without their points.
    private static let settlements: Set<String> = [
        "г", "город", "пос", "п", "поселок", "пгт", "рп", "р", "с", "село", "ст", "станица", "д", "деревня",
    ]

    /// How many there are behind a name: «– 24 ОО;», «42».
    private static var count: Regex<Substring> { /(?:\s+[–—-])?\s+\d{1,4}(?:\s+\p{L}{1,10}\.?)?\s*[.;,]?$/ }

    /// Whether its words say the sort of one place: «район», «г.».
    var isUnderstood: Bool {
        guard let read = MunicipalityName.read(name) else { return false }
        return read.type != nil || !read.aliases.isEmpty
    }

    /// The mark of a footnote behind the name, also before or behind the parentheses of its town: «*», «²»; empty without one.
    var footnoteMark: String {
        let marked =
            name.firstMatch(of: /([*¹²³]+)\s*(?:\([^)]*\))?\s*(?:[–—-]\s*\d.*)?[;,.]?$/)
            ?? name.firstMatch(of: /\)\s*([*¹²³]+)/)
        return marked.map { String($0.output.1) } ?? ""
    }

    /// The same without a count behind its name and with the town apart that stands in parentheses behind its name.
    ///
    /// «Великоустюгский МО (г. Великий Устюг)».
    var withTownApart: MunicipalityRow {
        // Marks of footnotes stand behind the parentheses too, and how many schools it has: «(г. Ростов) – 24 ОО;».
        let bare = name.replacing(Self.count, with: "")
        guard bare == name || bare.hasSuffix("№") else {
            var row = self
            row.name = bare
            return row.withTownApart
        }
        var text = name[...]
        while let last = text.last, " *¹²³;,".contains(last) { text.removeLast() }
        guard town.isEmpty, text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return self
        }
        let inner = PastedCells.trimmed(text[text.index(after: open)...].dropLast())
        let first = inner.prefix { !$0.isWhitespace && $0 != "." }
        guard Self.settlements.contains(NameFolding.fold(String(first))) else { return self }
        var row = self
        (row.name, row.town) = (PastedCells.trimmed(text[..<open]), inner)
        return row
    }
}

/// Reads what was pasted: a list, or a table as spreadsheets give it.
///
/// ```
/// text = [ head ] { row }      one row a line; cells parted by tabs, «;» or, under a head, commas (RFC 4180)
/// head = at least one word of ``columns``: «Наименование», «Тип», «ОКТМО», «Широта», «Соседи» …
/// ```
/// Without a head a cell is known by what it holds: a sort, a code of five to eleven digits, degrees; the first of the
/// others is the name. A single line is a list with commas.
package enum MunicipalityList {
    private enum Column {
        case name, type, id, code, short, full, town, latitude, longitude, neighbours
    }

    private static let columns: [String: Column] = [
        "название": .name, "наименование": .name, "муниципалитет": .name, "муниципальное образование": .name,
        "наименование муниципального образования": .name, "название муниципалитета": .name, "территория": .name,
        "name": .name, "тип": .type, "вид": .type, "статус": .type, "type": .type, "id": .id, "идентификатор": .id,
        "код": .code, "октмо": .code, "код октмо": .code, "code": .code, "кратко": .short, "краткое название": .short,
        "краткое наименование": .short, "short": .short, "полное название": .full, "полное наименование": .full,
        "full": .full, "центр": .town, "административный центр": .town, "город": .town, "town": .town,
        "широта": .latitude, "lat": .latitude, "latitude": .latitude, "долгота": .longitude, "lon": .longitude,
        "lng": .longitude, "longitude": .longitude, "соседи": .neighbours, "граничит с": .neighbours,
        "neighbours": .neighbours,
    ]

    /// Lines that may stand above the heads of a table.
    private static let mostTitles = 12

    /// The rows, without those in which no cell holds a letter; titles, headings and sums among them are marked.
    package static func read(_ text: String) -> [MunicipalityRow] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { (number: $0.offset + 1, text: $0.element) }
            .filter { $0.text.contains(where: \.isLetter) }
        guard let first = lines.first else { return [] }
        let separator = separator(lines.map(\.text))
        // A title may stand above the heads.
        for (place, line) in lines.prefix(mostTitles + 1).enumerated() {
            let heads = PastedCells.split(line.text, by: separator ?? ",").map(column)
            guard heads.contains(.name) else { continue }
            let titles = lines.prefix(place).map {
                MunicipalityRow(line: $0.number, name: PastedCells.trimmed($0.text), isRemark: true)
            }
            return titles
                + lines.dropFirst(place + 1).map { line in
                    row(line.number, PastedCells.split(line.text, by: separator ?? ","), heads)
                }
        }
        if lines.count == 1, separator != "\t" {
            return first.text.split(whereSeparator: { ",;".contains($0) }).map(String.init)
                .filter { $0.contains(where: \.isLetter) }
                .map { MunicipalityRow(line: 1, name: PastedCells.trimmed($0[...])) }
        }
        var rows = lines.map { line in
            guard let separator else {
                let name = PastedCells.trimmed(line.text)
                return MunicipalityRow(line: line.number, name: name, isRemark: RemarkRow.isOne(name))
            }
            return guessed(line.number, PastedCells.split(line.text, by: separator))
        }
        let headings = RemarkRow.headings(of: rows.map(\.name), numbered: lines.map { isNumbered($0.text) })
        for index in 0..<headings { rows[index].isRemark = rows[index].isRemark || !rows[index].isUnderstood }
        return rows
    }

    /// Whether a number with a point or a bracket, or in a cell of its own, stands before a name.
    private static func isNumbered(_ line: Substring) -> Bool {
        line.firstMatch(of: /^\s*\d{1,3}(?:[.)]|\t|\.\t)/) != nil
    }

    /// What a head is of; «Наименование территории» is a name too, and a long title is no head.
    private static func column(_ head: String) -> Column? {
        let folded = NameFolding.fold(head)
        let isName = ["наименование", "название"].contains { folded.hasPrefix($0) } && folded.count < 60
        return columns[folded] ?? (isName ? .name : nil)
    }

    /// Who borders on whom, a line for each: `Пермский МО: Кунгурский МО, Добрянский МО`, or the same in two cells.
    package static func borders(_ text: String) -> [(name: String, neighbours: [String])] {
        let lines: [Substring] = text.split(whereSeparator: \.isNewline)
        return lines.compactMap { line -> (name: String, neighbours: [String])? in
            guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "\t" }) else { return nil }
            let name = PastedCells.trimmed(line[..<colon])
            let rest = PastedCells.list(String(line[line.index(after: colon)...]).replacing("\t", with: ","))
            return name.isEmpty ? nil : (name, rest)
        }
    }

    /// The tab where there is one, since spreadsheets copy with it; else a semicolon that most lines hold.
    private static func separator(_ lines: [Substring]) -> Character? {
        if lines.contains(where: { $0.contains("\t") }) { return "\t" }
        // A semicolon at the end of a line parts nothing.
        let parted = lines.filter { $0.dropLast().contains(";") }
        return parted.count * 2 > lines.count ? ";" : nil
    }

    private static func row(_ line: Int, _ cells: [String], _ heads: [Column?]) -> MunicipalityRow {
        var row = MunicipalityRow(line: line)
        for (cell, column) in zip(cells, heads) {
            switch column {
            case .name: row.name = cell
            case .type: row.type = cell
            case .id: row.id = cell
            case .code: row.code = cell
            case .short: row.short = cell
            case .full: row.full = cell
            case .town: row.town = cell
            case .latitude: row.latitude = PastedCells.number(cell)
            case .longitude: row.longitude = PastedCells.number(cell)
            case .neighbours: row.neighbours = PastedCells.list(cell)
            case nil: break
            }
        }
        if row.name.isEmpty { row.name = row.full }
        if row.name.isEmpty {
            // A line below the table that stands in none of its columns, or a row that is told by what it has.
            let filled = cells.filter { $0.contains(where: \.isLetter) }
            row.name = filled.joined(separator: " ")
            if filled.count == 1, cells.count == 1, heads.count > 1 {
                row.isRemark = !row.isUnderstood || RemarkRow.isOne(row.name)
            } else {
                row.isNameless = true
            }
        }
        row.isRemark = row.isRemark || RemarkRow.isOne(row.name, among: cells)
        // It is told by what says so: «Итого», and not «14».
        if row.isRemark, let sum = RemarkRow.sum(among: cells) { row.name = sum }
        return row
    }

    private static func guessed(_ line: Int, _ cells: [String]) -> MunicipalityRow {
        var row = MunicipalityRow(line: line)
        for cell in cells where !cell.isEmpty {
            let digits = cell.filter(\.isNumber).count
            if digits == cell.count || cell.allSatisfy({ $0.isNumber || $0 == " " }) {
                if (5...11).contains(digits) { row.code = cell.filter(\.isNumber) }
            } else if let degrees = PastedCells.number(cell) {
                if row.latitude == nil { row.latitude = degrees } else { row.longitude = degrees }
            } else if row.type.isEmpty, MunicipalityType.named(cell) != nil {
                row.type = cell
            } else if row.name.isEmpty {
                row.name = cell
            }
        }
        row.isRemark = RemarkRow.isOne(row.name, among: cells)
        // It is told by what says so: «Итого», and not «14».
        if row.isRemark, let sum = RemarkRow.sum(among: cells) { row.name = sum }
        return row
    }
}

/// Cells of one line of a pasted table.
enum PastedCells {
    /// A quotation mark opens a cell that may hold the separator; two of them within are one (RFC 4180).
    static func split(_ line: Substring, by separator: Character) -> [String] {
        var cells = [""]
        var isQuoted = false
        var index = line.startIndex
        while index < line.endIndex {
            let letter = line[index]
            index = line.index(after: index)
            if isQuoted {
                if letter != "\"" {
                    cells[cells.count - 1].append(letter)
                } else if index < line.endIndex, line[index] == "\"" {
                    cells[cells.count - 1].append("\"")
                    index = line.index(after: index)
                } else {
                    isQuoted = false
                }
            } else if letter == separator {
                cells.append("")
            } else if letter == "\"", cells[cells.count - 1].allSatisfy(\.isWhitespace) {
                cells[cells.count - 1] = ""
                isQuoted = true
            } else {
                cells[cells.count - 1].append(letter)
            }
        }
        return cells.map { trimmed($0[...]) }
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Without what a list sets before its items: «1.», «2)», «а)», «–», «•»; a word that is nothing else stays.
    static func withoutListMark(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        while words.count > 1, let first = words.first, isListMark(first) { words = words.dropFirst() }
        let bare = words.joined(separator: " ").drop { bullets.contains($0) }
        return bare.isEmpty ? text : String(bare)
    }

    private static let bullets: Set<Character> = ["•", "·", "●", "▪", "■", "◦", "*", "–", "—", "-"]

    private static func isListMark(_ word: Substring) -> Bool {
        if word.allSatisfy({ bullets.contains($0) }) { return true }
        if word.contains(where: \.isNumber) { return word.allSatisfy { $0.isNumber || ".)".contains($0) } }
        return word.count == 2 && word.first?.isLetter == true && word.last == ")"
    }

    /// With a comma or a point.
    static func number(_ text: String) -> Double? {
        guard let number = Double(text.replacing(",", with: ".")), number.isFinite else { return nil }
        return number
    }

    static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { ",;".contains($0) }).map { trimmed($0) }.filter { !$0.isEmpty }
    }
}

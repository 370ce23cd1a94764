import Catalog
import Diagnostics
import TestSupport
import Testing

@testable import Editing

private let kind = """
    id: plan
    folder: plans
    name: {one: план, few: плана, many: планов}
    title: Планы
    description: Что и когда.
    tables:
      events:
        headings: [Мероприятия]
        key: name
        columns:
          name: {label: Мероприятие, type: markdown, required: true}
          who: {label: Исполнители, type: list}
          term: {label: Сроки, type: period}
        views: [calendar]
    """

private func text(_ csv: String) throws -> TableFileText { try tableText(Array(csv.utf8)) }

private func tableText(_ bytes: [UInt8]) throws -> TableFileText {
    let schema = SchemaLoader.load(vocabularies: [], kinds: [SourceFile(path: "content/kinds/plan.yml", text: kind)]).0
    let definition = schema.kinds[try #require(schema.kind("plan"))].tables[0]
    return try #require(TableFileText(bytes, path: "plans/a.csv", definition))
}

@Suite struct TableFileTextTests {
    /// A title, quoted cells, spaces around cells, an empty line, a missing cell, Windows line ends, a mark.
    private static let csv =
        "\u{FEFF}План на год;;\r\nМероприятие; Исполнители ;Сроки\r\n\"Семинар \"\"А\"\"\";Отдел;сен.24\r\n\r\n Круг ;\"Центр\";\r\nСлёт\r\n"

    private func changed(_ change: (inout [[String]]) -> Void, of csv: String = csv) throws -> String {
        let text = try text(csv)
        var rows = text.rows
        change(&rows)
        return String(decoding: try text.applying(rows), as: UTF8.self)
    }

    @Test func rowsAreReadAsTheSiteReadsThem() throws {
        #expect(
            try text(Self.csv).rows == [
                ["Мероприятие", "Исполнители", "Сроки"], ["Семинар \"А\"", "Отдел", "сен.24"], ["Круг", "Центр", ""],
                ["Слёт", "", ""],
            ])
    }

    @Test func whatIsTheSameStaysInEveryByte() throws { #expect(try changed { _ in } == Self.csv) }

    @Test func emptyRowsAtTheEndAreNotWritten() throws {
        #expect(try changed { $0 += [["", "", ""], ["", "", ""]] } == Self.csv)
        // Those that the file has stay, and so do those between others.
        let open = "Мероприятие;Исполнители;Сроки\nКруг;Центр;\n;;\n"
        #expect(try changed({ _ in }, of: open) == open)
        #expect(try changed({ $0.append(["", "", ""]) }, of: open) == open)
        #expect(
            try changed({ $0 += [["", ""], ["Слёт", ""], ["", ""]] }, of: "Мероприятие;Сроки\nКруг;\n")
                == "Мероприятие;Сроки\nКруг;\n;\nСлёт;\n")
    }

    private static let encodings: [SpreadsheetEncoding] =
        [.utf8]
        + [true, false].flatMap { low in
            [true, false].map { SpreadsheetEncoding.utf16(isLowFirst: low, hasMark: $0) }
        }
        + LegacyEncoding.allCases.map { .legacy($0) }

    @Test(arguments: encodings) func everyEncodingIsKept(encoding: SpreadsheetEncoding) throws {
        let csv =
            "План на год;;\r\nМероприятие; Исполнители ;Сроки\r\n\"Семинар № 1\";Отдел;май 2024\r\n\r\nКруг;Центр;"
        let bytes = try #require(encoding.bytes(ofUTF8: Array(csv.utf8)))
        #expect(SpreadsheetEncoding(of: bytes) == encoding)
        let table = try tableText(bytes)
        #expect(
            table.rows == [
                ["Мероприятие", "Исполнители", "Сроки"], ["Семинар № 1", "Отдел", "май 2024"], ["Круг", "Центр", ""],
            ])
        #expect(try table.applying(table.rows) == bytes)
        var rows = table.rows
        rows[1][1] = "Школа № 5; отдел"
        let wanted = csv.replacing(";Отдел;", with: ";\"Школа № 5; отдел\";")
        #expect(try table.applying(rows) == encoding.bytes(ofUTF8: Array(wanted.utf8)))
    }

    @Test func aLetterThatTheEncodingLacksIsTold() throws {
        let encoding = SpreadsheetEncoding.legacy(.windows1251)
        let csv = "Мероприятие;Исполнители;Сроки\nСеминар;Отдел;май 2024\n"
        let table = try tableText(try #require(encoding.bytes(ofUTF8: Array(csv.utf8))))
        var rows = table.rows
        rows[1][0] = "Семинар ✓"
        #expect(throws: TableFileText.Refusal.unwritable("✓", "Windows-1251")) { try table.applying(rows) }
    }

    @Test func everyByteOfAnOldEncodingComesBack() {
        for encoding in LegacyEncoding.allCases {
            let all = Array(UInt8.min...UInt8.max)
            let kept = SpreadsheetEncoding.legacy(encoding)
            #expect(kept.utf8(all).flatMap { kept.bytes(ofUTF8: $0) } == all, "\(encoding)")
        }
    }

    @Test func aCellIsChangedInItsPlaceAsItWasWritten() throws {
        #expect(
            try changed { $0[2][0] = "Круглый стол" }
                == Self.csv.replacing(" Круг ;", with: " Круглый стол ;"))
        #expect(
            try changed { $0[2][1] = "Центр \"Б\"" } == Self.csv.replacing("\"Центр\"", with: "\"Центр \"\"Б\"\"\""))
        #expect(try changed { $0[1][1] = "Отдел; Центр" } == Self.csv.replacing(";Отдел;", with: ";\"Отдел; Центр\";"))
        #expect(try changed { $0[1][0] = "" } == Self.csv.replacing("\"Семинар \"\"А\"\"\"", with: "\"\""))
        #expect(try changed { $0[3][2] = "2024" } == Self.csv.replacing("Слёт\r\n", with: "Слёт;;2024\r\n"))
        #expect(try changed { $0[0][2] = "Срок" } == Self.csv.replacing(";Сроки", with: ";Срок"))
    }

    @Test func rowsAreAddedRemovedAndMoved() throws {
        #expect(
            try changed { $0.insert(["Поход", "", "2025"], at: 2) }
                == Self.csv.replacing("сен.24\r\n", with: "сен.24\r\nПоход;;2025\r\n"))
        #expect(try changed { $0.append(["Бал", "а\nб", ""]) } == Self.csv + "Бал;\"а\r\nб\";\r\n")
        #expect(try changed { $0.remove(at: 2) } == Self.csv.replacing(" Круг ;\"Центр\";\r\n", with: ""))
        #expect(
            try changed { $0.removeSubrange(1...3) }
                == "\u{FEFF}План на год;;\r\nМероприятие; Исполнители ;Сроки\r\n\r\n")
        let moved = try changed { $0.swapAt(1, 2) }
        #expect(try text(moved).rows.map { $0[0] } == ["Мероприятие", "Круг", "Семинар \"А\"", "Слёт"])
        let column = try changed { rows in
            for row in rows.indices { rows[row].append(row == 0 ? "Место" : row == 1 ? "зал" : "") }
        }
        #expect(
            column
                == Self.csv.replacing(";Сроки", with: ";Сроки;Место").replacing("сен.24", with: "сен.24;зал"))
    }

    @Test(
        arguments: [
            // Moved, added, taken away, named otherwise.
            (
                [0, 2, 1],
                "\u{FEFF}План на год;;\r\nМероприятие;Сроки; Исполнители \r\n\"Семинар \"\"А\"\"\";сен.24;Отдел\r\n\r\n Круг ;;\"Центр\"\r\nСлёт\r\n"
            ),
            (
                [0, nil, 1, 2],
                "\u{FEFF}План на год;;\r\nМероприятие;Кабинет; Исполнители ;Сроки\r\n\"Семинар \"\"А\"\"\";;Отдел;сен.24\r\n\r\n Круг ;;\"Центр\";\r\nСлёт\r\n"
            ),
            (
                [0, 2],
                "\u{FEFF}План на год;;\r\nМероприятие;Сроки\r\n\"Семинар \"\"А\"\"\";сен.24\r\n\r\n Круг ;\r\nСлёт\r\n"
            ),
        ] as [([Int?], String)])
    func columnsComeAndGoAndTheOthersStayAsTheyAreWritten(_ sources: [Int?], _ expected: String) throws {
        let now = try changed { rows in
            rows = rows.enumerated().map { number, row in
                sources.map { source in
                    guard let source else { return number == 0 ? "Кабинет" : "" }
                    return source < row.count ? row[source] : ""
                }
            }
        }
        #expect(now == expected)
    }

    @Test func columnsAreKnownByTheirHeads() {
        #expect(ColumnPairs.all(["а", "б"], ["а", "б"]) == nil)
        #expect(ColumnPairs.all(["а", "б"], ["а", "в"]) == nil)
        #expect(ColumnPairs.all(["а", "б"], ["а", "б", "в"]) == nil)
        #expect(ColumnPairs.all(["а", "б"], ["б", "а"]) == [1, 0])
        #expect(ColumnPairs.all(["а", "б"], ["б"]) == [1])
        #expect(ColumnPairs.all(["а", "а"], ["а", "в", "а"]) == [0, nil, 1])
    }

    @Test func otherSeparatorsAreKept() throws {
        let tabs = "Мероприятие\tСроки\nКруг\tсен.24"
        #expect(try changed({ $0.append(["Слёт", "а;б"]) }, of: tabs) == tabs + "\nСлёт\tа;б")
        #expect(try changed({ $0[1][0] = "а\tб" }, of: tabs) == "Мероприятие\tСроки\n\"а\tб\"\tсен.24")
        let named = "sep=,\r\nМероприятие,Сроки\r\nКруг,сен.24\r\n"
        #expect(try changed({ $0[1][0] = "а, б" }, of: named) == named.replacing("Круг", with: "\"а, б\""))
    }

    @Test func whatWouldReadOtherwiseIsRefused() throws {
        let text = try text(Self.csv)
        #expect(throws: TableFileText.Refusal.self) { try text.applying([]) }
        #expect(throws: TableFileText.Refusal.self) { try text.applying([["Мероприятие"], [" Круг "]]) }
    }

    /// Any edits of any table give a file that reads as was wished, and going back gives what it said before.
    @Test(arguments: 0..<60) func randomEditsReadAsWished(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = ["", "а", "б;в", "\"г\"", "д е", "ж,з", "и\nк", "сен.24", "|", "л\tм"]
        let text = try text(Self.csv)
        var rows = text.rows
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let row = Int.random(in: 1..<max(2, rows.count), using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where rows.count > 2: rows.remove(at: row)
            case 1:
                rows.insert(
                    ["н" + pieces.randomElement(using: &random)!, pieces.randomElement(using: &random)!, ""], at: row)
            case 2 where rows.count > 2: rows.swapAt(row, Int.random(in: 1..<rows.count, using: &random))
            default:
                rows[row][Int.random(in: 0..<3, using: &random)] = pieces.randomElement(using: &random)!
            }
        }
        let bytes = try text.applying(rows)
        let now = try self.text(String(decoding: bytes, as: UTF8.self))
        func bare(_ rows: [[String]]) -> [[String]] { rows.filter { $0.contains { !$0.isEmpty } } }
        #expect(bare(now.rows) == bare(rows))
        #expect(bytes.starts(with: "\u{FEFF}План на год;;\r\n".utf8))
    }

    private func text(_ csv: String) throws -> TableFileText { try EditingTests.text(csv) }
}

/// The same numbers for the same seed: SplitMix64.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

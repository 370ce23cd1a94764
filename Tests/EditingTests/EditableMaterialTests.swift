import Catalog
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Editing

@Suite struct MaterialTextTests {
    private func edited(
        _ text: String, _ changes: [EditableMaterial.Change], body: String? = nil, path: String = "practices/a.md"
    ) throws -> String {
        let bytes = try EditableMaterial(Array(text.utf8), path: path, OwnContent.schema).applying(changes, body: body)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aValueIsChangedInItsPlaceAndInItsManner() throws {
        let text =
            "---\ntitle: \"Квест\"  # так и было\nlevel:   школьный # уровень\ndate: 2018\nxyz: {a: 1}\n---\nТекст.\n"
        let result = try edited(text, [.set("title", .text("Квест: «игра»")), .set("level", .text("муниципальный"))])
        #expect(
            result
                == "---\ntitle: \"Квест: «игра»\"  # так и было\nlevel:   муниципальный # уровень\ndate: 2018\nxyz: {a: 1}\n---\nТекст.\n"
        )
    }

    @Test func whatPlainTextCannotHoldIsQuoted() throws {
        for title in [
            "А: б", "#1", "- x", "[а]", "да # нет", " с пробелом ", "\"кавычки\"", "C:\\путь", "null", "а\tб", "*", "'",
            "",
        ] {
            let result = try edited(
                "---\ntitle: Квест\ndate: 2018\n---\n",
                title.isEmpty ? [.remove("title")] : [.set("title", .text(title))])
            let text = try EditableMaterial(Array(result.utf8), path: "practices/a.md", OwnContent.schema)
            #expect(text.text(of: "title") == (title.isEmpty ? nil : .text(title)), "\(result)")
        }
    }

    @Test func listsKeepTheirManner() throws {
        let flow = "---\ntitle: А\ndirections: [\"Знание\",   Здоровье] # две\n---\n"
        #expect(
            try edited(flow, [.set("directions", .list(["Знание", "Здоровье", "Творчество"]))])
                == "---\ntitle: А\ndirections: [\"Знание\", Здоровье, Творчество] # две\n---\n")
        let block =
            "---\ntitle: А\ndirections:\n  # первое\n  - Знание  # да\n  - \"Здоровье\"\n\n# конец\ndate: 2018\n---\n"
        #expect(
            try edited(block, [.set("directions", .list(["Знание", "Творчество"]))])
                == "---\ntitle: А\ndirections:\n  # первое\n  - Знание  # да\n  - Творчество\n\n# конец\ndate: 2018\n---\n"
        )
        #expect(
            try edited(block, [.set("directions", .list(["Учитель", "Здоровье"]))])
                == "---\ntitle: А\ndirections:\n  # первое\n  - Учитель\n  - \"Здоровье\"\n\n# конец\ndate: 2018\n---\n"
        )
    }

    @Test(arguments: ["\n", "\r\n"])
    func theCommentOfADraftGoesWithItsLineAndNoOther(end: String) throws {
        let note = "# Черновик не публикуется. Уберите следующую строку, когда материал готов."
        func ready(_ lines: [String]) throws -> [String] {
            let text = (["---", "title: А"] + lines + ["---", "Текст.", ""]).joined(separator: end)
            return try edited(text, [.remove("draft")]).split(separator: end, omittingEmptySubsequences: false)
                .map(String.init)
        }
        func rest(_ lines: String...) -> [String] { ["---", "title: А"] + lines + ["---", "Текст.", ""] }
        #expect(try ready([note, "draft: да"]) == rest())
        #expect(
            try ready(["# A draft is not published. Remove the next line when the material is ready.", "draft: yes"])
                == rest())
        // What somebody wrote, or moved, is theirs.
        #expect(try ready([note, "", "draft: да"]) == rest(note, ""))
        #expect(try ready([note + " Спросить Отдел.", "draft: да"]) == rest(note + " Спросить Отдел."))
        #expect(try ready(["  " + note, "draft: да"]) == rest("  " + note))
        #expect(try ready(["# своё", note, "draft: да"]) == rest("# своё"))
        #expect(try ready([note, "draft: да # до мая"]) == rest("# до мая"))
        #expect(try ready([note, "date: \"2024\"", "draft: да"]) == rest(note, "date: \"2024\""))
    }

    @Test func aNewFieldStandsBehindThoseThatComeBeforeIt() throws {
        let text = "---\ntitle: А\ndate: 2018\n# черновик\ndraft: да\n---\nТекст.\n"
        #expect(
            try edited(text, [.set("summary", .text("Кратко")), .remove("draft")])
                == "---\ntitle: А\nsummary: Кратко\ndate: 2018\n# черновик\n---\nТекст.\n")
        #expect(try edited("---\n---\n", [.set("title", .text("А"))]) == "---\ntitle: А\n---\n")
        #expect(try edited("---\ntitle:\n---\n", [.set("title", .text("А"))]) == "---\ntitle: А\n---\n")
    }

    @Test func aFieldWrittenByItsLabelKeepsIt() throws {
        #expect(
            try edited("---\nНазвание: А\nКратко: б\n---\n", [.set("title", .text("Я"))])
                == "---\nНазвание: Я\nКратко: б\n---\n")
    }

    @Test func valuesOfSeveralLinesAreReplacedWhole() throws {
        let text =
            "---\ntitle: А\nsummary: >\n  первая\n  вторая\n\n# дата\ndate: 2018\nlevel: первое\n  продолжение\n---\n"
        #expect(
            try edited(text, [.set("summary", .text("одна")), .set("level", .text("школьный"))])
                == "---\ntitle: А\nsummary: одна\n\n# дата\ndate: 2018\nlevel: школьный\n---\n")
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsAndTheMarkStay(end: String) throws {
        let lines = ["---", "title: А", "date: 2018", "---", "", "Один.", "Два.", "Три.", ""]
        let text = "\u{FEFF}" + lines.joined(separator: end)
        let result = try edited(
            text, [.set("title", .text("Я")), .set("summary", .text("К"))], body: "\nОдин.\nДва и пол.\nТри.\n")
        let expected = ["---", "title: Я", "summary: К", "date: 2018", "---", "", "Один.", "Два и пол.", "Три.", ""]
        #expect(Array(result.utf8) == Array(("\u{FEFF}" + expected.joined(separator: end)).utf8))
    }

    @Test func aTextMayBeginWhereTheFileEnds() throws {
        #expect(try edited("---\ntitle: А\n---", [], body: "Текст.\n") == "---\ntitle: А\n---\nТекст.\n")
        #expect(try edited("---\ntitle: А\n---\nТекст", [], body: "") == "---\ntitle: А\n---\n")
    }

    @Test func whatCannotBeReadIsRefusedWithItsMessages() {
        #expect(throws: EditableMaterial.Refusal.self) { try edited("---\ntitle: [а\n---\n", []) }
        #expect(throws: EditableMaterial.Refusal.self) { try edited("Текст без шапки\n", []) }
    }

    /// For every material and every field of it: after a change and the way back the bytes are those of before, and a
    /// value that is set to what it says changes nothing.
    @Test func changesOfAllOwnMaterialsKeepEveryOtherByte() throws {
        for (path, bytes) in try OwnContent.materials() {
            let text = try EditableMaterial(bytes, path: path, OwnContent.schema)
            #expect(try text.applying([], body: text.body) == bytes, "\(path)")
            for field in text.kind.fields {
                guard let value = text.text(of: field.id) else { continue }
                #expect(try text.applying([.set(field.id, value)], body: nil) == bytes, "\(path): \(field.id)")
                let other: FieldText =
                    if case .list(let items) = value { .list(items + ["Ещё одно"]) } else { .text("Другое слово") }
                let changed = try text.applying([.set(field.id, other)], body: nil)
                let back = try EditableMaterial(changed, path: path, OwnContent.schema).applying(
                    [.set(field.id, value)], body: nil)
                #expect(back == bytes, "\(path): \(field.id)")
                let lines = try #require(text.lines(of: field.id))
                #expect(changed.starts(with: bytes[..<lines.lowerBound]), "\(path): \(field.id)")
                #expect(changed.suffix(bytes.count - lines.upperBound).elementsEqual(bytes[lines.upperBound...]))
            }
        }
    }
}

import Catalog
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Editing

/// A front matter as people, Word and other programs write it, and a text behind it.
private struct RandomMaterial {
    var numbers: SeededNumbers

    static let words = [
        "Квест", "игра: «ВСОКО»", "А # нет", "- пункт", "[скобка", "{фигура}", "\"кавычки\"", "'одинарные'", "да",
        "null",
        "2024", "12.05.2024", "C:\\путь", "50 %", "@все", "`код`", "*звезда", "&якорь", "!тег", "%знак", "|черта",
        ">угол",
        "эмодзи 🎓", "неразрывный\u{A0}пробел", "ё", "конец:", "?", "-", "школа № 5, лицей", "а: б: в", "~", "#",
    ]
    private static let fields: [(String, isList: Bool)] = [
        ("title", false), ("Кратко", false), ("date", false), ("level", false), ("participants", false),
        ("format", false), ("directions", true), ("Муниципалитеты", true), ("organisers", true), ("attachments", true),
        ("xyz", false), ("свой ключ", true),
    ]

    mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &numbers)] }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

    mutating func phrase() -> String {
        (0..<Int.random(in: 1...3, using: &numbers)).map { _ in pick(Self.words) }.joined(separator: " ")
    }

    private mutating func scalar(isInList: Bool = false) -> String {
        YAMLSpelling.scalar(phrase(), pick([.plain, .single, .double]), isInList: isInList)
    }

    private mutating func remark() -> String { chance(3) ? pick(["  # заметка", " # а: б", "\t# «так»"]) : "" }

    private mutating func value(isList: Bool) -> String {
        let space = pick([" ", "  ", "   "])
        guard isList else {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: return " >\n  первая строка\n  вторая # не заметка\n"
            case 1: return " |\n    буква\n      глубже\n\n    ещё\n"
            case 2: return " первое слово\n  и продолжение\n"
            case 3: return remark() + "\n"
            default: return space + scalar() + remark() + "\n"
            }
        }
        let count = Int.random(in: 1...4, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0:
            let items = (0..<count).map { _ in scalar(isInList: true) }
            return space + "[" + items.joined(separator: pick([", ", ",  ", " , "])) + "]" + remark() + "\n"
        case 1:
            let items = (0..<count).map { _ in scalar(isInList: true) }
            return " [\n    " + items.joined(separator: ",\n    ") + "\n  ]\n"
        default:
            let indentation = pick(["", "  ", "    "])
            return remark() + "\n"
                + (0..<count).map { _ in
                    (chance(4) ? indentation + "# над пунктом\n" : "") + indentation + "-" + pick([" ", "   "])
                        + scalar()
                        + remark() + "\n"
                }.joined()
        }
    }

    /// With `\n`.
    mutating func text() -> String {
        var lines = ""
        for (key, isList) in Self.fields.shuffled(using: &numbers).prefix(Int.random(in: 1...12, using: &numbers)) {
            if chance(4) { lines += pick(["# заметка\n", "\n", "#title: старое\n", "  # сдвинутая\n"]) }
            lines += key + ":" + value(isList: isList)
        }
        let body = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
            pick([
                "", "Абзац.", "## Цель", "---", "| а | б |", "|---|---|", "title: не поле", "\tсдвинуто", "- пункт  ",
            ])
        }
        return "---\n" + lines + "---\n" + body.joined(separator: "\n") + (chance(2) ? "\n" : "")
    }
}

@Suite struct RandomMaterialTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    /// After a change of one field of a random file it says what was wanted, and all bytes outside the lines of the field
    /// are those of before; what cannot be written so is refused, which is rare.
    @Test func aChangeOfARandomFileKeepsEveryOtherByte() throws {
        let schema = OwnContent.schema
        var (tried, refused) = (0, 0)
        for seed in 0..<UInt64(Self.isLong ? 100_000 : 1000) {
            var random = RandomMaterial(numbers: SeededNumbers(seed: seed))
            let written = random.text()
            let end = random.pick(["\n", "\r\n"])
            let mark = random.chance(4) ? "\u{FEFF}" : ""
            let bytes = Array((mark + written.replacing("\n", with: end)).utf8)
            // Some of what the words make together is no YAML at all.
            guard let text = try? EditableMaterial(bytes, path: "practices/a.md", schema) else { continue }
            let field = random.pick(text.kind.fields.filter { $0.type != .tableFiles }).id
            let isList = if case .list? = text.text(of: field) { true } else { random.chance(3) }
            let wanted: FieldText =
                isList
                ? .list((0..<Int.random(in: 1...4, using: &random.numbers)).map { _ in random.phrase() })
                : .text(random.phrase())
            let change: EditableMaterial.Change = random.chance(6) ? .remove(field) : .set(field, wanted)
            tried += 1
            guard let result = try? text.applying([change], body: nil) else {
                refused += 1
                continue
            }
            let note = "seed \(seed), \(change)\n\(written)\n→\n\(String(decoding: result, as: UTF8.self))"
            let again = try EditableMaterial(result, path: "practices/a.md", schema)
            if case .set = change { #expect(again.text(of: field) == wanted, "\(note)") }
            #expect(again.body == text.body, "\(note)")
            let place = text.lines(of: field)
            let file = text.raw.file
            let after = again.raw.file.bytes
            if let place {
                #expect(after.starts(with: file.bytes[..<place.lowerBound]), "\(note)")
                #expect(
                    after.suffix(file.bytes.count - place.upperBound).elementsEqual(file.bytes[place.upperBound...]),
                    "\(note)")
            } else if case .set = change {
                // Put in at one place.
                let same = zip(after, file.bytes).prefix { $0 == $1 }.count
                #expect(after.suffix(file.bytes.count - same).elementsEqual(file.bytes[same...]), "\(note)")
            } else {
                #expect(after == file.bytes, "\(note)")
            }
            // Line ends and the mark are those of the file.
            let expected = mark + String(decoding: after, as: UTF8.self).replacing("\n", with: end)
            #expect(result == Array(expected.utf8), "\(note)")
        }
        #expect(tried > 300 && refused * 50 < tried, "\(refused) of \(tried) were refused")
    }
}

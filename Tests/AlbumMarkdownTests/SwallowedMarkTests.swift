import Diagnostics
import Testing

@testable import AlbumMarkdown

/// Signs that Markdown takes for its own marks, so that readers never see them.
@Suite struct SwallowedMarkTests {
    private func diagnostics(_ text: String) -> [Diagnostic] {
        MarkdownParser.parse(file: SourceFile(path: "a.md", text: text)).diagnostics
    }

    private func told(_ text: String) -> [String] {
        diagnostics(text).map { diagnostic in
            let start = diagnostic.location.range?.lowerBound ?? 0
            let line = text.utf8.prefix(start).count { $0 == 10 } + 1
            return "\(diagnostic.code.name) \(line) \(diagnostic.arguments.first ?? "")"
        }
    }

    // MARK: Places on a disk

    @Test(arguments: [
        ("Лежит в C:\\plan\\_new у нас", "local-path 1 C:\\plan\\_new"), ("Диск d:\\!важно", "local-path 1 d:\\!важно"),
        ("Сервер \\\\server\\_x\nДальше", "local-path 1 \\\\server\\_x"),
        ("(см. \\\\school5\\обмен\\план.docx)", "local-path 1 \\\\school5\\обмен\\план.docx"),
        ("[скан](\\\\server\\Мои документы\\а.pdf)", "local-path 1 \\\\server\\Мои документы\\а.pdf"),
        ("[скан](C:\\_Мои документы\\а.pdf)", "local-path 1 C:\\_Мои документы\\а.pdf"),
        ("| Где |\n|---|\n| C:\\plan\\_new |", "local-path 3 C:\\plan\\_new"),
        ("## Папка C:\\plan\\_new", "local-path 1 C:\\plan\\_new"),
        ("Код `\\` и C:\\_x и\nтекст", "local-path 1 C:\\_x"),
    ])
    func aPlaceOnADiskIsToldThoughItsBackslashesAreGone(text: String, expected: String) {
        #expect(told(text) == [expected])
    }

    @Test(arguments: [
        "В окне `C:\\plan\\_new`", "Так: C:\\\\plan\\\\new", "Так: \\\\\\\\server\\\\new", "Слово \\*со звёздочкой\\*",
        "Формула \\\\alpha", "Строка\\\nстрока", "2020\\_2021", "[а](<b.md> \"C:\\_x\")", "Пункт ab:\\_x",
    ])
    func aBackslashThatIsMeantIsNot(text: String) {
        #expect(told(text).filter { $0.hasPrefix("local-path") } == [])
    }

    // MARK: Tildes

    @Test(arguments: [
        ("Пришло ~100~ человек", "~100~", "≈100"), ("До ~1 мая~ сдать", "~1 мая~", "≈1 мая"),
        ("(~100~)", "~100~", "≈100"), ("Вода H~2~O чистая", "H~2~O", "H<sub>2</sub>O"),
        ("Газ CO~2~.", "CO~2~", "CO<sub>2</sub>"), ("Газ СО~2~ лёгкий", "СО~2~", "СО<sub>2</sub>"),
        ("5~7 лет и 8~10 лет", "5~7 лет и 8~10", "5–7 лет и 8–10"), ("Было ~100~150 мест", "~100~150", "≈100–150"),
    ])
    func aTildeAtANumberIsToldWithWhatWasMeant(text: String, written: String, right: String) {
        let found = diagnostics(text)
        #expect(found.map(\.code.name) == ["swallowed-signs"])
        #expect(found.first?.arguments == [written, right])
        #expect(told(text.replacing(written, with: right)) == [])
    }

    @Test(arguments: ["~~100~~ осталось 90", "Около ~100 и ~200 мест", "~зачёркнуто~", "`~100~`", "100~ и 200~"])
    func otherTildesAreNot(text: String) {
        #expect(told(text) == [])
    }

    // MARK: Underscores

    @Test(arguments: [
        ("Дата: ___.___.2023", "___.___.2023", "\\_\\_\\_.\\_\\_\\_.2023"),
        ("Дата: __.__.2023 г.", "__.__.2023", "\\_\\_.\\_\\_.2023"),
        ("Файл _итог_2023_.docx", "_итог_2023_.docx", "\\_итог\\_2023\\_.docx"),
        ("Файл _итог_.docx", "_итог_.docx", "\\_итог\\_.docx"),
        ("| Дата |\n|---|\n| __.__.2023 |", "__.__.2023", "\\_\\_.\\_\\_.2023"),
        ("| Дата |\n|---|\n| ___.___.2023 |", "___.___.2023", "\\_\\_\\_.\\_\\_\\_.2023"),
    ])
    func underscoresOfAFormOrANameAreToldOnce(text: String, written: String, right: String) {
        let found = diagnostics(text)
        #expect(found.map(\.code.name) == ["swallowed-signs"])
        #expect(found.first?.arguments == [written, right])
        #expect(told(text.replacing(written, with: right)) == [])
    }

    @Test(arguments: [
        "Это _важно_.", "Это __важно__ и _очень важно_", "имя_файла_2024.docx", "____________", "`__.__.2023`",
        "(_курсив_)", "_Итог 2023_.", "_итог_. Дальше", "\\_\\_.\\_\\_.2023", "__Цель:__ научить", "_«Класс»_",
    ])
    func otherUnderscoresAreNot(text: String) {
        #expect(told(text) == [])
    }

    // MARK: Signs before lines

    @Test(arguments: [
        ("Пришло\n\n> 5 чел.", "leading-sign 3 >"), ("Пришло\n>5 чел.", "leading-sign 2 >"),
        ("> 50 % детей\nчитают сами", "leading-sign 1 >"), ("> 5 чел.\n> 7 чел.", "leading-sign 1 >"),
        ("Телефон:\n\n+ 7 (351) 263-00-00", "leading-sign 3 +"),
        ("+ 7 (351) 263-00-00\n+ 7 (351) 263-00-01", "leading-sign 1 +"),
        ("Всего 120*.\n\n* Данные на 1 мая", "leading-sign 3 *"),
        ("| Дети |\n|---|\n| 120* |\n\n* Данные на 1 мая", "leading-sign 5 *"),
    ])
    func aSignThatBeginsALineAndIsReadAsAMarkIsTold(text: String, expected: String) {
        #expect(told(text) == [expected])
        let sign = expected.suffix(1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(told(lines.map { $0.hasPrefix(sign) ? "\\" + $0 : String($0) }.joined(separator: "\n")) == [])
    }

    @Test(arguments: [
        "> Цитата в одну строку", "> 5 мая 2024 года мы собрались", "> 2024 год был хорошим",
        "> 5 человек решали задачу.\n> Потом пришли ещё.", "> [!NOTE]\n> 5 чел.", "+ первый\n+ второй",
        "+ 5 листов\n+ клей", "- 5 листов", "* первый\n* второй", "* первый\n* второй\n\nТекст\n\n* третий",
        "- первый\n  * вложенный", "* [Квест](kvest.md)", "* [ ] дело", "> 5. Пятый\n> 6. Шестой",
    ])
    func whatIsAQuoteOrAListIsNot(text: String) {
        #expect(told(text).filter { !$0.hasPrefix("joined") } == [])
    }
}

import Diagnostics
import Testing

@testable import AlbumMarkdown

/// Lines of a word processor that run on from one another, and signs that vanish.
@Suite struct JoinedLineTests {
    private func told(_ text: String) -> [String] {
        MarkdownParser.parse(file: SourceFile(path: "a.md", text: text)).diagnostics.map { diagnostic in
            let start = diagnostic.location.range?.lowerBound ?? 0
            return "\(diagnostic.code.name) \(text.utf8.prefix(start).count { $0 == 10 } + 1)"
        }
    }

    @Test(arguments: [
        ("- обобщить опыт.\nДесант – это не проверка.", 2), ("- раз\n- два.\nТекст дальше", 3),
        ("1. обобщить «опыт.»\n«Десант» – это не проверка.", 2),
        ("Первый абзац.\nВторой абзац.\nТретий.", 2), ("Место: школа № 5\nВремя: 10:00", 2),
        ("Одно предложение.\nДругое предложение.", 2), ("Встреча прошла.\nМесто: школа\nВремя: утро", 2),
    ])
    func aLineThatRunsOnIsTold(text: String, line: Int) {
        #expect(told(text) == ["joined-lines \(line)"])
        var mended = text
        for _ in 0..<4 {
            guard let line = told(mended).first.flatMap({ Int($0.split(separator: " ")[1]) }) else { break }
            let lines = mended.split(separator: "\n", omittingEmptySubsequences: false)
            mended = (lines[..<(line - 1)] + [""] + lines[(line - 1)...]).joined(separator: "\n")
        }
        #expect(told(mended).isEmpty, "\(mended)")
    }

    @Test(arguments: [
        "Текст, который разбит\nпо ширине. Он идёт\nдальше и дальше.",
        "Строка, которую редактор разбил по ширине в шестьдесят пять букв.\nПреподаватели её так и оставили.",
        "- пункт, который разбит\n  по ширине. Он\n  идёт дальше.", "- пункт.\n  Второе предложение пункта.",
        "Стих.\\\nСтих.\\\nСтих.", "Строка.  \nСтрока.  \nСтрока.",
        "Примечание: одно на весь абзац,\nкоторый длиннее строки.",
        "> Цитата.\n> Ещё раз.", "| а | б |\n|---|---|\n| Раз. | Два. |",
    ])
    func whatIsBrokenByItsWidthOrOnPurposeIsNot(text: String) {
        #expect(told(text).isEmpty)
    }

    @Test(arguments: ["5~7 лет и 8~10 лет", "2*x и 3*y", "5*3*2 м", "4 группы*3 занятия*2 часа"])
    func signsThatVanishBetweenNumbersAreTold(text: String) {
        #expect(told(text) == ["swallowed-signs 1"])
    }

    @Test(arguments: ["~~убрано~~ и ~~7~~ раз", "*важно* и 5 * 3", "текст*важно*текст", "3 *важных* дня"])
    func signsThatMarkUpAreNot(text: String) {
        #expect(told(text).isEmpty)
    }
}

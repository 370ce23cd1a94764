import Foundation
import TestSupport
import Testing

/// A mistake of an editor, and its remedy followed to the letter.
///
/// ```
/// Remedy("unknown-field", .practice, "format:", wrote: "фомат:")
/// ```
/// puts «фомат:» in the place of «format:» in a practice that is right; the message has to come, and to go again when
/// the remedy is followed.
struct Remedy: Sendable, CustomTestStringConvertible {
    let code: String
    let file: RemedySite.File
    /// What stands in the file.
    let right: String
    /// What the editor wrote in its place.
    let wrong: String
    /// What the remedy makes of it: not always what stood there.
    let mended: String

    init(_ code: String, _ file: RemedySite.File, _ right: String, wrote wrong: String, mended: String? = nil) {
        self.code = code
        self.file = file
        self.right = right
        self.wrong = wrong
        self.mended = mended ?? right
    }

    var testDescription: String { "\(code): \(wrong.split(separator: "\n").first ?? "nothing")" }
}

/// Four materials over the project's own kinds and vocabularies, of which nothing is said.
struct RemedySite {
    /// A file of the site that a mistake is made in.
    enum File: String, Sendable {
        case practice = "content/practices/kvest.md"
        case roadmap = "content/roadmaps/karta.md"
        case document = "content/documents/prikaz-215.md"
        case event = "content/events/seminar.md"
        case configuration = "album.yml"
    }

    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(Self.texts)
        let site = URL(fileURLWithPath: folder.path)
        try SharedCases.layOwn(["content/kinds", "content/vocabularies"], into: site)
        try folder.write(Self.picture, to: "content/events/foto.png")
        try folder.write(Array("%PDF-1.4\n% план\n".utf8), to: "content/documents/prikaz-215.pdf")
    }

    /// 4 by 3 points.
    private static let picture: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0,
    ]

    private static let texts = [
        File.configuration.rawValue: """
        title: Пробный альбом
        description: На нём пробуют советы программы.
        language: ru
        edition: 2024-12-01
        theme: album
        output: public
        menu: [directions, practice, roadmap, document, event, coverage, calendar]

        """,
        File.practice.rawValue: """
        ---
        title: Квест-игра «Найди критерий»
        summary: За один урок команды придумали критерии для своих проектов.
        directions: [Знание]
        municipalities: [Ашинский МР]
        level: институциональный
        date: 12 октября 2023
        format: квест-игра
        participants: Ученики 9–10 классов
        ---

        Игра прошла на двух параллелях. Её провели по [[karta|дорожной карте]].

        ## Цель

        Научить детей оценивать свою работу.

        ## Ход

        1. Команды получают по три проекта.
        2. Складывают общий лист.

        ## Результаты

        Листом пользуются все. Похоже прошёл [семинар](../events/seminar.md).

        """,
        File.roadmap.rawValue: """
        ---
        title: Дорожная карта по чтению
        summary: Что и когда делает район.
        directions: [Знание]
        municipalities: [Ашинский МР]
        date: 2024
        approved-by: prikaz-215
        ---

        По ней прошла [[kvest|игра]].

        ## Мероприятия

        | Наименование мероприятия | Участники | Исполнители | Сроки | Ожидаемый результат |
        |---|---|---|---|---|
        | Семинар | Координаторы | МОУО; методисты РМА | март 2024 | План |
        | Диагностика | Школы | МОУО | II квартал 2024 | Справка |

        """,
        File.document.rawValue: """
        ---
        title: Приказ Управления образования Ашинского МР от 02.09.2024 № 215
        summary: Утверждает план по чтению.
        official-title: О плане мероприятий по чтению
        directions: [Знание]
        municipalities: [Ашинский МР]
        document-type: приказ
        issuer: Управление образованием Ашинского МР
        number: "215"
        date: 2024-09-02
        attachments: [prikaz-215.pdf]
        ---

        Приказом утверждена [[karta]].

        """,
        File.event.rawValue: """
        ---
        title: Семинар для учителей
        summary: Разбирали приёмы чтения.
        directions: [Знание]
        municipalities: [Ашинский МР]
        date: 2024-10-17
        place: г. Аша
        part-of: karta
        ---

        Смотрели [[kvest|игру]].

        ![Учителя за столами](foto.png)

        ## Заявки

        | Показатель | Количество |
        |---|---|
        | Подано | 30 |
        | Принято | 24 |

        """,
    ]
}

@Suite struct RemedyTests {
    @Test func nothingIsSaidOfTheSiteThatMistakesAreMadeIn() throws {
        let told = try ToldProblem.all(in: try RemedySite().folder)
        #expect(told.isEmpty, "\(told)")
    }

    @Test(arguments: Remedy.all)
    func aRemedyFollowedToTheLetterLeavesNoMessage(_ remedy: Remedy) throws {
        let folder = try RemedySite().folder
        let path = remedy.file.rawValue
        let before = try folder.text(path)
        try #require(before.contains(remedy.right), "\(path) does not hold «\(remedy.right)»")
        try folder.write(before.replacing(remedy.right, with: remedy.wrong, maxReplacements: 1), to: path)
        let told = try ToldProblem.all(in: folder)
        #expect(told.map(\.code) == [remedy.code], "\(told)")
        try folder.write(before.replacing(remedy.right, with: remedy.mended, maxReplacements: 1), to: path)
        let left = try ToldProblem.all(in: folder)
        #expect(left.isEmpty, "\(left)")
    }
}

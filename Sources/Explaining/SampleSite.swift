/// Four materials over the project's own kinds and vocabularies, of which nothing is said: mistakes are shown in them.
package enum SampleSite {
    /// A file of the site that a mistake is made in.
    package enum File: String, Sendable, CaseIterable {
        case practice = "content/practices/kvest.md"
        case roadmap = "content/roadmaps/karta.md"
        case document = "content/documents/prikaz-215.md"
        case event = "content/events/seminar.md"
        case configuration = "album.yml"
    }

    /// What stands in each file.
    package static let texts: [File: String] = [
        File.configuration: """
        title: Пробный альбом
        description: На нём пробуют советы программы.
        language: ru
        edition: 2024-12-01
        theme: album
        output: public
        menu: [directions, practice, roadmap, document, event, coverage, calendar]

        """,
        File.practice: """
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
        File.roadmap: """
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
        File.document: """
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
        File.event: """
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

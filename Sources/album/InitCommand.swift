import ArgumentParser
import Files

/// The command `album init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Начинает новый сайт: album.yml, словари, виды и первый материал.",
        discussion: """
            Пример:
              album init ../novyi-albom
            """)

    @Argument(help: "Папка нового сайта; в ней не должно быть album.yml.")
    var folder: String

    func run() throws {
        if let existing = try? DiskFileSystem(root: folder), try existing.entry(SitePath("album.yml")) != nil {
            throw ValidationError("в папке «\(folder)» уже есть сайт: album.yml")
        }
        for (path, text) in StarterSite.files.sorted(by: { $0.key < $1.key }) {
            try NewFile.write(text, to: folder + "/" + path)
            Terminal.data(folder + "/" + path + "\n")
        }
    }
}

/// The smallest site that builds: every file is meant to be changed.
enum StarterSite {
    static let files: [String: String] = [
        "album.yml": """
        title: Новый альбом
        description: Одно предложение о том, что здесь собрано.
        language: ru
        edition: 2024-01-01
        theme: album
        output: public
        menu: [directions, municipalities, practice, coverage]

        """,
        "content/vocabularies/directions.yml": """
        title: Направления
        label: {one: направление, few: направления, many: направлений}
        axis: true
        entries:
          - {id: znanie, name: Знание}
          - {id: zdorove, name: Здоровье}

        """,
        "content/vocabularies/municipalities.yml": """
        title: Муниципалитеты
        label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
        axis: true
        entries:
          - {id: primer-mr, name: Примерный МР, full: Примерный муниципальный район, type: МР}

        """,
        "content/kinds/material.yml": """
        id: material
        abstract: true
        fields:
          title: {label: Название, type: text, required: true}
          summary: {label: Кратко, type: text, required: true}
          date: {label: Дата, type: period}
          directions: {label: Направления, type: references, to: directions}
          municipalities: {label: Муниципалитеты, type: references, to: municipalities}

        """,
        "content/kinds/practice.yml": """
        id: practice
        folder: practices
        name: {one: практика, few: практики, many: практик}
        title: Практики
        description: Что сделали и что из этого вышло.
        order: 1
        sections:
          - {heading: Цель}
          - {heading: Ход}
          - {heading: Результаты}
        sharing: {heading: Поделиться практикой}

        """,
        "content/practices/pervaia-praktika.md": """
        ---
        title: Первая практика
        summary: Замените этот текст своим.
        directions: [Знание]
        municipalities: [Примерный МР]
        date: 2024
        ---
        ## Цель

        Показать, как устроен материал.

        ## Ход

        1. Откройте этот файл.
        2. Измените текст.
        3. Выполните `album build`.

        ## Результаты

        Страница в папке `public`.

        """,
    ]
}

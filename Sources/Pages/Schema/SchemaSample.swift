/// A small site that has every key of the schema: the samples of the handbook are parts of it.
///
/// A test builds it and demands that nothing is told.
package enum SchemaSample {
    /// What stands in each file that the handbook shows.
    package static let shown: [(path: String, text: String)] = [
        (
            "content/kinds/material.yml",
            """
            id: material
            abstract: да
            fields:
              title: {label: Название, type: text, required: true}
              summary: {label: Кратко, type: text, required: true}
              topics: {label: Темы, type: references, to: topics, inverse: Материалы темы}
              municipalities: {label: Муниципалитеты, type: references, to: municipalities}
              level: {label: Уровень, type: reference, to: levels}
              source: {label: Откуда, type: citation, to: sources}

            """
        ),
        (
            "content/kinds/plan.yml",
            """
            id: plan
            folder: plans
            name: {one: план, few: плана, many: планов}
            aliases: [план мероприятий]
            title: Планы
            description: Кто, что и когда делает.
            order: 2
            importance: 5
            coverage: own
            binding: [regional]
            new: [topics, municipalities, date]
            examples: {title: План чтения на 2026/27 учебный год}
            adaptable: {without: [approved-by]}
            card: {note: text}
            review: {state: review, event: reviewed-at}
            sharing:
              heading: Поделиться планом
              lead: Перечислите мероприятия вашего плана.
              fields: [topics, date]
              more: [for-whom]
              sections: [Зачем]
              tables: [events]
              wanted: {field: text, value: description-only}
            fields:
              text: {label: Полнота текста, type: reference, to: texts}
              for-whom: {label: Для кого, aliases: [Адресаты], type: text, example: Учителя начальных классов, help: "Кому план пригодится."}
              review: {label: Обсуждение, type: choice, choices: {none: не обсуждалось, approved: утверждено}, default: none}
              reviewed-at: {label: Где обсуждали, type: reference, to: page}
              approved-by: {label: Утверждён, type: reference, to: decree, basis: true, inverse: Утверждённые планы}
              share: {label: Доля школ, type: share}
              schools: {label: Число школ, type: number}
              open: {label: Открыт для всех, type: flag}
              start: {label: Начат, type: date}
              motto: {label: Девиз, type: markdown}
              partners: {label: Партнёры, type: list}
              site: {label: Страница, type: link}
              emblem: {label: Знак, type: image}
            sections:
              - {heading: Зачем, aliases: [Цель], required: да}
            tables:
              events:
                headings: [Мероприятия, Этапы]
                key: name
                columns:
                  name: {label: Мероприятие, type: markdown, required: true}
                  term: {label: Сроки, type: period}
                  participants: {label: Участники, type: list}
                  executors: {label: Исполнители, type: list}
                  co-executors: {label: Соисполнители, type: list}
                  concerns: {label: Кого касается, type: references, to: municipalities, all: true}
                  result: {label: Результат, type: markdown}
                  done: {label: Отметка о выполнении, type: text}
                other-columns: да
                new: [name, term]
                views: [timeline, calendar]
              reviews:
                heading: Ход обсуждения
                key: name
                columns:
                  name: {label: Форма оценки, type: text, required: true}
                  count: {label: Респонденты, type: number}
                views: [review, chart]

            """
        ),
        (
            "content/kinds/school-plan.yml",
            """
            id: school-plan
            extends: plan
            folder: school-plans
            name: {one: план школы, few: плана школы, many: планов школ}
            title: Планы школ
            description: То же, что планы районов, но школы.
            fields:
              school: {label: Школа, type: reference, to: organisations}
              files: {label: Таблицы из файлов, type: tables}
            tables:
              events:
                columns: {cost: {label: Бюджет, type: text}}

            """
        ),
        (
            "content/kinds/decree.yml",
            """
            id: decree
            folder: decrees
            name: {one: приказ, few: приказа, many: приказов}
            title: Приказы
            coverage: none
            fields:
              number: {label: Номер, type: text}
              date: {label: Дата, type: date}
              official-title: {label: Официальное название, type: text}
              document-type: {label: Вид документа, type: text}
              issuer: {label: Кто издал, type: references, to: organisations}
              status: {label: Состояние, type: choice, default: in-force, choices: {in-force: действует, draft: проект, repealed: утратил силу}}
              repeals: {label: Отменяет, type: references, to: decree, inverse: Отменён приказом}
              repealed-by: {label: Отменён приказом, type: references, to: decree, inverse: Отменяет}
            citation: {number: number, date: date, title: official-title, group: level, type: document-type, issuer: issuer}
            lifecycle: {status: status, repealed: repealed, pending: draft, in-force: in-force, repeals: repeals, repealed-by: repealed-by}

            """
        ),
        (
            "content/kinds/note.yml",
            """
            id: note
            folder: notes
            name: {one: страница об альбоме, few: страницы об альбоме, many: страниц об альбоме}
            title: Об альбоме
            coverage: none
            help: {order: turn}
            fields:
              turn: {label: Место в перечне, type: number}

            """
        ),
        (
            "content/kinds/meeting.yml",
            """
            id: meeting
            folder: meetings
            name: {one: встреча, few: встречи, many: встреч}
            title: Встречи
            event: {place: place, host: host}
            fields:
              place: {label: Место, type: text}
              host: {label: Кто проводит, type: reference, to: organisations}

            """
        ),
        (
            "content/kinds/door.yml",
            """
            id: door
            folder: doors
            name: {one: подборка, few: подборки, many: подборок}
            title: С чего начать
            coverage: taking-part
            door: {group: for, order: place}
            fields:
              for: {label: Заголовок, type: choice, choices: {who: Кто вы, task: Что нужно сделать}}
              place: {label: Место по порядку, type: number}
            tables:
              ways:
                heading: Куда идти
                columns:
                  way: {label: Что открыть, type: markdown, required: true}
                  links: {label: Материалы, type: references, to: any}

            """
        ),
        (
            "content/kinds/figures.yml",
            """
            id: figures
            folder: figures
            name: {one: перечень показателей, few: перечня показателей, many: перечней показателей}
            title: Показатели
            new-table: values
            tables:
              list:
                headings: [Показатели]
                key: name
                form: numbering
                columns:
                  old: {label: № региона, type: number}
                  new: {label: № района, type: number}
                  name: {label: Показатель, type: text, required: true}
                numberings: [old, new]
                views: [crosswalk]
              values:
                headings: [Значения показателей]
                key: name
                form: values
                columns:
                  name: {label: Показатель, type: text, required: true}
                  unit: {label: Единица, type: text}
                  plan: {label: План, type: text}
                  fact: {label: Факт, type: text}
                  year: {label: Год, type: text}
                measures: [plan, fact]
                year: year
                plan: plan
                fact: fact
                better: higher

            """
        ),
        (
            "content/kinds/sheet.yml",
            """
            id: sheet
            folder: sheets
            name: {one: лист, few: листа, many: листов}
            title: Листы
            tables:
              positions:
                heading: Позиции
                key: position
                columns:
                  position: {label: Позиция, type: text, required: true}
                  part-of: {label: Входит в, type: text}
                  rank: {label: Ступень, type: number}
                  most: {label: Максимум, type: number, required: true}
                  plan: {label: План, type: number}
                  result: {label: Результат, type: number}
                  late: {label: За опоздание, type: number}
                  steps: {label: Этапы, type: list}
                views: [score-sheet]
                points:
                  maximum: most
                  parameters: [plan, result]
                  penalty: late
                  parent: part-of
                  level: rank
                  stages: steps
                  meanings: {table: terms, column: meaning}
                subject: {label: Муниципалитет, names: municipalities, another: Ещё один муниципалитет}
              participation:
                heading: Кто участвовал
                key: municipality
                columns:
                  municipality: {label: Муниципалитет, type: reference, to: municipalities, required: true}
                  took-part: {label: Участие, type: choice, choices: {took-part: участвовал, absent: не участвовал}}
                views: [map]
              terms:
                heading: Параметры
                columns: {term: {label: Параметр, type: text}, meaning: {label: Что оценивают, type: text}}
              criteria:
                heading: Критерии отбора
                key: name
                columns:
                  name: {label: Критерий, type: text, required: true}
                  topic: {label: Тема, type: reference, to: topics}
                views: [worksheet]
                entries:
                  state: {label: Есть ли, type: choice, choices: {ready: есть, missing: нет}, done: [ready], done-label: Подтверждено, open-label: Не хватает}
                  proof: {label: Чем подтвердим, type: text, help: Название документа.}
                  steps: {label: Что сделаем, type: lines}
                  until: {label: До какого дня, type: date}
                leads: [plan, book]

            """
        ),
        (
            "content/kinds/book.yml",
            """
            id: book
            folder: books
            name: {one: сборник, few: сборника, many: сборников}
            title: Сборники
            tables:
              chapters:
                heading: Главы
                key: name
                columns:
                  name: {label: Глава, type: text, required: true}
                  direction: {label: Тема, type: reference, to: topics}
                  materials: {label: Материалы, type: references, to: any}
                  related: {label: По теме, type: references, to: any}
                views: [chapters]

            """
        ),
        (
            "content/vocabularies/municipalities.yml",
            """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            description: Города и районы, о которых альбом.
            axis: да
            entries:
              - id: ozernyi-go
                name: Озёрный ГО
                full: Озёрный городской округ
                short: Озёрный
                aliases: [город Озёрный]
                code: ОКТМО 75701000
                group: Север
                type: ГО
                region: primer
                tile: [1, 1]
                valid: {from: 2010}
                was: [{name: Озёрный район, from: 2004, to: 2009}]
              - {id: lesnoi-mr, name: Лесной МР, type: МР, region: primer, valid: {from: 2004, to: 2020}, successor: ozernyi-go}

            """
        ),
        (
            "content/vocabularies/organisations.yml",
            """
            title: Организации
            grows: да
            sorts: {школа: School, управление: GovernmentOrganization}
            entries:
              - {id: centre, name: Методический центр, municipality: ozernyi-go, url: "https://centre.example.org/", description: "Почта: school1@mail.ru", privacy-allow: [{text: school1@mail.ru, reason: почта школы}]}
              - {id: library, name: Школьная библиотека, parent: centre, description: Открыта для всех школ.}

            """
        ),
        (
            "content/vocabularies/topics.yml",
            """
            title: Темы
            label: {one: тема, few: темы, many: тем}
            axis: да
            entries:
              - {id: reading, name: Чтение, number: 1}
              - {id: science, name: Наука, number: 2}

            """
        ),
        (
            "content/vocabularies/glossary.yml",
            """
            title: Сокращения
            entries:
              - {id: okrug, name: ГО, expansion: городской округ}

            """
        ),
        (
            "album.yml",
            """
            title: Альбом района
            description: Планы, приказы и показатели школ одного района.
            language: ru
            url: https://album.example.org/
            edition: 2026-09-01
            theme: album
            output: public
            bundle: {file: album.zip, url: "https://album.example.org/album.zip"}
            menu: [topics, plan, coverage, calendar]
            contact: Методический кабинет района
            sharing: {address: album@example.org}
            coverage: {rows: municipalities, columns: topics}
            about: about
            guide: guide
            search-examples: [план чтения, приказ о плане]
            search-pdf: нет
            root-files: [check.html]
            roots: [{folder: regions/sosed, id: sosed, region: sosed, was: [sosedi]}]
            security: {contact: safety@example.org, expires: 2027-06-01}
            history: нет
            organisation:
              full-name: Муниципальная школа № 1
              short-name: Школа № 1
              founded: 1 сентября 1975 г.
              address: г. Озёрный, ул. Школьная, 1
              hours: понедельник — суббота, 8:00–18:00
              phone: [8 (35100) 2-00-01]
              email: school1@example.org
              founders: [{name: Администрация района, address: ул. Главная, phone: 8 (35100) 2-00-00, email: adm@example.org, site: "https://adm.example.org/"}]

            """
        ),
    ]

    /// The files beside them that the site needs.
    package static let beside: [(path: String, text: String)] = [
        (
            "content/kinds/page.yml",
            "id: page\nfolder: pages\nname: {one: страница, few: страницы, many: страниц}\ntitle: Страницы\n"
        ),
        (
            "content/vocabularies/regions.yml",
            "title: Регионы\nentries: [{id: primer, name: Пример}, {id: sosed, name: Соседний край}]\n"
        ),
        ("content/vocabularies/levels.yml", "title: Уровни\nentries: [{id: regional, name: региональный}]\n"),
        ("content/vocabularies/sources.yml", "title: Книги\nentries: [{id: \"001\", name: Сборник планов}]\n"),
        (
            "content/vocabularies/texts.yml",
            "title: Полнота\nentries: [{id: whole, name: полный текст}, {id: description-only, name: описание}]\n"
        ),
        ("content/root/check.html", "check\n"),
        (
            "regions/sosed/content/plans/museum.md",
            "---\ntitle: План школьного музея\nsummary: Что покажут за год.\ntopics: [Чтение]\ntext: описание\n---\n\n## Зачем\n\nЧтобы музей был открыт.\n"
        ),
        (
            "content/pages/about.md",
            "---\ntitle: Об альбоме\nsummary: О чём он.\n---\n\nАльбом района. Как его дополнить, сказано [[guide|редактору]].\n"
        ),
        ("content/pages/guide.md", "---\ntitle: Редактору\nsummary: Как дополнить.\n---\n\nДописать файл.\n"),
        (
            "content/plans/reading.md",
            """
            ---
            title: План чтения
            summary: Что и когда делает район.
            topics: [Чтение]
            municipalities: [Озёрный ГО]
            text: полный текст
            date: 2026
            ---

            ## Зачем

            Чтобы читали. План ведут школы, [[about|как сказано об альбоме]].

            ## Мероприятия

            | Мероприятие | Сроки | Исполнители | Кабинет |
            |---|---|---|---|
            | Неделя чтения | октябрь 2026 | Школы | 12 |

            """
        ),
        (
            "content/school-plans/first.md",
            """
            ---
            title: План чтения первой школы
            summary: Что делает школа.
            topics: [Чтение]
            municipalities: [Озёрный ГО]
            school: Методический центр
            date: 2026
            ---

            ## Зачем

            Как в [[reading]].

            ## Мероприятия

            | Мероприятие | Сроки | Бюджет |
            |---|---|---|
            | Вечер чтения | ноябрь 2026 | 5 000 руб. |

            """
        ),
    ]
}

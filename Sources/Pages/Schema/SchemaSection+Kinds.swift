import Catalog

// Kinds: their own keys, fields and the types of these, sections.
extension SchemaSection {
    static let kinds: [SchemaSection] = [
        SchemaSection(
            .keys(.kind), "kind", ("Вид материала", "A kind"),
            (
                "Файл content/kinds/имя.yml. Вид, который продолжает другой (extends), берёт у него поля, разделы, таблицы, роли и всё остальное, кроме имени, папки и названия, а своё добавляет или ставит вместо чужого с тем же id. Вид без extends продолжает общий (abstract).",
                "A file content/kinds/name.yml. A kind that extends another takes over its fields, sections, tables, roles and all else but name, folder and title; its own come to them or replace those of the same id. A kind without extends extends the abstract one."
            ),
            [
                KeyExplanation(
                    "id",
                    "Имя вида для программы: строчные латинские буквы, цифры, дефис. По нему вид называют поля (to) и команды.",
                    "The name for the program: lower-case Latin letters, digits, hyphens. Fields (to) and commands name the kind by it.",
                    sample: "id: plan"),
                KeyExplanation(
                    "extends",
                    "id вида, который этот продолжает. Можно цепочкой, но не по кругу. Где поле ссылается на продолжаемый вид, годится и этот.",
                    "The id of the kind that this one extends; chains are allowed, rings are not. Where a field refers to that kind, this one fits too.",
                    absent: ("общий вид", "the abstract kind"), sample: "extends: plan"),
                KeyExplanation(
                    "abstract",
                    "да — материалов такого вида не бывает: от него только берут. Без extends он общий для всех видов.",
                    "yes: there are no materials of it, others take over from it. Without extends it is common to all kinds.",
                    absent: ("нет", "no"), sample: "abstract: да"),
                KeyExplanation(
                    "folder", "Папка в content/: файл из неё — материал этого вида. Она же стоит в адресах страниц.",
                    "The folder below content/: a file in it is of this kind. It stands in addresses, too.",
                    absent: ("id", "the id"), sample: "folder: plans"),
                KeyExplanation(
                    "name", "Как называется один, два и пять: «1 план, 2 плана, 5 планов».",
                    "What one, two and five are called.",
                    absent: ("id", "the id"), sample: "name: {one: план, few: плана, many: планов}"),
                KeyExplanation(
                    "aliases", "Как ещё называют такой материал: эти слова понимает album new.",
                    "Other names of such a material, which album new understands.",
                    absent: ("нет", "none"), sample: "aliases: [план мероприятий]"),
                KeyExplanation(
                    "title", "Заголовок списка материалов вида.", "The heading of the list.",
                    absent: ("name, «многих»", "the plural of name"), sample: "title: Планы"),
                KeyExplanation(
                    "description", "Предложение под заголовком списка.", "A sentence under that heading.",
                    absent: ("пусто", "nothing"),
                    sample: "description: Кто, что и когда делает."),
                KeyExplanation(
                    "order", "Целое число: место вида среди других, меньшие раньше.",
                    "A whole number: the place among the kinds, smaller ones first.",
                    absent: ("99", "99"), sample: "order: 2"),
                KeyExplanation(
                    "importance", "От 0 до 7: насколько выше стоит материал в найденном.",
                    "0 to 7: how much higher a material stands among what is found.",
                    absent: ("3", "3"), sample: "importance: 5"),
                KeyExplanation(
                    "fields", "Поля шапки: «id: {label: …, type: …}», в этом порядке.",
                    "Fields of the front matter, in this order.",
                    absent: ("только общие", "the common ones"),
                    sample: "for-whom: {label: Для кого, aliases: [Адресаты], type: text"),
                KeyExplanation(
                    "new", "С каких полей, кроме обязательных, начинается новый материал.",
                    "The fields that a new material begins with beside the required ones.",
                    absent: ("directions, municipalities, date, source", "directions, municipalities, date, source"),
                    sample: "new: [topics, municipalities, date]"),
                KeyExplanation(
                    "new-table",
                    "Таблица (её id), с которой начинается новый материал: её заголовок и пустая строка. Другую выбирают в форме или ключом --table у album new.",
                    "The table (by id) that a new material begins with: its heading and an empty row. Another one is chosen in the form or by --table of album new.",
                    absent: (
                        "та, чьим заголовком назван раздел; у вида без разделов — первая",
                        "the one that a section is called by; the first of a kind without sections"
                    ),
                    sample: "new-table: values"),
                KeyExplanation(
                    "examples", "Что форма показывает под словом «Например»: значение для поля.",
                    "Values that the form shows as examples, by field.",
                    absent: ("значение, которое встречается чаще", "the most usual value"),
                    sample: "examples: {title: План чтения на 2026/27 учебный год}"),
                KeyExplanation(
                    "sections", "Заголовки второго уровня, которых ждут в тексте.",
                    "Headings of level 2 that a text is expected to have.", absent: ("любые", "any"),
                    sample: "- {heading: Зачем, aliases: [Цель], required: да}"),
                KeyExplanation(
                    "tables", "Таблицы, строки которых — данные: «id: {heading: …, columns: …}».",
                    "Tables whose rows are data.", absent: ("нет", "none"),
                    sample: "headings: [Мероприятия, Этапы]"),
                KeyExplanation(
                    "citation", "По каким полям документ узнают в тексте: «приказ от 02.09.2026 № 215».",
                    "The fields by which texts cite a document.",
                    absent: ("не узнают", "not cited"),
                    sample:
                        "citation: {number: number, date: date, title: official-title, group: level, type: document-type, issuer: issuer}"
                ),
                KeyExplanation(
                    "lifecycle", "По каким полям видно, что документ действует, отменён или ещё проект.",
                    "The fields that say whether a document is in force.",
                    absent: ("действует всегда", "always in force"),
                    sample:
                        "lifecycle: {status: status, repealed: repealed, pending: draft, in-force: in-force, repeals: repeals, repealed-by: repealed-by}"
                ),
                KeyExplanation(
                    "review", "По каким полям видно, обсудили ли материал. Сами состояния — choices поля.",
                    "The fields that say how far it was discussed; the states are the field's choices.",
                    absent: ("не показано", "not shown"), sample: "review: {state: review, event: reviewed-at}"),
                KeyExplanation(
                    "card", "Какое поле стоит на карточке и в найденном.",
                    "The field that stands on cards and in what is found.", absent: ("никакое", "none"),
                    sample: "card: {note: text}"),
                KeyExplanation(
                    "door", "Материалы вида стоят на главной странице: под какими заголовками и в каком порядке.",
                    "Materials stand on the home page: under which headings, in which order.",
                    absent: ("не стоят", "they do not"), sample: "door: {group: for, order: place}"),
                KeyExplanation(
                    "help",
                    "Материалы вида рассказывают о самом сайте: в счёт материалов они не входят, похожими их не называют.",
                    "Materials tell of the site itself: they are not counted and near to nothing.",
                    absent: ("обычные материалы", "they are materials like others"), sample: "help: {order: turn}"),
                KeyExplanation(
                    "event",
                    "Материалы вида рассказывают о том, что состоялось или состоится в день date: программам называют место и хозяина.",
                    "Materials tell of what takes place at date: programs are told the place and the host.",
                    absent: ("не о событиях", "of no events"), sample: "event: {place: place, host: host}"),
                KeyExplanation(
                    "coverage", "Что материал значит на карте пробелов: own, taking-part или none.",
                    "What a material counts for on the map of gaps: own, taking-part or none.",
                    absent: ("own", "own"), sample: "coverage: own"),
                KeyExplanation(
                    "binding",
                    "Уровни, на которых материал без муниципалитета относится ко всем муниципалитетам своего региона.",
                    "Levels at which a material without a municipality holds for all of its region.",
                    absent: ("ни на каких", "none"), sample: "binding: [regional]"),
                KeyExplanation(
                    "sharing",
                    "Страница, на которой читатель составляет такой материал и получает файл. У вида, который продолжает другой, слова свои, а остальное можно не повторять.",
                    "A page on which readers write such a material and get a file. A kind that extends another has words of its own and need not repeat the rest.",
                    absent: ("страницы нет", "no page"), sample: "heading: Поделиться планом"),
                KeyExplanation(
                    "adaptable",
                    "да — материал можно взять за образец: «Адаптировать» и album new --from делают черновик для своего муниципалитета. Можно назвать и поля, которые остаются в образце.",
                    "yes: a material is there to be adapted, by a button and by album new --from. Fields that stay with the model can be named.",
                    absent: ("нет", "no"), sample: "adaptable: {without: [approved-by]}"),
            ]),
        SchemaSection(
            .keys(.field), "field", ("Поле и столбец", "A field and a column"),
            (
                "Так описывают и поле шапки, и столбец таблицы.",
                "A field of the front matter and a column of a table are described alike."
            ),
            [
                KeyExplanation(
                    "label", "Как поле названо на сайте и в форме.", "What it is called.", absent: ("id", "the id"),
                    sample: "label: Для кого"),
                KeyExplanation(
                    "aliases", "Другие названия, по которым поле или столбец узнают.",
                    "Other names by which it is known.", absent: ("нет", "none"), sample: "aliases: [Адресаты]"),
                KeyExplanation(
                    "type", "Что в нём стоит: одно из слов раздела «Типы полей».",
                    "What it holds, one of the types below.", sample: "type: text"),
                KeyExplanation(
                    "to", "На что ссылаются reference, references и citation: словарь, вид или any — любой материал.",
                    "What reference, references and citation refer to: a vocabulary, a kind, or any material.",
                    sample: "to: organisations"),
                KeyExplanation(
                    "choices", "Из чего выбирают при type: choice: «id: слово на сайте».",
                    "The choices of type: choice.", sample: "choices: {none: не обсуждалось, approved: утверждено}"),
                KeyExplanation(
                    "all",
                    "да — в столбце с записями словаря можно написать «все» и «все, кроме: …», в списке муниципалитетов ещё «городские округа» и другие виды.",
                    "yes: a column of entries takes \"all\" and \"all except: …\", of municipalities their sorts too.",
                    absent: ("нет", "no"), sample: "all: true"),
                KeyExplanation(
                    "required", "да — без него будет предупреждение.", "yes: told where it is missing.",
                    absent: ("нет", "no"), sample: "required: true"),
                KeyExplanation(
                    "basis", "да — материал на этом стоит: когда документ отменят, о нём скажут.",
                    "yes: the material rests on it, and is told once that is repealed.",
                    absent: ("нет", "no"), sample: "basis: true"),
                KeyExplanation(
                    "default", "Что значит пустое поле — так, как это написал бы редактор.",
                    "What an absent field means.", absent: ("ничего", "nothing"), sample: "default: none"),
                KeyExplanation(
                    "inverse", "Заголовок, под которым ссылка видна с другой стороны.",
                    "The heading under which the other end lists it.", absent: ("«Ссылаются»", "the common one"),
                    sample: "inverse: Утверждённые планы"),
                KeyExplanation(
                    "help", "Подсказка в форме и справочнике.", "A sentence for the form and the handbook.",
                    absent: ("нет", "none"), sample: "help: \"Кому план пригодится.\""),
                KeyExplanation(
                    "example", "Пример значения в форме.", "A value that shows the manner.",
                    absent: ("из examples вида", "of the kind's examples"), sample: "example: Учителя начальных классов"
                ),
            ]),
        SchemaSection(
            .types, "types", ("Типы полей", "Types"), ("Слова для type.", "The words that type takes."),
            [
                KeyExplanation(
                    "text", "Текст в одну строку.", "A text in one line.",
                    sample: "{label: Для кого, aliases: [Адресаты], type: text"),
                KeyExplanation(
                    "markdown", "Текст с выделением и ссылками.", "Text with emphasis and links.",
                    sample: "motto: {label: Девиз, type: markdown}"),
                KeyExplanation(
                    "number", "Число: 12, 87,5.", "A number.", sample: "schools: {label: Число школ, type: number}"),
                KeyExplanation(
                    "share", "Доля в процентах: 85 %.", "A percentage.",
                    sample: "share: {label: Доля школ, type: share}"),
                KeyExplanation("date", "День: 15.10.2026.", "A day.", sample: "start: {label: Начат, type: date}"),
                KeyExplanation(
                    "period", "День, месяц, квартал, год, учебный год или срок от и до.",
                    "A day, month, quarter, year, school year, or a span.", sample: "term: {label: Сроки, type: period}"
                ),
                KeyExplanation(
                    "flag", "Да или нет.", "Yes or no.", sample: "open: {label: Открыт для всех, type: flag}"),
                KeyExplanation(
                    "choice", "Одно из choices.", "One of its choices.",
                    sample: "review: {label: Обсуждение, type: choice"),
                KeyExplanation(
                    "list", "Несколько текстов; в ячейке через «;».", "Several texts, parted by ; in a cell.",
                    sample: "partners: {label: Партнёры, type: list}"),
                KeyExplanation(
                    "reference", "Одна запись словаря или один материал — по имени.",
                    "One entry or one material, by its name.",
                    sample: "reviewed-at: {label: Где обсуждали, type: reference, to: page}"),
                KeyExplanation(
                    "references", "Несколько записей или материалов.", "Several of them.",
                    sample: "topics: {label: Темы, type: references, to: topics"),
                KeyExplanation(
                    "citation", "Запись словаря книг и место в ней: «001, раздел 2».",
                    "An entry of a vocabulary of books, and a place in it.", sample: "type: citation, to: sources"),
                KeyExplanation(
                    "link", "Адрес страницы в сети.", "A web address.", sample: "site: {label: Страница, type: link}"),
                KeyExplanation(
                    "image", "Картинка рядом с материалом.", "A picture beside the material.",
                    sample: "emblem: {label: Знак, type: image}"),
                KeyExplanation(
                    "tables", "Таблицы в файлах CSV: {events: plan.csv}.", "Tables in CSV files.",
                    sample: "files: {label: Таблицы из файлов, type: tables}"),
            ]),
        SchemaSection(
            .keys(.section), "section", ("Раздел текста", "A section"),
            ("Строка списка sections.", "An item of sections."),
            [
                KeyExplanation("heading", "Заголовок второго уровня.", "The heading.", sample: "heading: Зачем"),
                KeyExplanation(
                    "aliases", "Как его пишут ещё.", "How else it is written.", absent: ("нет", "none"),
                    sample: "aliases: [Цель]"),
                KeyExplanation(
                    "required", "да — о недостающем разделе скажет проверка.", "yes: a missing one is told.",
                    absent: ("нет", "no"), sample: "required: да"),
            ]),
        SchemaSection(
            .coverageRoles, "coverage-roles", ("Слова для coverage", "The words that coverage takes"),
            (
                "Что материал значит для муниципалитета, который назван в нём.",
                "What a material is to the municipality that it names."
            ),
            [
                KeyExplanation(
                    "own", "Своя работа муниципалитета: пробел закрыт.",
                    "The municipality's own work: the gap is filled.", sample: "coverage: own"),
                KeyExplanation(
                    "taking-part", "Муниципалитет лишь участвует: пробел остаётся.",
                    "It only takes part: the gap stays.", sample: "coverage: taking-part"),
                KeyExplanation("none", "На карту не влияет.", "Not on the map.", sample: "coverage: none"),
            ]),
    ]
}

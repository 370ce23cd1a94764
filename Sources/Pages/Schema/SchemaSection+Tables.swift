import Catalog

// Tables of records, their views and forms; what readers enter into them.
extension SchemaSection {
    static let tables: [SchemaSection] = [
        SchemaSection(
            .keys(.table), "table", ("Таблица с данными", "A table of records"),
            (
                "Вид, который продолжает другой, может дополнить его таблицу: тогда заголовка не пишут, а свои столбцы добавляются. С заголовком таблица становится на место прежней целиком.",
                "A kind that extends another may add to a table of it: without a heading, its columns come to those that are there. With one, the table takes the place of the other."
            ),
            [
                KeyExplanation(
                    "heading", "Заголовок, под которым таблица стоит в тексте.", "The heading under which it stands.",
                    sample: "heading: Ход обсуждения"),
                KeyExplanation(
                    "headings", "То же, если заголовков несколько; первый — обычный.",
                    "The same where there are several, the usual one first.", sample: "headings: [Мероприятия, Этапы]"),
                KeyExplanation(
                    "key", "Столбец, по которому названа строка и её адрес.",
                    "The column that names a row and its address.", absent: ("первый", "the first"), sample: "key: name"
                ),
                KeyExplanation(
                    "columns", "Столбцы: «id: {label: …, type: …}».", "The columns.",
                    sample: "executors: {label: Исполнители, type: list}"),
                KeyExplanation(
                    "other-columns",
                    "да — о столбцах, которых здесь нет, не предупреждают. Видны на своём месте, находятся поиском и стоят в CSV, JSON и Excel они в любом случае.",
                    "yes: columns that are not named here are not told. Shown in their place, searched and exported they are anyway.",
                    absent: ("нет: о таком столбце скажут", "no: such a column is told"), sample: "other-columns: да"),
                KeyExplanation(
                    "new", "С каких столбцов начинается новая таблица.", "The columns that a new table begins with.",
                    absent: ("со всех", "all"), sample: "new: [name, term]"),
                KeyExplanation(
                    "views", "Что ещё сделать из строк: слова раздела «Виды таблиц».", "What else is made of the rows.",
                    absent: ("только таблица", "the table alone"), sample: "views: [timeline, calendar]"),
                KeyExplanation(
                    "form", "Таблица показателей: numbering — по номерам, values — по значениям.",
                    "A table of indicators: by numbering or by values.",
                    absent: ("не о показателях", "none of indicators"), sample: "form: numbering"),
                KeyExplanation(
                    "numberings", "При numbering: столбцы номеров; у строки есть номер в каждом, и он не повторяется.",
                    "With numbering: the columns of numbers, none twice and none missing.",
                    sample: "numberings: [old, new]"),
                KeyExplanation(
                    "measures", "При values: столбцы плана и факта; первый — для числа без названия.",
                    "With values: the columns of what was planned and reached, the one of a bare number first.",
                    sample: "measures: [plan, fact]"),
                KeyExplanation(
                    "year", "При values: столбец года. Таблица Excel, где годы стоят столбцами, становится строками.",
                    "With values: the column of the year; columns of years in a workbook become rows.",
                    absent: ("годы остаются столбцами", "years stay columns"), sample: "year: year"),
                KeyExplanation(
                    "plan",
                    "При values: столбец плана. Страница считает строки с планом и говорит, у каких факта нет, хотя год прошёл.",
                    "With values: the column of the plan. The page counts the rows with one and says which lack a fact though the year is over.",
                    absent: ("план с фактом не сравнивается", "plan and fact are not compared"), sample: "plan: plan"),
                KeyExplanation(
                    "fact",
                    "При values: столбец факта. Число в нём сравнивается с числом плана: «достигнуто» или «не достигнуто» страница говорит, только если в плане есть «не ниже», «не более», ≥ или ≤, числа равны или сказано better; иначе — на сколько они различаются.",
                    "With values: the column of the fact. Its number is compared with that of the plan: the page says reached or not only where the plan has a bound (≥, ≤ or in words), both are equal or better is said; else by how much they differ.",
                    absent: ("план с фактом не сравнивается", "plan and fact are not compared"), sample: "fact: fact"),
                KeyExplanation(
                    "better",
                    "При values: какое значение лучше — higher (больше), lower (меньше) или столбец выбора, который говорит это о каждой строке.",
                    "With values: which value is the better one: higher, lower, or the column of choices that says so of each row.",
                    absent: ("не сказано", "not said"), sample: "better: higher"),
                KeyExplanation(
                    "points", "Для score-sheet: какой столбец что значит.",
                    "For a score sheet: which column says what.",
                    absent: (
                        "столбцы maximum, penalty, parent, level, stages",
                        "columns maximum, penalty, parent, level, stages"
                    ), sample: "maximum: most"),
                KeyExplanation(
                    "subject", "Для листов: кого оценивают или кто готовится.",
                    "For sheets: for whom one is filled in.",
                    absent: ("один лист без имени", "one sheet without a name"),
                    sample: "subject: {label: Муниципалитет, names: municipalities, another: Ещё один муниципалитет}"),
                KeyExplanation(
                    "entries", "Для worksheet: что вписывают в каждую строку.",
                    "For a worksheet: what is entered for each row.", sample: "state: {label: Есть ли, type: choice"),
                KeyExplanation(
                    "leads", "Для worksheet: к материалам каких видов ведёт строка, в которой названа запись оси.",
                    "For a worksheet: kinds to which a row leads that names an entry of an axis.",
                    absent: ("ни к каким", "none"), sample: "leads: [plan, book]"),
            ]),
        SchemaSection(
            .views, "views", ("Виды таблиц", "Views of tables"), ("Слова для views.", "The words that views takes."),
            [
                KeyExplanation(
                    "timeline", "Лента времени по столбцу срока.", "A scale of time.",
                    sample: "views: [timeline, calendar]"),
                KeyExplanation(
                    "calendar", "Строки попадают в календарь сайта и файл ICS.",
                    "Rows in the calendar and in an ICS file.", sample: "views: [timeline, calendar]"),
                KeyExplanation(
                    "chart", "Диаграмма по столбцам чисел и долей.", "A chart of numbers and shares.",
                    sample: "views: [review, chart]"),
                KeyExplanation(
                    "map",
                    "Карта плиток: строки на местах муниципалитетов, которые в них названы. Цвет — по столбцу выбора, числа "
                        + "или доли, без них — по числу строк.",
                    "A tile map of the entries that the rows name, by a choice, a number or the number of rows.",
                    sample: "views: [map]"),
                KeyExplanation(
                    "review", "Итоги обсуждения: их показывает материал, который обсуждали.",
                    "What came of a discussion, shown at what was discussed.", sample: "views: [review, chart]"),
                KeyExplanation(
                    "crosswalk", "Переход между нумерациями: своя страница для каждой.",
                    "Ways from one numbering to another, a page for each.", sample: "views: [crosswalk]"),
                KeyExplanation(
                    "chapters", "Главы: материал становится книгой.", "Chapters: the material becomes a book.",
                    sample: "views: [chapters]"),
                KeyExplanation(
                    "score-sheet", "Лист оценки с баллами, который заполняют на странице.",
                    "A score sheet that is filled in on the page.", sample: "views: [score-sheet]"),
                KeyExplanation(
                    "worksheet", "Рабочий лист: по строкам отмечают и получают план.",
                    "A worksheet whose rows are marked, and the plan of what is left.", sample: "views: [worksheet]"),
            ]),
        SchemaSection(
            .rowColumns, "row-columns",
            ("Столбцы, которые программа знает по ключу", "Columns that are known by their ids"),
            (
                "Столбец с таким ключом вид называет как хочет; из него программа делает больше, чем ячейку.",
                "A kind calls such a column as it likes; more is made of it than a cell."
            ),
            [
                KeyExplanation(
                    "participants", "Кто участвует: выбор в фильтре календаря.",
                    "Who takes part: a choice of the calendar's filter.",
                    sample: "participants: {label: Участники, type: list}"),
                KeyExplanation(
                    "executors", "Кто отвечает: выбор в фильтре календаря.",
                    "Who carries it out: a choice of the calendar's filter.",
                    sample: "executors: {label: Исполнители, type: list}"),
                KeyExplanation(
                    "co-executors",
                    "Кто помогает: в фильтре — вместе с исполнителями; у муниципалитета, который помогает, строка стоит тоже.",
                    "Who helps: with the executors in the filter; a row stands at a municipality that helps, too.",
                    sample: "co-executors: {label: Соисполнители, type: list}"),
                KeyExplanation(
                    "concerns",
                    "Кого строка касается, сказанное прямо: названия, «все», «все, кроме: …». Тогда по другим столбцам этого не угадывают.",
                    "Whom the row concerns, said expressly: then it is not read off the other columns.",
                    sample: "concerns: {label: Кого касается, type: references, to: municipalities, all: true}"),
                KeyExplanation(
                    "result", "Что должно получиться: стоит у строки в календаре.",
                    "What is expected: beside the row in the calendar.",
                    sample: "result: {label: Результат, type: markdown}"),
                KeyExplanation(
                    "done", "Состоялось ли: «да», «выполнено», «отменено», «перенесено на май».",
                    "Whether it took place, was called off or moved.",
                    sample: "done: {label: Отметка о выполнении, type: text}"),
                KeyExplanation(
                    "unit",
                    "Для значений показателей: единица. Проценты плана и факта различаются на процентные пункты.",
                    "Of values of indicators: the unit. Percentages of plan and fact differ by points.",
                    sample: "unit: {label: Единица, type: text}"),
                KeyExplanation(
                    "direction", "Для глав: материалы этого направления входят в главу сами.",
                    "Of chapters: materials of this direction belong to it.",
                    sample: "direction: {label: Тема, type: reference, to: topics}"),
                KeyExplanation(
                    "materials", "Для глав: что ещё входит в главу.", "Of chapters: what else belongs to it.",
                    sample: "materials: {label: Материалы, type: references, to: any}"),
                KeyExplanation(
                    "related", "Для глав: что рядом, но не входит.", "Of chapters: what is beside it.",
                    sample: "related: {label: По теме, type: references, to: any}"),
            ]),
        SchemaSection(
            .forms, "forms", ("Две формы показателей", "Two forms of indicators"),
            (
                "Столбец одной формы в таблице другой — предупреждение, в котором сказано, где ему место.",
                "A column of one form in a table of the other is told, with the place where it belongs."
            ),
            [
                KeyExplanation(
                    "numbering", "Строка — показатель и его номера в документах.",
                    "A row is an indicator with its numbers.", sample: "form: numbering"),
                KeyExplanation(
                    "values", "Строка — показатель в одном году: план и факт.",
                    "A row is an indicator in a year: planned and reached.", sample: "form: values"),
            ]),
    ]

    static let sheets: [SchemaSection] = [
        SchemaSection(
            .keys(.points), "points", ("Лист оценки: points", "A score sheet: points"),
            ("Какие столбцы складываются и что из них следует.", "Which columns add up."),
            [
                KeyExplanation(
                    "maximum", "Столбец: сколько баллов даёт позиция.", "The column of the most points.",
                    absent: ("maximum", "maximum"), sample: "maximum: most"),
                KeyExplanation(
                    "parameters", "Столбцы параметров: их сумма равна максимуму.",
                    "The columns of parameters, whose sum is the most.",
                    absent: ("все прочие столбцы чисел", "all other columns of numbers"),
                    sample: "parameters: [plan, result]"),
                KeyExplanation(
                    "penalty", "Столбец того, что снимают: число меньше нуля.",
                    "The column of what is taken off, below zero.", absent: ("penalty", "penalty"),
                    sample: "penalty: late"),
                KeyExplanation(
                    "parent", "Столбец: в сумму какой позиции идёт эта.",
                    "The column of the position in whose sum this counts.", absent: ("parent", "parent"),
                    sample: "parent: part-of"),
                KeyExplanation(
                    "level", "Столбец ступени: число, но не баллы.", "A column of numbers that are no points.",
                    absent: ("level", "level"), sample: "level: rank"),
                KeyExplanation(
                    "stages", "Столбец этапов, между которыми баллы делят поровну.",
                    "The column of stages that share the points.", absent: ("stages", "stages"), sample: "stages: steps"
                ),
                KeyExplanation(
                    "meanings", "Таблица, в которой сказано, что значит параметр.",
                    "The table that says what a parameter means.",
                    absent: ("parameters, столбец meaning", "parameters, column meaning"),
                    sample: "meanings: {table: terms, column: meaning}"),
            ]),
        SchemaSection(
            .keys(.meanings), "meanings", ("Пояснения параметров: points.meanings", "Meanings: points.meanings"),
            ("Параметр находят по столбцу key этой таблицы.", "A parameter is found by the key of that table."),
            [
                KeyExplanation(
                    "table", "id таблицы того же вида.", "The id of a table of the kind.", sample: "{table: terms"),
                KeyExplanation(
                    "column", "Столбец с пояснением.", "The column that explains.", sample: "column: meaning}"),
            ]),
        SchemaSection(
            .keys(.subject), "subject", ("Для кого лист: subject", "For whom: subject"),
            ("Один лист на каждого.", "A sheet for each."),
            [
                KeyExplanation(
                    "label", "Как он назван.", "What it is called.", sample: "subject: {label: Муниципалитет"),
                KeyExplanation(
                    "names", "Словарь, имена которого предлагают.", "The vocabulary whose names are offered.",
                    absent: ("имя вписывают", "a name is typed"), sample: "names: municipalities"),
                KeyExplanation(
                    "another", "Надпись кнопки, которая добавляет лист.", "The button that adds a sheet.",
                    absent: ("обычная", "the usual one"), sample: "another: Ещё один муниципалитет"),
            ]),
        SchemaSection(
            .keys(.entry), "entry", ("Что вписывают: entries", "What is entered: entries"),
            (
                "Критерии конкурса и самодиагностика — такие листы.",
                "Criteria of a contest and self-checks are such sheets."
            ),
            [
                KeyExplanation("label", "Название.", "The label.", sample: "label: Есть ли"),
                KeyExplanation(
                    "type", "choice, text, lines или date.", "choice, text, lines or date.", sample: "type: choice"),
                KeyExplanation(
                    "choices", "Из чего выбирают.", "What is chosen from.",
                    sample: "choices: {ready: есть, missing: нет}"),
                KeyExplanation(
                    "help", "Подсказка.", "A sentence below.", absent: ("нет", "none"),
                    sample: "help: Название документа."),
                KeyExplanation(
                    "done", "Какие ответы значат, что строка готова. Такое поле одно.",
                    "The choices that settle a row; one entry has them.",
                    absent: ("ничего не решает", "settles nothing"), sample: "done: [ready]"),
                KeyExplanation(
                    "done-label", "Как названы готовые.", "What the settled rows are called.",
                    absent: ("обычное слово", "the usual word"), sample: "done-label: Подтверждено"),
                KeyExplanation(
                    "open-label", "Как названы остальные.", "What the others are called.",
                    absent: ("обычное слово", "the usual word"), sample: "open-label: Не хватает"),
            ]),
        SchemaSection(
            .entryForms, "entry-forms", ("Слова для type в entries", "The words that type takes in entries"),
            ("Чем вписывают.", "How it is entered."),
            [
                KeyExplanation("choice", "Выбор.", "A choice.", sample: "state: {label: Есть ли, type: choice"),
                KeyExplanation("text", "Строка.", "A line.", sample: "proof: {label: Чем подтвердим, type: text"),
                KeyExplanation(
                    "lines", "Несколько строк.", "Several lines.", sample: "steps: {label: Что сделаем, type: lines}"),
                KeyExplanation("date", "День.", "A day.", sample: "until: {label: До какого дня, type: date}"),
            ]),
    ]
}

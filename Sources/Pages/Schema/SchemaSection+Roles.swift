import Catalog

// What the fields of a kind mean to the program, and what readers are asked.
extension SchemaSection {
    static let roles: [SchemaSection] = [
        SchemaSection(
            .keys(.citation), "citation", ("Роль citation", "The role citation"),
            ("Документ узнают в тексте по номеру и дате.", "Texts cite a document by number and date."),
            [
                KeyExplanation(
                    "number", "Поле номера.", "The field of the number.", sample: "citation: {number: number"),
                KeyExplanation(
                    "date", "Поле даты.", "The field of the date.", sample: "date: date, title: official-title"),
                KeyExplanation(
                    "title", "Поле официального названия.", "The field of the official title.",
                    absent: ("название материала", "the title"), sample: "title: official-title"),
                KeyExplanation(
                    "group", "Поле, по которому список вида разделён на части.",
                    "The field by which the list is parted.", absent: ("не разделён", "not parted"),
                    sample: "group: level, type: document-type"),
                KeyExplanation(
                    "type", "Поле вида документа: «приказ». Так его называет «Как сослаться».",
                    "The field of the sort of a document, as references call it.",
                    absent: ("название вида материалов", "the name of the kind"), sample: "type: document-type, issuer"),
                KeyExplanation(
                    "issuer", "Поле с тем, кто издал документ: его называет «Как сослаться».",
                    "The field of who has issued it, told by references.", absent: ("не сказано", "not told"),
                    sample: "issuer: issuer}"),
            ]),
        SchemaSection(
            .keys(.lifecycle), "lifecycle", ("Роль lifecycle", "The role lifecycle"),
            ("Действует ли документ.", "Whether a document is in force."),
            [
                KeyExplanation(
                    "status", "Поле состояния (type: choice).", "The field of the state, a choice.",
                    sample: "lifecycle: {status: status"),
                KeyExplanation(
                    "repealed", "Какое из его choices значит «утратил силу».", "Which choice says that it is repealed.",
                    sample: "repealed: repealed"),
                KeyExplanation(
                    "pending", "Какое значит «ещё проект».", "Which says that it is a draft yet.",
                    absent: ("такого нет", "none"), sample: "pending: draft"),
                KeyExplanation(
                    "in-force", "Какое значит «действует»: так и скажут программам; о непроверенном не говорят ничего.",
                    "Which says that it is in force; programs are told so, and nothing where it is unsaid.",
                    absent: ("не говорят", "nothing is told"), sample: "in-force: in-force"),
                KeyExplanation(
                    "repeals", "Поле с тем, что документ отменяет.", "The field of what it repeals.",
                    sample: "repeals: repeals"),
                KeyExplanation(
                    "repealed-by", "Поле с тем, что отменило его.", "The field of what repealed it.",
                    sample: "repealed-by: repealed-by}"),
            ]),
        SchemaSection(
            .keys(.review), "review", ("Роль review", "The role review"),
            ("Обсуждали ли материал.", "How far it was discussed."),
            [
                KeyExplanation(
                    "state", "Поле состояния; все состояния — его choices.",
                    "The field of the state; its choices are all there are.", sample: "review: {state: review"),
                KeyExplanation(
                    "event", "Поле с материалом, где обсуждали: из его таблицы с видом review берут число участников.",
                    "The field of the material where it was discussed, whose table of the view review says who took part.",
                    sample: "event: reviewed-at}"),
            ]),
        SchemaSection(
            .keys(.card), "card", ("Роль card", "The role card"),
            ("Что видно, не открывая материала.", "What is seen before a material is opened."),
            [
                KeyExplanation(
                    "note", "Поле (choice или ссылка на словарь).",
                    "The field, a choice or a reference to a vocabulary.", sample: "card: {note: text}")
            ]),
        SchemaSection(
            .keys(.door), "door", ("Роль door", "The role door"),
            ("Подборки на главной странице.", "Ways in on the home page."),
            [
                KeyExplanation(
                    "group", "Поле (choice): его слова станут заголовками на главной.",
                    "The field, a choice, whose words are headings.", sample: "door: {group: for"),
                KeyExplanation(
                    "order", "Поле числа, по которому они стоят.", "The number by which they stand.",
                    absent: ("по названию", "by title"), sample: "order: place}"),
            ]),
        SchemaSection(
            .keys(.help), "help", ("Роль help", "The role help"),
            ("Страницы о самом сайте.", "Pages about the site itself."),
            [
                KeyExplanation(
                    "order", "Поле числа, по которому они стоят.", "The number by which they stand.",
                    absent: ("по названию", "by title"), sample: "help: {order: turn}")
            ]),
        SchemaSection(
            .keys(.event), "event", ("Роль event", "The role event"),
            (
                "О каком событии материал: его найдут поисковые машины и календари, если у сайта есть url.",
                "The event that a material is about, for search engines, where the site has a url."
            ),
            [
                KeyExplanation(
                    "place", "Поле места, текст.", "The field of the place, a text.", absent: ("не сказано", "unsaid"),
                    sample: "event: {place: place"),
                KeyExplanation(
                    "host", "Поле того, кто проводит: ссылка на словарь.",
                    "The field of the host, a reference to a vocabulary.", absent: ("не сказано", "unsaid"),
                    sample: "host: host}"),
            ]),
        SchemaSection(
            .keys(.sharing), "sharing", ("Форма для читателей: sharing", "The form for readers: sharing"),
            ("Страница «Поделиться»: что спросить у того, кто присылает.", "The page on which readers write one."),
            [
                KeyExplanation(
                    "heading", "Название страницы и ссылок на неё.", "The title of the page and of links to it.",
                    sample: "heading: Поделиться планом"),
                KeyExplanation(
                    "lead", "Предложение под названием.", "A sentence under it.", absent: ("нет", "none"),
                    sample: "lead: Перечислите мероприятия вашего плана."),
                KeyExplanation(
                    "fields", "О чём спрашивают сразу, кроме обязательного.",
                    "Asked in the open, beside what is required.", absent: ("поля из new", "the fields of new"),
                    sample: "fields: [topics, date]"),
                KeyExplanation(
                    "more", "О чём — по желанию.", "Asked where somebody wishes.", absent: ("ни о чём", "nothing"),
                    sample: "more: [for-whom]"),
                KeyExplanation(
                    "sections", "Какие разделы текста просят.", "The parts of the text that are asked for.",
                    absent: ("все", "all"), sample: "sections: [Зачем]"),
                KeyExplanation(
                    "tables", "Какие таблицы заполняют.", "The tables that are filled in.",
                    absent: ("первую, если разделов нет", "the first, where there are no sections"),
                    sample: "tables: [events]"),
                KeyExplanation(
                    "wanted", "У каких материалов ищут текст.", "Which materials lack their text.",
                    absent: ("ни у каких", "none"), sample: "wanted: {field: text, value: description-only}"),
            ]),
        SchemaSection(
            .keys(.wanted), "wanted", ("Чей текст ищут: sharing.wanted", "Whose text is looked for: sharing.wanted"),
            ("Такие материалы на странице формы выбирают из списка.", "Such materials are offered on the form's page."),
            [
                KeyExplanation(
                    "field", "Поле — ссылка на словарь.", "The field, a reference to a vocabulary.",
                    sample: "{field: text"),
                KeyExplanation(
                    "value", "id записи, которая значит «текста нет».", "The id of the entry that says so.",
                    sample: "value: description-only}"),
            ]),
        SchemaSection(
            .keys(.adaptable), "adaptable", ("Образец: adaptable", "A model: adaptable"),
            (
                "Даты, места, состояния, вложения и прежние адреса в копию не попадают никогда.",
                "Dates, places, states, attachments and former addresses are never taken over."
            ),
            [
                KeyExplanation(
                    "without", "Какие ещё поля принадлежат самому образцу: кто готовил, кто утвердил.",
                    "Further fields that belong to the model alone.",
                    absent: ("никакие", "none"), sample: "{without: [approved-by]}")
            ]),
    ]
}

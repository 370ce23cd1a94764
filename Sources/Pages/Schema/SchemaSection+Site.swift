import Catalog

// Vocabularies and album.yml.
extension SchemaSection {
    static let vocabularies: [SchemaSection] = [
        SchemaSection(
            .keys(.vocabulary), "vocabulary", ("Словарь", "A vocabulary"),
            (
                "Файл content/vocabularies/имя.yml: список того, на что ссылаются поля.",
                "A file content/vocabularies/name.yml: a list that fields refer to."
            ),
            [
                KeyExplanation("title", "Название словаря.", "Its title.", sample: "title: Муниципалитеты"),
                KeyExplanation(
                    "label", "Как называется одна, две и пять записей.", "What one, two and five entries are called.",
                    absent: ("запись", "entry"),
                    sample: "label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}"),
                KeyExplanation(
                    "description", "Что сказать обо всех записях.", "What is said of all entries.",
                    absent: ("ничего", "nothing"), sample: "description: Города и районы, о которых альбом."),
                KeyExplanation(
                    "axis", "да — у каждой записи своя страница со всеми материалами, и по словарю отбирают в поиске.",
                    "yes: each entry has a page with its materials, and the search narrows by it.",
                    absent: ("нет", "no"), sample: "axis: да"),
                KeyExplanation(
                    "grows", "да — редактор дописывает записи прямо из формы материала.",
                    "yes: editors add entries from the form of a material.", absent: ("нет", "no"), sample: "grows: да"),
                KeyExplanation(
                    "sorts",
                    "Что такое записи этого type, для программ: "
                        + organisationTypes + ".",
                    "What entries of a type are, for programs: "
                        + organisationTypes + ".",
                    absent: ("программам не говорят", "programs are not told"),
                    sample: "sorts: {школа: School, управление: GovernmentOrganization}"),
                KeyExplanation(
                    "entries", "Записи, в том порядке, в каком их видят.",
                    "The entries, in the order in which they are seen.",
                    sample: "- {id: reading, name: Чтение, number: 1}"),
            ]),
        SchemaSection(
            .keys(.vocabularyEntry), "entry-of-vocabulary", ("Запись словаря", "An entry"),
            ("Обязательны id и name.", "id and name are needed."),
            [
                KeyExplanation(
                    "id", "Имя для программы и адреса страницы: не меняется.",
                    "The name for the program and the address; it stays.", sample: "id: ozernyi-go"),
                KeyExplanation("name", "Как её называют.", "Its name.", sample: "name: Озёрный ГО"),
                KeyExplanation(
                    "full", "Полное название.", "Its full name.", absent: ("name", "the name"),
                    sample: "full: Озёрный городской округ"),
                KeyExplanation(
                    "short", "Короткое: для карты и мест, где тесно.", "A short one, where room is scarce.",
                    absent: ("name", "the name"), sample: "short: Озёрный"),
                KeyExplanation(
                    "aliases", "Как её пишут ещё.", "Other names.", absent: ("нет", "none"),
                    sample: "aliases: [город Озёрный]"),
                KeyExplanation(
                    "code", "Код, под которым её ведут учреждения: по нему её находят, но так не называют.",
                    "The code by which offices keep it: it is found by it and not called so.",
                    absent: ("нет", "none"), sample: "code: ОКТМО 75701000"),
                KeyExplanation(
                    "group", "Заголовок, под которым она стоит в списке.", "The heading under which it is listed.",
                    absent: ("без заголовка", "none"), sample: "group: Север"),
                KeyExplanation(
                    "parent", "id записи того же словаря, в которую она входит.",
                    "The id of the entry that it belongs to.", absent: ("ни в какую", "none"), sample: "parent: centre"),
                KeyExplanation(
                    "type", "Какая она: «ГО», «МР» — по этому слову отбирают в списке.",
                    "Its type, by which the list is narrowed.", absent: ("не сказано", "none"), sample: "type: ГО"),
                KeyExplanation(
                    "region", "id региона из словаря regions.", "The id of its region, of the vocabulary regions.",
                    absent: ("не сказан", "none"), sample: "region: primer"),
                KeyExplanation(
                    "municipality", "id муниципалитета из словаря municipalities: где находится школа.",
                    "The id of its municipality: where a school is.", absent: ("не сказан", "none"),
                    sample: "municipality: ozernyi-go"),
                KeyExplanation(
                    "tile", "Клетка на карте из клеток: [столбец, строка], с 1.",
                    "Its square on the tile map: column and row, from 1.", absent: ("на карте нет", "not on the map"),
                    sample: "tile: [1, 1]"),
                KeyExplanation(
                    "number", "Номер: стоит вместо буквы, где имени тесно.",
                    "Its number, where there is no room for the name.", absent: ("первая буква", "the first letter"),
                    sample: "number: 1"),
                KeyExplanation(
                    "valid", "С какого и по какое время запись есть.", "From when to when it is in use.",
                    absent: ("всегда", "always"), sample: "valid: {from: 2010}"),
                KeyExplanation(
                    "was", "Как называлась раньше: прежнее имя узнаётся в старых материалах.",
                    "What it was called before; old materials may say so.", absent: ("так же", "the same"),
                    sample: "was: [{name: Озёрный район, from: 2004, to: 2009}]"),
                KeyExplanation(
                    "successor", "id записи, которая пришла на смену.", "The id of the entry that took over.",
                    absent: ("нет", "none"), sample: "successor: ozernyi-go"),
                KeyExplanation(
                    "url", "Адрес в сети.", "Its web address.", absent: ("нет", "none"),
                    sample: "url: \"https://centre.example.org/\""),
                KeyExplanation(
                    "description", "Предложение о ней.", "A sentence about it.", absent: ("нет", "none"),
                    sample: "description: Открыта для всех школ."),
                KeyExplanation(
                    "expansion", "Расшифровка сокращения (словарь glossary): видна под ним в тексте.",
                    "What an abbreviation stands for (vocabulary glossary), shown in texts.",
                    absent: ("не сокращение", "no abbreviation"), sample: "expansion: городской округ"),
                KeyExplanation(
                    PrivacyAllowance.key, "Что из похожего на личное публиковать можно и почему.",
                    "What looks personal and may be published, and why.", absent: ("ничего", "nothing"),
                    sample: "privacy-allow: [{text: school1@mail.ru, reason: почта школы}]"),
            ]),
        SchemaSection(
            .keys(.validity), "validity", ("Срок записи: valid", "A validity: valid"),
            ("День, месяц или год.", "A day, month or year."),
            [
                KeyExplanation(
                    "from", "С какого времени.", "From when.", absent: ("с начала", "from the beginning"),
                    sample: "from: 2004"),
                KeyExplanation(
                    "to", "По какое.", "Until when.", absent: ("по сей день", "until today"), sample: "to: 2020"),
            ]),
        SchemaSection(
            .keys(.formerName), "former-name", ("Прежнее имя: was", "A former name: was"),
            ("Или просто текст.", "Or just a text."),
            [
                KeyExplanation("name", "Как называлась.", "What it was called.", sample: "{name: Озёрный район"),
                KeyExplanation(
                    "from", "С какого времени.", "From when.", absent: ("не сказано", "unsaid"), sample: "from: 2004"),
                KeyExplanation("to", "По какое.", "Until when.", absent: ("не сказано", "unsaid"), sample: "to: 2009"),
            ]),
    ]

    static let configuration: [SchemaSection] = [
        SchemaSection(
            .keys(.configuration), "album", ("Настройки сайта: album.yml", "The site: album.yml"),
            ("Обязательны title и edition.", "title and edition are needed."),
            [
                KeyExplanation("title", "Название сайта.", "The title of the site.", sample: "title: Альбом района"),
                KeyExplanation(
                    "description", "Предложение о нём.", "A sentence about it.", absent: ("пусто", "nothing"),
                    sample: "description: Планы, приказы и показатели школ одного района."),
                KeyExplanation(
                    "language",
                    "Язык страниц: ru — русский, en — английский, tt — татарский (сообщения редактору остаются русскими).",
                    "The language of the pages: ru, en or tt (Tatar; messages to editors are Russian then).",
                    absent: ("ru", "ru"),
                    sample: "language: ru"),
                KeyExplanation(
                    "url", "Где сайт опубликован: тогда есть карта сайта и постоянные адреса.",
                    "Where it is published: then there are a sitemap and canonical addresses.",
                    absent: ("их нет", "there are none"), sample: "url: https://album.example.org/"),
                KeyExplanation(
                    "edition", "День издания: от него считают, что скоро и что прошло.",
                    "The day of the edition, from which what is due is counted.", sample: "edition: 2026-09-01"),
                KeyExplanation(
                    "theme", "Папка темы в themes/ или тема программы.",
                    "The folder of the theme, or one of the program.", absent: ("album", "album"),
                    sample: "theme: album"),
                KeyExplanation(
                    "output", "Папка готового сайта.", "The folder of the built site.", absent: ("public", "public"),
                    sample: "output: public"),
                KeyExplanation(
                    "bundle", "Архив сайта для скачивания.", "The ZIP of the site.", absent: ("нет", "none"),
                    sample: "bundle: {file: album.zip"),
                KeyExplanation(
                    "menu", "Пункты меню: id словарей-осей, видов и страниц.",
                    "The menu: ids of axes, kinds and pages.", absent: ("без меню", "no menu"),
                    sample: "menu: [topics, plan, coverage, calendar]"),
                KeyExplanation(
                    "contact", "У кого спросить: организация, не человек.", "Whom to ask: an office, no person.",
                    absent: ("не сказано", "unsaid"), sample: "contact: Методический кабинет района"),
                KeyExplanation(
                    "sharing", "Куда передают то, что написали читатели.", "Where readers send what they wrote.",
                    absent: ("нейтральные слова", "neutral words"), sample: "sharing: {address: album@example.org}"),
                KeyExplanation(
                    "coverage", "Строки и столбцы карты пробелов.", "The rows and columns of the map of gaps.",
                    absent: ("municipalities и directions", "municipalities and directions"),
                    sample: "coverage: {rows: municipalities, columns: topics}"),
                KeyExplanation(
                    "about", "Материал «Об альбоме».", "The material about the site.", absent: ("нет", "none"),
                    sample: "about: about"),
                KeyExplanation(
                    "guide", "Материал для редакторов: из него ведут в справочник.", "The material for editors.",
                    absent: ("нет", "none"), sample: "guide: guide"),
                KeyExplanation(
                    "search-examples", "Что главная предлагает найти.", "Queries that the home page offers.",
                    absent: ("ничего", "none"), sample: "search-examples: [план чтения, приказ о плане]"),
                KeyExplanation(
                    "search-pdf", "Искать ли в тексте приложенных PDF; нужна программа pdftotext.",
                    "Whether texts of attached PDFs are searched, which takes the program pdftotext.",
                    absent: ("нет; документы Word, Excel, PowerPoint и OpenDocument ищутся всегда", "no"),
                    sample: "search-pdf: нет"),
                KeyExplanation(
                    "root-files",
                    "Страницы из content/root/, которые можно опубликовать: ими сайты подтверждают владельца.",
                    "Pages of content/root/ that may be published.", absent: ("никакие", "none"),
                    sample: "root-files: [check.html]"),
                KeyExplanation(
                    "roots", "Альбомы других регионов, которые входят в этот сайт.",
                    "Albums of other regions that are part of the site.", absent: ("только свой", "its own alone"),
                    sample: "roots: [{folder: regions/sosed"),
                KeyExplanation(
                    "security",
                    "Кому сообщить о дыре в безопасности сайта: файл .well-known/security.txt у сайта с url.",
                    "Whom to tell of a hole in the site's safety: .well-known/security.txt of a site with a url.",
                    absent: ("файла нет", "no such file"), sample: "security: {contact: safety@example.org"),
                KeyExplanation(
                    "history",
                    "да — страницы говорят, когда материал менялся, по данным git; subjects — и что сказано о каждой правке. "
                        + "Имён людей страницы не называют.",
                    "yes: pages say when a material was changed, as git has it; subjects: and what each commit says. No page names people.",
                    absent: ("нет", "no"), sample: "history: нет"),
                KeyExplanation(
                    "organisation",
                    "Для сайта школы: страница «Сведения об образовательной организации» с разметкой по приказу Рособрнадзора № 1493.",
                    "For the site of a school: a page with what Rosobrnadzor's order № 1493 asks for, marked as it says.",
                    absent: ("такой страницы нет", "no such page"), sample: "organisation:\n"),
            ]),
        SchemaSection(
            .keys(.organisation), "organisation", ("Сведения: organisation", "The organisation: organisation"),
            (
                "Основные сведения; чего не сказано, того нет на странице, и об этом скажет album preflight.",
                "The basic facts; what is unsaid is not on the page, and album preflight tells so."
            ),
            [
                KeyExplanation(
                    "full-name", "Полное наименование.", "The full name.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "full-name: Муниципальная школа № 1"),
                KeyExplanation(
                    "short-name", "Сокращённое наименование.", "The short name.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "short-name: Школа № 1"),
                KeyExplanation(
                    "founded", "Дата создания.", "When it was founded.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "founded: 1 сентября 1975 г."),
                KeyExplanation(
                    "address", "Адрес, или несколько.", "The address, or several.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "address: г. Озёрный, ул. Школьная, 1"),
                KeyExplanation(
                    "hours", "Режим и график работы.", "The hours.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "hours: понедельник — суббота, 8:00–18:00"),
                KeyExplanation(
                    "phone", "Телефон, или несколько.", "The phone, or several.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "phone: [8 (35100) 2-00-01]"),
                KeyExplanation(
                    "email", "Почта организации.", "The mail address of the office.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "email: school1@example.org"),
                KeyExplanation(
                    "founders", "Учредители.", "The founders.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "founders: [{name: Администрация района"),
            ]),
        SchemaSection(
            .keys(.founder), "founder", ("Учредитель: organisation.founders", "A founder: organisation.founders"),
            ("Что сказать о каждом.", "What is said of each."),
            [
                KeyExplanation(
                    "name", "Наименование.", "The name.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "{name: Администрация района"),
                KeyExplanation(
                    "address", "Юридический адрес.", "The registered address.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "address: ул. Главная"),
                KeyExplanation(
                    "phone", "Телефон.", "The phone.", absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "phone: 8 (35100) 2-00-00"),
                KeyExplanation(
                    "email", "Почта.", "The mail address.",
                    absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "email: adm@example.org"),
                KeyExplanation(
                    "site", "Сайт.", "The site.", absent: ("скажет album preflight", "album preflight tells it"),
                    sample: "site: \"https://adm.example.org/\""),
            ]),
        SchemaSection(
            .keys(.security), "security", ("Безопасность: security", "Safety: security"),
            ("Контакт организации по RFC 9116.", "An office's contact, by RFC 9116."),
            [
                KeyExplanation(
                    "contact", "Почта или страница (https), или несколько по порядку.",
                    "A mail address or a page (https), or several in order.",
                    sample: "{contact: safety@example.org"),
                KeyExplanation(
                    "expires", "День, до которого контакт действует, не дальше года; проверка скажет за месяц.",
                    "The day until which it holds, within a year; the check tells a month before.",
                    sample: "expires: 2027-06-01}"),
            ]),
        SchemaSection(
            .keys(.root), "root", ("Альбом региона: roots", "The album of a region: roots"),
            (
                "Папка с content/ или сама такая папка; всё, что в ней названо, остаётся в ней.",
                "A folder with content/, or one itself; nothing in it names what is outside."
            ),
            [
                KeyExplanation(
                    "folder", "Где она лежит, от папки сайта.", "Where it is, from the site's folder.",
                    sample: "folder: regions/sosed"),
                KeyExplanation(
                    "id", "С него начинаются адреса её страниц.", "The addresses of its pages begin with it.",
                    absent: ("последнее имя папки", "the folder's last name"), sample: "id: sosed"),
                KeyExplanation(
                    "region", "id региона из словаря regions.", "The id of its region, of the vocabulary regions.",
                    absent: ("не сказан", "none"), sample: "region: sosed"),
                KeyExplanation(
                    "was", "Как id назывался раньше: прежние адреса её страниц ведут на нынешние.",
                    "Its former ids: former addresses of its pages lead to those of today.",
                    absent: ("не менялся", "none"), sample: "was: [sosedi]"),
            ]),
        SchemaSection(
            .keys(.bundle), "bundle", ("Архив: bundle", "The ZIP: bundle"),
            ("Сайт одним файлом.", "The site in one file."),
            [
                KeyExplanation(
                    "file",
                    "Файл в папке альбома, в который `album pack` складывает сайт; по нему страницы говорят размер.",
                    "The file in the album's folder that `album pack` writes; pages tell its size.",
                    sample: "{file: album.zip"),
                KeyExplanation(
                    "url", "Откуда его скачать: без адреса ссылки на него нет.",
                    "Where it can be had; without one no page links to it.", absent: ("ссылки нет", "no link"),
                    sample: "url: \"https://album.example.org/album.zip\"}"),
            ]),
        SchemaSection(
            .keys(.coverageAxes), "coverage-axes", ("Карта пробелов: coverage", "The map of gaps: coverage"),
            ("Два словаря-оси.", "Two axes."),
            [
                KeyExplanation(
                    "rows", "Словарь строк.", "The vocabulary of rows.", absent: ("municipalities", "municipalities"),
                    sample: "rows: municipalities"),
                KeyExplanation(
                    "columns", "Словарь столбцов.", "The vocabulary of columns.", absent: ("directions", "directions"),
                    sample: "columns: topics"),
            ]),
        SchemaSection(
            .keys(.sharingAddress), "sharing-address", ("Куда передать: sharing", "Where to send: sharing"),
            ("Адрес организации.", "An office's address."),
            [
                KeyExplanation(
                    "address", "Почта или страница.", "A mail or web address.", sample: "{address: album@example.org}")
            ]),
    ]
}

/// The sorts of organisations, of which long names may be parted at their words.
private let organisationTypes = OrganisationType.allCases.map { type in
    type.rawValue.reduce(into: "") { text, letter in
        if letter.isUppercase, !text.isEmpty { text.append("\u{AD}") }
        text.append(letter)
    }
}.joined(separator: ", ")

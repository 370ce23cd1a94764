import Diagnostics

/// Words of the page on which a new site begins.
enum StartingWord: Worded {
    case title, lead, region, aboutRegion, genitive, aboutGenitive, directions, nine, own, ownList, municipalities
    case aboutMunicipalities, neighbours, aboutNeighbours, colours, aboutColours, contact, aboutContact, department,
        aboutDepartment
    case look, make, proposed, aboutProposed, name, full, short, aliases, type, address, code, cell, drop, toMend
    case notEmpty, oldPage

    var wording: Bilingual {
        switch self {
        case .title: Bilingual(ru: "Новый альбом", en: "A new album")
        case .lead:
            Bilingual(
                ru: "В этой папке ещё ничего нет. Ответьте на вопросы — и здесь появится пустой готовый альбом.",
                en: "This folder is empty. Answer the questions, and it will hold a complete, empty album.")
        case .region: Bilingual(ru: "Регион", en: "Region")
        case .aboutRegion: Bilingual(ru: "Название целиком: «Пермский край».", en: "The whole name.")
        case .genitive: Bilingual(ru: "Для школ и муниципалитетов — чего?", en: "The name in the genitive")
        case .aboutGenitive:
            Bilingual(
                ru: "Например: «Пермского края». Можно пропустить: программа просклоняет название сама, если умеет.",
                en: "May be left out where the rule knows it.")
        case .directions: Bilingual(ru: "Направления", en: "Directions")
        case .nine: StartingReason.nineDirections
        case .own: Bilingual(ru: "свой список", en: "a list of one's own")
        case .ownList: Bilingual(ru: "Свои направления, по одному в строке", en: "Own directions, one a line")
        case .municipalities: Bilingual(ru: "Муниципалитеты", en: "Municipalities")
        case .aboutMunicipalities:
            Bilingual(
                ru:
                    "Вставьте из Excel или списком, по одному в строке. Годятся и столбцы «Тип», «ОКТМО», «Центр», «Широта», «Долгота», «Соседи» — с названиями столбцов сверху.",
                en: "Pasted from a spreadsheet or as a list, one a line; further columns are known by their heads.")
        case .neighbours: Bilingual(ru: "Кто с кем граничит", en: "Who borders on whom")
        case .aboutNeighbours:
            Bilingual(
                ru:
                    "Можно пропустить. По строке на муниципалитет: «Пермский МО: Кунгурский МО, Добрянский МО» — тогда карта будет похожа на настоящую.",
                en: "May be left out. A line for each: the map will resemble the region.")
        case .colours: Bilingual(ru: "Свои цвета направлений", en: "Own colours of directions")
        case .aboutColours:
            Bilingual(
                ru: "Можно пропустить. По порядку направлений, например: #225899, #0f6a31.",
                en: "May be left out. In the order of directions, such as #225899, #0f6a31.")
        case .contact: Bilingual(ru: "Где спросить об альбоме", en: "Where to ask about the album")
        case .aboutContact:
            Bilingual(ru: "Можно пропустить. Учреждение и отдел, без фамилий.", en: "May be left out. An office.")
        case .department: Bilingual(ru: "Ведомство образования региона", en: "The region's office for education")
        case .aboutDepartment:
            Bilingual(
                ru:
                    "Оно встанет в список организаций, и его можно будет выбрать в приказах. Можно пропустить: программа предложит название, его проверяют перед созданием. «-» — не записывать.",
                en:
                    "It stands in the list of organisations then, to be chosen in orders. Where left out, a name is proposed and shown before it is written; \"-\" for none."
            )
        case .look: Bilingual(ru: "Показать, что получится", en: "Show what comes of it")
        case .make: Bilingual(ru: "Всё верно: создать альбом", en: "Right: make the album")
        case .proposed: Bilingual(ru: "Как называть муниципалитеты", en: "How municipalities are called")
        case .aboutProposed:
            Bilingual(
                ru:
                    "Названия составлены по правилу: проверьте их и поправьте. Чего правило не знает, того в строке нет. Адрес — латиницей: он стоит в адресе страницы.",
                en: "Made by rule: check and mend them. What the rule does not know is left out.")
        case .name: Bilingual(ru: "Название", en: "Name")
        case .full: Bilingual(ru: "Полное", en: "Full")
        case .short: Bilingual(ru: "Короткое", en: "Short")
        case .aliases: Bilingual(ru: "Другие названия, через запятую", en: "Other names, by commas")
        case .type: Bilingual(ru: "Тип", en: "Sort")
        case .address: Bilingual(ru: "Адрес", en: "Id")
        case .code: Bilingual(ru: "Код", en: "Code")
        case .cell: Bilingual(ru: "Клетка карты", en: "Cell of the map")
        case .drop: Bilingual(ru: "Убрать", en: "Drop")
        case .toMend: Bilingual(ru: "Поправьте это:", en: "Mend this:")
        case .notEmpty:
            Bilingual(
                ru:
                    "В папке тем временем появились файлы. Новый альбом начинают в пустой папке или рядом со списками, документами и снимками: перенесите остальное и нажмите кнопку ещё раз.",
                en: "There are files in the folder by now. Move them and press the button again.")
        case .oldPage:
            Bilingual(
                ru:
                    "Эта страница открыта до того, как программу запустили заново. Ничего не записано: нажмите кнопку ещё раз.",
                en: "This page is older than the running program. Nothing was written: press the button again.")
        }
    }
}

import Diagnostics
import Languages

/// Words of the small forms: values of the site, and entries of its lists.
enum ValuesWord: Worded {
    case theSite, siteTitle, aboutSiteTitle, siteDescription, aboutSiteDescription, siteEdition, aboutSiteEdition,
        siteContact, aboutSiteContact, noDay
    case lists, aboutLists, entry, name, aboutName, full, short, aliases, aboutAliases, was, aboutWas,
        respelled, expansion, entryDescription,
        aboutEntryDescription, slip, aboutSlip, elsewhere
    case addOne, inList, added, unchanged, removeEntry, aboutRemoving, removeNow, removed, removedEntries, removedAt,
        isBack,
        inUse, notRemoved, notBack, kept, type, group, aboutGroup, tile, aboutTile, noTile, tileTaken, tileGiven, known
    case save, saved, same, refused, notSaved, taken, missing, fault, changed, nowInFile, earlier, toForm, unreadable,
        unsafe, history, settings

    var wording: Bilingual {
        switch self {
        case .theSite: Bilingual(ru: "Название, описание и день сайта", en: "Title, description and day of the site")
        case .siteTitle: Bilingual(ru: "Название сайта", en: "Title of the site")
        case .aboutSiteTitle:
            Bilingual(ru: "Стоит вверху всех страниц.", en: "It stands above all pages.")
        case .siteDescription: Bilingual(ru: "Описание", en: "Description")
        case .aboutSiteDescription:
            Bilingual(
                ru: "Одна-две фразы под названием на главной странице; их показывают и поисковые сайты.",
                en: "A sentence or two below the title of the home page; search engines show them too.")
        case .siteEdition: Bilingual(ru: "День издания", en: "Day of the edition")
        case .aboutSiteEdition:
            Bilingual(
                ru:
                    "На этот день сайт показывает, что уже прошло и что впереди, какие документы действуют. Меняйте его, когда выпускаете новое издание: 01.12.2023.",
                en:
                    "What is past and what is to come, and which documents are in force, is shown as of this day. Change it with each new edition: 01.12.2023."
            )
        case .siteContact: Bilingual(ru: "Кого спросить", en: "Whom to ask")
        case .aboutSiteContact:
            Bilingual(
                ru: "Стоит внизу всех страниц. Назовите отдел или организацию, а не человека.",
                en: "It stands below all pages. Name an office, no person.")
        case .noDay:
            Bilingual(
                ru: "«{1}» — не день: напишите день, месяц и год, например 01.12.2023.",
                en: "\"{1}\" is no day: write day, month and year, as 01.12.2023.")
        case .lists:
            Bilingual(
                ru: "Списки: направления, муниципалитеты и другие", en: "Lists: directions, municipalities and others")
        case .aboutLists:
            Bilingual(
                ru:
                    "Из этих списков выбирают в полях материалов. Откройте список, чтобы добавить в него запись, переименовать её или убрать.",
                en: "Fields of materials choose from these lists. Open one to add an entry, to rename or to remove it.")
        case .entry: Bilingual(ru: "Запись списка «{1}»", en: "An entry of \"{1}\"")
        case .name: Bilingual(ru: "Название", en: "Name")
        case .aboutName:
            Bilingual(
                ru:
                    "Так оно стоит на страницах. Если сменить его, прежнее запомнится: материалы, где написано прежнее, останутся понятны. Адреса страниц не меняются.",
                en:
                    "As pages have it. When it is changed the former one is remembered, and materials that say it are understood. Addresses of pages stay."
            )
        case .full: Bilingual(ru: "Полное название", en: "Full name")
        case .short: Bilingual(ru: "Короткое название", en: "Short name")
        case .aliases: Bilingual(ru: "Как ещё его называют", en: "Other names")
        case .aboutAliases:
            Bilingual(
                ru: "Каждое название — на своей строке. По ним запись находят в поиске и в полях материалов.",
                en: "Each has a line of its own. The entry is found by them.")
        case .was: Bilingual(ru: "Прежние названия", en: "Former names")
        case .aboutWas:
            Bilingual(
                ru:
                    "Каждое — на своей строке. Их видят читатели, по ним запись находят. Сменённое название программа допишет сама; лишнее сотрите.",
                en:
                    "Each has a line of its own. Readers see them, the entry is found by them. A name that you change is added by itself; wipe out what is wrong."
            )
        case .respelled:
            Bilingual(
                ru: "Название исправлено и в материалах, где стояло прежнее написание (файлов: {1}).",
                en: "The name is corrected in materials that had the old spelling too (files: {1}).")
        case .expansion: Bilingual(ru: "Расшифровка", en: "What it stands for")
        case .entryDescription: Bilingual(ru: "Пояснение", en: "Description")
        case .aboutEntryDescription: Bilingual(ru: "Одна-две фразы.", en: "A sentence or two.")
        case .slip:
            Bilingual(
                ru: "В прежнем названии была опечатка: не запоминать его", en: "The former name was a slip: forget it")
        case .aboutSlip:
            Bilingual(
                ru: "Отметьте, если исправляете название, а не переименовываете.",
                en: "Tick it where the name is corrected, not changed.")
        case .elsewhere:
            Bilingual(
                ru: "Этот список — из альбома, который входит в сайт: его меняют там.",
                en: "This list belongs to an album that is part of the site: it is changed there.")
        case .addOne: Bilingual(ru: "Добавить запись", en: "Add an entry")
        case .inList: Bilingual(ru: "Есть в списке", en: "In the list")
        case .added:
            Bilingual(
                ru: "Добавлено: запись уже можно выбирать в полях. Проверьте, что о ней сказано.",
                en: "Added: fields can choose it. Look over what is said of it.")
        case .unchanged:
            Bilingual(
                ru: "Не изменилось: {1}. Проверьте, подходит ли это к новому названию.",
                en: "Unchanged: {1}. See whether they fit the new name.")
        case .removeEntry: Bilingual(ru: "Убрать из списка…", en: "Remove from the list…")
        case .aboutRemoving:
            Bilingual(
                ru:
                    "Запись исчезнет из списка и с сайта вместе со своей страницей. Если её называют материалы, программа скажет какие и ничего не уберёт. Убранное можно вернуть на странице списка. Если муниципалитет или направление только переименованы, смените название: прежнее запомнится.",
                en:
                    "The entry leaves the list, and its page the site. If materials name it you are told which, and nothing is removed. What was renamed keeps its entry: change the name."
            )
        case .removeNow: Bilingual(ru: "Убрать", en: "Remove")
        case .removed: Bilingual(ru: "Убрано из списка. Вернуть можно ниже.", en: "Removed. It can be had back below.")
        case .removedEntries: Bilingual(ru: "Убранные записи", en: "Removed entries")
        case .removedAt: Bilingual(ru: "убрано {1}", en: "removed {1}")
        case .isBack: Bilingual(ru: "Запись снова в списке.", en: "The entry is in the list again.")
        case .inUse:
            Bilingual(
                ru: "Эту запись называют другие места. Сначала уберите её оттуда:",
                en: "Other places name this entry. Take it out there first:")
        case .notRemoved: Bilingual(ru: "Не убрано", en: "Not removed")
        case .notBack:
            Bilingual(
                ru: "Вернуть не получилось: её названия уже заняты, или список устроен необычно. Ничего не изменено.",
                en: "It cannot be had back: its names are taken, or the list is unusual. Nothing was changed.")
        case .type: Bilingual(ru: "Вид", en: "Sort")
        case .group: Bilingual(ru: "Раздел списка", en: "Part of the list")
        case .aboutGroup:
            Bilingual(ru: "Подзаголовок, под которым запись стоит в списке.", en: "The heading that it stands under.")
        case .tile: Bilingual(ru: "Клетка карты: столбец, строка", en: "Tile of the map: column, row")
        case .aboutTile:
            Bilingual(
                ru:
                    "Два числа через запятую, например 4, 9: столбцы считают слева, строки сверху. Без клетки запись стоит под картой.",
                en:
                    "Two numbers with a comma, as 4, 9: columns from the left, rows from the top. Without it the entry stands below the map."
            )
        case .noTile:
            Bilingual(
                ru: "«{1}» — не клетка: напишите столбец и строку через запятую, например 4, 9.",
                en: "\"{1}\" is no tile: write column and row, as 4, 9.")
        case .tileTaken: Bilingual(ru: "В этой клетке уже стоит {1}.", en: "The tile is that of {1}.")
        case .tileGiven:
            Bilingual(
                ru:
                    "На карте она заняла свободную клетку: {1} (столбец, строка). Если её место другое, впишите его ниже.",
                en: "On the map it has a free tile: {1} (column, row). If its place is another, write it below.")
        case .known: Bilingual(ru: "У других: {1}.", en: "Others have: {1}.")
        case .kept:
            Bilingual(
                ru: "В полях то, что вы набрали раньше и не сохранили.",
                en: "The fields hold what you typed and did not save.")
        case .save: Bilingual(ru: "Сохранить", en: "Save")
        case .saved: Bilingual(ru: "Сохранено.", en: "Saved.")
        case .same: Bilingual(ru: "Ничего не изменилось: записывать нечего.", en: "Nothing has changed.")
        case .refused: Bilingual(ru: "Не сохранено: исправьте отмеченное", en: "Not saved: correct what is marked")
        case .notSaved: Bilingual(ru: "Не сохранено", en: "Not saved")
        case .taken: Bilingual(ru: "Так уже называется другая запись: {1}.", en: "Another entry has this name: {1}.")
        case .missing: Bilingual(ru: "Заполните: {1}.", en: "Fill in: {1}.")
        case .fault:
            Bilingual(
                ru: "На сайте появились бы ошибки. Сначала исправьте эти места или верните прежнее значение:",
                en: "The site would have errors. Mend these places first, or take the earlier value:")
        case .changed:
            Bilingual(
                ru:
                    "Пока страница была открыта, это изменил кто-то другой. Ничего не записано, набранное вами — в полях. Сверьте и нажмите «Сохранить» ещё раз.",
                en:
                    "Somebody else has changed this meanwhile. Nothing is written; what you typed is in the fields. Compare and save again."
            )
        case .nowInFile: Bilingual(ru: "Сейчас записано: {1}", en: "Written now: {1}")
        case .earlier:
            Bilingual(
                ru: "В полях то, что было до сохранения {1}. Чтобы вернуть это, нажмите «Сохранить».",
                en: "The fields hold what was there before the save {1}. Press \"Save\" to have it back.")
        case .toForm: Bilingual(ru: "Показать в полях, как было до этого", en: "Show in the fields what was before")
        case .unreadable:
            Bilingual(
                ru: "Этот файл прочитать нельзя: в нём ошибка. Попросите того, кто настраивает сайт.",
                en: "This file cannot be read: it has a mistake.")
        case .unsafe:
            Bilingual(
                ru:
                    "Так записать нельзя: файл устроен необычно. Ничего не изменено, попросите того, кто настраивает сайт.",
                en: "It cannot be written so: the file is unusual. Nothing was changed.")
        case .history: Bilingual(ru: "Прежние значения", en: "Earlier values")
        case .settings: Bilingual(ru: "Сам сайт", en: "The site itself")
        }
    }
}

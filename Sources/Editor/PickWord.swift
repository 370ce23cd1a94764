import Diagnostics
import Languages

/// Words that the script says of lists to pick from and of what it asks.
enum PickWord: String, CaseIterable, Worded {
    case pickFind, pickFindMore, pickReplace, pickTakeOff, entryNeeded, entryKnown, pickNone, pickAsTyped, pickSeveral,
        pickWhich, pickUnclear, pickUnknown, pickRemove, pickRemoved, pickAdded
    case pickNear, pickCount, pickMore, pickOpen, pickPlace, pickCreate, pickNotLoaded
    case askCancel
    case entryTitle, entryAdd, entryCancel, entryUseIt, entryAnyway, entryFailed, entryOthers
    case attachFile, attached, showPlace, notSent, stillComing, notArrived
    case showPage, hidePage, goToText

    var wording: Bilingual {
        switch self {
        case .pickFind: Bilingual(ru: "Найдите по названию и выберите", en: "Find by name and choose")
        case .pickFindMore: Bilingual(ru: "Добавить ещё…", en: "Add another…")
        case .pickReplace: Bilingual(ru: "Заменить на другое…", en: "Replace…")
        case .pickTakeOff: Bilingual(ru: "убрать", en: "remove")
        case .entryNeeded: Bilingual(ru: "нужно", en: "needed")
        case .entryKnown: Bilingual(ru: "В списке уже есть: {1}", en: "The list has: {1}")
        case .pickNone: Bilingual(ru: "В списке ничего похожего нет", en: "Nothing like it in the list")
        case .pickNear:
            Bilingual(
                ru: "Такого названия в списке нет. Выберите похожее или оставьте как набрано",
                en: "The list has no such name. Choose one that is near, or leave it as typed")
        case .pickAsTyped:
            Bilingual(
                ru: "Оставить пока как набрано: «{1}» — «Готово» попросит запись из списка",
                en: "Leave as typed for now: \"{1}\"; an entry of the list is needed to publish")
        case .pickSeveral:
            Bilingual(
                ru: "«{1}» называют по-разному — выберите, что имеется в виду:", en: "\"{1}\" may mean several; choose:"
            )
        case .pickWhich:
            Bilingual(
                ru: "«{1}» есть в нескольких названиях — выберите стрелками или щелчком",
                en: "\"{1}\" stands in several names: choose by the arrows or a click")
        case .pickUnclear: Bilingual(ru: "уточните", en: "which one?")
        case .pickUnknown: Bilingual(ru: "нет в списке", en: "not in the list")
        case .pickRemove: Bilingual(ru: "Убрать: {1}", en: "Remove: {1}")
        case .pickRemoved: Bilingual(ru: "Убрано: {1}", en: "Removed: {1}")
        case .pickAdded: Bilingual(ru: "Выбрано: {1}", en: "Chosen: {1}")
        case .pickCount: Bilingual(ru: "Найдено: {1}", en: "Found: {1}")
        case .pickMore:
            Bilingual(ru: "Показаны первые {1}, уточните название", en: "The first {1} are shown; type more")
        case .pickOpen: Bilingual(ru: "Открыть список", en: "Open the list")
        case .pickPlace: Bilingual(ru: "место в нём: раздел, страница", en: "the place in it: section, page")
        case .pickCreate: Bilingual(ru: "Добавить в список: «{1}»…", en: "Add to the list: \"{1}\"…")
        case .pickNotLoaded:
            Bilingual(
                ru: "Список не загрузился: проверьте, работает ли сервер",
                en: "The list was not loaded: is the server at work?")
        case .askCancel: Bilingual(ru: "Отмена", en: "Cancel")
        case .entryTitle: Bilingual(ru: "Новая запись в списке «{1}»", en: "A new entry of \"{1}\"")
        case .entryAdd: Bilingual(ru: "Добавить в список", en: "Add to the list")
        case .entryCancel: Bilingual(ru: "Отмена", en: "Cancel")
        case .entryUseIt: Bilingual(ru: "Взять «{1}»", en: "Take \"{1}\"")
        case .entryAnyway: Bilingual(ru: "Нет, добавить новую запись", en: "No, add a new entry")
        case .entryFailed:
            Bilingual(ru: "Запись не добавлена: сервер не отвечает.", en: "Not added: the server does not answer.")
        case .showPlace: Bilingual(ru: "показать", en: "show")
        case .notSent:
            Bilingual(
                ru:
                    "Не сохранено: программа не отвечает. Не закрывайте страницу — всё набранное в ней. Запустите album serve снова и нажмите ещё раз.",
                en:
                    "Not saved: the program does not answer. Do not close the page, it holds all that was typed. Start album serve again and press once more."
            )
        case .stillComing:
            Bilingual(
                ru: "Добавленное ещё принимается: сохранится вместе с ним…",
                en: "What was added is still being taken: it will be saved with the rest…")
        case .notArrived:
            Bilingual(
                ru: "Не сохранено: не всё принято, причина сказана выше. Если так и надо, нажмите ещё раз.",
                en: "Not saved: not all was taken, why is said above. If that is as it should be, press once more.")
        case .attachFile: Bilingual(ru: "Приложить файл…", en: "Attach a file…")
        case .attached: Bilingual(ru: "Приложен: {1}", en: "Attached: {1}")
        case .entryOthers:
            Bilingual(
                ru: "Увидят все материалы сайта, запись сохранится сразу.",
                en: "All materials see it; it is saved at once.")
        case .showPage: Bilingual(ru: "Показать страницу", en: "Show the page")
        case .goToText: Bilingual(ru: "Перейти к этому разделу в тексте", en: "Go to this section of the text")
        case .hidePage: Bilingual(ru: "Скрыть страницу", en: "Hide the page")
        }
    }
}

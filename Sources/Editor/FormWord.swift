import Diagnostics
import Languages

/// Words that the script of a form says.
enum FormWord: String, CaseIterable, Worded {
    case perhaps, typedIsKept, typedElsewhere, keepThis, takeThat, noServer, serverIsBack, understood, fix, makePicture,
        rawPicture, pictureMade,
        mendedButMore, timeNotUnderstood, addToField

    var wording: Bilingual {
        switch self {
        case .perhaps: Bilingual(ru: "возможно:", en: "perhaps:")
        case .typedIsKept:
            Bilingual(
                ru: "Набранное не пропадёт, но в файл ещё не сохранено",
                en: "What is typed is kept, and not saved to the file yet")
        case .typedElsewhere:
            Bilingual(
                ru:
                    "Этот материал открыт ещё в одной вкладке, и там набрано другое. Ничего не пропало: оба текста хранятся. Какой из них продолжать?",
                en:
                    "This material is open in another tab as well, with something else typed. Both are kept. Which one goes on?"
            )
        case .keepThis: Bilingual(ru: "Этот, что здесь", en: "The one here")
        case .takeThat: Bilingual(ru: "Тот, из другой вкладки", en: "The one of the other tab")
        case .noServer:
            Bilingual(
                ru:
                    "Программа не отвечает: не закрывайте страницу, текст остаётся в ней, и запустите album serve снова",
                en: "The server does not answer: leave this page open, the text stays in it")
        case .serverIsBack: Bilingual(ru: "Программа снова отвечает.", en: "The server answers again.")
        case .fix: Bilingual(ru: "Исправить", en: "Mend it")
        case .makePicture: Bilingual(ru: "Уменьшить картинку", en: "Make the picture smaller")
        case .rawPicture: Bilingual(ru: "Переделать картинку", en: "Make the picture anew")
        case .pictureMade: Bilingual(ru: "Готово", en: "Done")
        case .mendedButMore:
            Bilingual(
                ru: "Отмеченное исправлено, но есть и другие замечания: они стоят у своих полей и под текстом",
                en: "What was marked is corrected, but there is more: it stands at its fields and below the text")
        case .timeNotUnderstood:
            Bilingual(
                ru: "В поле «{1}» не понято «{2}»: на странице останется так, как написано",
                en: "\"{2}\" of the field \"{1}\" is not understood: the page shows it as written")
        case .addToField: Bilingual(ru: "Добавить в поле «{1}»: {2}", en: "Add to \"{1}\": {2}")
        case .understood: Bilingual(ru: "Понято: {1}", en: "Understood: {1}")
        }
    }
}

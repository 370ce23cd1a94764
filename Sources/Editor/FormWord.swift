import Diagnostics
import Languages

/// Words that the script of a form says.
enum FormWord: String, CaseIterable, Worded {
    case perhaps, typedIsKept, noServer, understood, sample, section, subsection, bullets, bold, italic
    case link, linkAddress, chooseFile, putIn, fileNotTaken, askAlternative, askFileTitle

    var wording: Bilingual {
        switch self {
        case .perhaps: Bilingual(ru: "возможно:", en: "perhaps:")
        case .typedIsKept:
            Bilingual(
                ru: "Набранное не пропадёт, но в файл ещё не сохранено",
                en: "What is typed is kept, and not saved to the file yet")
        case .noServer:
            Bilingual(
                ru: "Сервер не отвечает: не закрывайте страницу, текст остаётся в ней",
                en: "The server does not answer: leave this page open, the text stays in it")
        case .understood: Bilingual(ru: "Понято: {1}", en: "Understood: {1}")
        case .sample: Bilingual(ru: "текст", en: "text")
        case .section: Bilingual(ru: "Раздел", en: "Section")
        case .subsection: Bilingual(ru: "Подраздел", en: "Subsection")
        case .bullets: Bilingual(ru: "Список", en: "List")
        case .bold: Bilingual(ru: "Жирный", en: "Bold")
        case .italic: Bilingual(ru: "Курсив", en: "Italic")
        case .link: Bilingual(ru: "Ссылка", en: "Link")
        case .linkAddress: Bilingual(ru: "адрес", en: "address")
        case .chooseFile: Bilingual(ru: "Файл или картинка", en: "File or picture")
        case .putIn: Bilingual(ru: "Вставить", en: "Put in")
        case .fileNotTaken:
            Bilingual(
                ru: "Файл «{1}» не принят: он слишком велик или сервер не отвечает.",
                en: "The file \"{1}\" was not taken: it is too large, or the server does not answer.")
        case .askAlternative:
            Bilingual(
                ru: "Что на картинке? Прочитают те, кто её не видит.",
                en: "What does the picture show? Those who do not see it will read this.")
        case .askFileTitle:
            Bilingual(ru: "Как назвать ссылку на файл?", en: "What shall the link to the file be called?")
        }
    }
}

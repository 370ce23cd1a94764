/// Why a configuration or a list may not say what it says: it would lead out of the site, or make the program stop.
package enum SafetyReason {
    package static let theme = Bilingual(
        ru: "theme — это имя папки внутри themes, без косых черт и точек: «{1}» не годится; напишите theme: album",
        en: "theme is the name of a folder in themes, without slashes and dots, not \"{1}\"; write theme: album")
    package static let bundleURL = Bilingual(
        ru:
            "url архива — полный адрес без пробелов, который начинается с https://; исправьте его или уберите строку url",
        en: "the bundle's url is a whole address that begins with https://; correct it or remove the line url")
    package static let entryURL = Bilingual(
        ru: "url — полный адрес без пробелов, который начинается с https://; исправьте его или уберите строку url",
        en: "url is a whole address that begins with https://; correct it or remove the line url")
    package static let tileTooFar = Bilingual(
        ru: "tile — место на карте: столбец и строка от 1 до 100", en: "tile is a place on the map: 1 to 100 each")
}

extension DiagnosticCode {
    /// Codes of what a theme could do to the program that reads it.
    package static let safetyCodes: [DiagnosticCode] = [
        themeOutside, themeStringNotForms, themeStringNotText, templateTooDeep,
    ]

    package static let themeOutside = DiagnosticCode(
        "theme-outside", .error,
        ru: "папка темы «{1}» — ссылка, которая ведёт за пределы папки themes",
        en: "the folder of the theme \"{1}\" is a link that leads out of themes",
        remedyRu: "положите в папку themes саму тему вместо ссылки на неё",
        remedyEn: "put the theme itself into themes instead of a link")
    package static let themeStringNotForms = DiagnosticCode(
        "theme-string-not-forms", .error,
        ru: "у «{1}» должны быть формы числа, а стоит один текст",
        en: "\"{1}\" needs plural forms, not one text",
        remedyRu: "запишите под ним с отступом три строки: one, few и many",
        remedyEn: "write one, few and many in lines of their own below it")
    package static let themeStringNotText = DiagnosticCode(
        "theme-string-not-text", .error,
        ru: "у «{1}» должен быть один текст, а стоят формы числа",
        en: "\"{1}\" needs one text, not plural forms",
        remedyRu: "запишите один текст в кавычках в той же строке, без one, few и many",
        remedyEn: "write one quoted text in the same line, without one, few and many")
    package static let templateTooDeep = DiagnosticCode(
        "template-too-deep", .error,
        ru: "разделы и вставки вложены друг в друга глубже {1} уровней",
        en: "sections and partials are nested deeper than {1} levels",
        remedyRu: "вынесите внутренние разделы наружу", remedyEn: "nest them less deeply")
}

extension DiagnosticCode {
    /// Codes of themes: templates, strings.
    package static let themingCodes: [DiagnosticCode] =
        [
            templateUnknownVariable, templateUnknownPartial, templateUnknownLayout, templateMissing, templateCycle,
            templateUnclosedSection, templateUnopenedSection, templateUnclosedTag, templateUnsupportedTag,
            templateStrayBlock, templateStrayContent, templateTextUnescaped, templateHTMLEscaped, templateNotShowable,
            templateUnknownString, templateUnknownAsset, styleUnknownFile, themeMissingString, themeMissingForm,
            themeStringsSyntax,
            themeNotUTF8,
        ] + safetyCodes

    package static let templateUnknownVariable = DiagnosticCode(
        "template-unknown-variable", .error,
        ru: "у «{2}» нет значения «{1}»",
        en: "“{2}” has no value “{1}”",
        remedyRu: "возьмите имя из списка значений этого вида в THEMES.md",
        remedyEn: "use a name that THEMES.md lists")

    package static let templateUnknownPartial = DiagnosticCode(
        "template-unknown-partial", .error,
        ru: "нет шаблона «{1}»",
        en: "there is no template “{1}”",
        remedyRu: "имя пишется от папки templates, без .mustache",
        remedyEn: "names begin below templates/, without .mustache")

    package static let templateUnknownLayout = DiagnosticCode(
        "template-unknown-layout", .error,
        ru: "нет макета «{1}»",
        en: "there is no layout “{1}”",
        remedyRu: "имя пишется от папки templates, без .mustache",
        remedyEn: "names begin below templates/, without .mustache")

    package static let templateMissing = DiagnosticCode(
        "template-missing", .error,
        ru: "в теме нет шаблона для вида «{1}»",
        en: "the theme has no template for “{1}”",
        remedyRu: "верните файл или положите свой под этим именем",
        remedyEn: "restore the file, or put your own there")

    package static let templateCycle = DiagnosticCode(
        "template-cycle", .error,
        ru: "шаблон «{1}» вставляет сам себя",
        en: "the template “{1}” includes itself",
        remedyRu: "уберите вставку или заключите её в раздел по списку",
        remedyEn: "remove the inclusion, or put it into a section over a list")

    package static let templateUnclosedSection = DiagnosticCode(
        "template-unclosed-section", .error,
        ru: "раздел «{1}» не закрыт",
        en: "the section “{1}” is not closed",
        remedyRu: "допишите {{/{1}}}",
        remedyEn: "add {{/{1}}}")

    package static let templateUnopenedSection = DiagnosticCode(
        "template-unopened-section", .error,
        ru: "закрыт раздел «{1}», который не открыт",
        en: "the section “{1}” is closed but not open")

    package static let templateUnclosedTag = DiagnosticCode(
        "template-unclosed-tag", .error,
        ru: "у тега нет закрывающих скобок",
        en: "the tag has no closing braces")

    package static let templateUnsupportedTag = DiagnosticCode(
        "template-unsupported-tag", .error,
        ru: "такой тег не поддерживается: {1}",
        en: "this tag is not supported: {1}",
        remedyRu: "можно: значение, раздел, вставка, макет, блок, примечание",
        remedyEn: "use values, sections, partials, layouts, blocks and comments")

    package static let templateStrayBlock = DiagnosticCode(
        "template-stray-block", .error,
        ru: "в макете «{2}» нет блока «{1}»",
        en: "the layout “{2}” has no block “{1}”")

    package static let templateStrayContent = DiagnosticCode(
        "template-stray-content", .error,
        ru: "внутри {{<{1}}} стоит не блок: на странице этого не будет",
        en: "only blocks may stand inside {{<{1}}}: this would not be shown",
        remedyRu: "перенесите в один из блоков",
        remedyEn: "move it into a block")

    package static let templateTextUnescaped = DiagnosticCode(
        "template-text-unescaped", .error,
        ru: "«{1}» — простой текст, без экранирования его показывать нельзя",
        en: "“{1}” is plain text and may not be shown unescaped",
        remedyRu: "двойные скобки вместо тройных",
        remedyEn: "use two braces instead of three")

    package static let templateHTMLEscaped = DiagnosticCode(
        "template-html-escaped", .error,
        ru: "«{1}» — готовый HTML, в двойных скобках будут видны теги",
        en: "“{1}” is ready HTML, two braces would show its tags",
        remedyRu: "тройные скобки вместо двойных",
        remedyEn: "use three braces instead of two")

    package static let templateNotShowable = DiagnosticCode(
        "template-not-showable", .error,
        ru: "«{1}» нельзя показать как текст",
        en: "“{1}” cannot be shown as text",
        remedyRu: "откройте раздел: {{#{1}}}…{{/{1}}}",
        remedyEn: "open a section: {{#{1}}}…{{/{1}}}")

    package static let templateUnknownString = DiagnosticCode(
        "template-unknown-string", .error,
        ru: "в словаре темы нет текста «{1}»",
        en: "the theme's strings have no text “{1}”",
        remedyRu: "добавьте его в strings/ темы",
        remedyEn: "add it to the theme's strings/")

    package static let templateUnknownAsset = DiagnosticCode(
        "template-unknown-asset", .error,
        ru: "в теме нет файла «{1}»",
        en: "the theme has no file “{1}”",
        remedyRu: "путь от папки assets, вместо точек и косых черт — подчёркивания",
        remedyEn: "write the path below assets/ with underscores for dots and slashes")

    package static let styleUnknownFile = DiagnosticCode(
        "style-unknown-file", .error,
        ru: "в теме нет файла «{1}», на который ссылается таблица стилей",
        en: "the theme has no file “{1}”, which the style sheet names",
        remedyRu: "путь пишется от папки самой таблицы стилей: url(\"../fonts/title.woff2\")",
        remedyEn: "write the path from the style sheet's own folder: url(\"../fonts/title.woff2\")")

    package static let themeMissingString = DiagnosticCode(
        "theme-missing-string", .error,
        ru: "в словаре темы нет нужного программе текста «{1}»",
        en: "the theme's strings lack “{1}”, which the program needs")

    package static let themeMissingForm = DiagnosticCode(
        "theme-missing-form", .error,
        ru: "у «{1}» не все формы числа",
        en: "“{1}” lacks a plural form",
        remedyRu: "нужны one, few и many: материал, материала, материалов",
        remedyEn: "give one and many (and few in Russian)")

    package static let themeStringsSyntax = DiagnosticCode(
        "theme-strings-syntax", .error,
        ru: "строка словаря не понята",
        en: "this line of the strings file is not understood",
        remedyRu: "пишите: ключ: \"текст\"",
        remedyEn: "write: key: \"text\"")

    package static let themeNotUTF8 = DiagnosticCode(
        "theme-not-utf8", .error,
        ru: "файл темы не в кодировке UTF-8",
        en: "the theme's file is not UTF-8",
        remedyRu: "сохраните его в UTF-8",
        remedyEn: "save it as UTF-8")
}

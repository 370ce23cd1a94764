extension DiagnosticCode {
    /// Codes of values that YAML would take otherwise than meant.
    package static let yamlValueCodes = [cutValue, dashedFence]

    package static let dashedFence = DiagnosticCode(
        "dashed-fence", .error, ru: "строка «{1}» — не «---»: Word заменил дефисы на тире, и шапка не прочитана",
        en: "the line \"{1}\" is not ---: hyphens became dashes, and the front matter is not read",
        remedyRu: "сотрите строку и наберите в ней три дефиса: «---»",
        remedyEn: "delete the line and type three hyphens: ---")
    package static let cutValue = DiagnosticCode(
        "cut-value", .warning, ru: "решётка с пробелом перед ней обрезает значение: «{1}» пропадёт",
        en: "a space and # cut the value: \"{1}\" is lost",
        remedyRu: "возьмите всё значение в кавычки: \"{2} {1}\"", remedyEn: "quote the whole value: \"{2} {1}\"")
}

extension YAMLReason {
    package static let noSpace = Bilingual(
        ru: "после двоеточия нет пробела; поставьте его: «поле: значение»",
        en: "no space behind the colon; put one: \"field: value\"")
    package static let noBreakSpace = Bilingual(
        ru: "после двоеточия стоит неразрывный пробел; замените его обычным",
        en: "a no-break space behind the colon; put a plain one")
    package static let indented = Bilingual(
        ru: "строка сдвинута вправо; уберите пробелы в её начале",
        en: "the line is indented; remove the spaces before it")
    package static let openQuote = Bilingual(
        ru: "кавычки открыты и не закрыты; поставьте вторую в конце строки или уберите первую",
        en: "the quotes are never closed; put the second at the end of the line, or remove the first")
    package static let openBracket = Bilingual(
        ru: "скобка [ не закрыта; поставьте ] в конце строки", en: "[ is never closed; put ] at the end of the line")
    package static let hash = Bilingual(
        ru: "решётка с пробелом перед ней обрезает строку; возьмите это значение в кавычки",
        en: "a space and # cut the line; quote this value")
}

extension DiagnosticCode {
    package static let noValue = DiagnosticCode(
        "no-value", .warning, ru: "«{2}» в «{1}» — не значение: прочитано как пустое",
        en: "\"{2}\" in \"{1}\" is no value: it is read as empty",
        remedyRu:
            "уберите строку с этим полем, а ячейку таблицы оставьте пустой; чего нет в источнике, о том пишут «нет в источнике»",
        remedyEn: "remove the field, or empty the cell; write «нет в источнике» where the source has none")
}

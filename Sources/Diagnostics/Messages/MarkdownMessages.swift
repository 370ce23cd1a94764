extension DiagnosticCode {
    /// Codes of the Markdown layer.
    package static let markdownCodes: [DiagnosticCode] =
        [
            rawHTML, unsafeAddress, topHeading, skippedHeadingLevel, missingAlt, unknownFootnote, unusedFootnote,
            surplusCell,
        ] + visibleMarkCodes

    package static let rawHTML = DiagnosticCode(
        "raw-html", .warning, ru: "такой HTML в тексте не действует и показан как есть: {1}",
        en: "such HTML is shown as text: {1}",
        remedyRu:
            "замените разметкой Markdown или уберите; действуют <br> и пары <sup>…</sup>, <sub>…</sub>, <kbd>…</kbd>,"
            + " <small>…</small> без свойств",
        remedyEn:
            "use Markdown instead, or remove it; <br> and pairs of <sup>, <sub>, <kbd> and <small> without attributes"
            + " do work")
    package static let unsafeAddress = DiagnosticCode(
        "unsafe-address", .error, ru: "адрес «{1}» не допускается", en: "the address \"{1}\" is not allowed",
        remedyRu: "годятся https, http, mailto, tel и пути внутри альбома",
        remedyEn: "use https, http, mailto, tel or a path")
    package static let topHeading = DiagnosticCode(
        "top-heading", .warning, ru: "заголовок первого уровня «{1}»: им служит название материала",
        en: "a heading of level 1: \"{1}\"",
        remedyRu: "поставьте «##»: разделы материала начинаются со второго уровня", remedyEn: "begin with ##")
    package static let skippedHeadingLevel = DiagnosticCode(
        "skipped-heading-level", .warning, ru: "заголовок уровня {1} стоит там, где ожидался уровень {2}",
        en: "heading of level {1} where {2} was expected",
        remedyRu: "уберите лишние «#»: уровни идут подряд, без пропусков", remedyEn: "go down one level at a time")
    package static let missingAlt = DiagnosticCode(
        "missing-alt", .warning, ru: "у картинки «{1}» нет описания", en: "the image \"{1}\" has no description",
        remedyRu: "напишите в квадратных скобках, что на ней изображено: ![описание](файл)",
        remedyEn: "describe it in the brackets")
    package static let unknownFootnote = DiagnosticCode(
        "unknown-footnote", .error, ru: "сноски «{1}» нет", en: "there is no footnote \"{1}\"",
        remedyRu: "добавьте в конец текста строку «[^{1}]: …»", remedyEn: "add a line [^{1}]: …")
    package static let unusedFootnote = DiagnosticCode(
        "unused-footnote", .warning, ru: "на сноску «{1}» никто не ссылается",
        en: "nothing refers to the footnote \"{1}\"",
        remedyRu: "поставьте в тексте [^{1}] или уберите сноску", remedyEn: "put [^{1}] into the text or remove it")
    package static let surplusCell = DiagnosticCode(
        "surplus-cell", .warning, ru: "в строке таблицы ячеек больше, чем столбцов: не показано «{1}»",
        en: "the row has more cells than the table has columns: \"{1}\" is not shown",
        remedyRu: "добавьте столбец в заголовок; черту внутри ячейки пишите «\\|»",
        remedyEn: "add a column to the header; write a pipe inside a cell as \\|")
}

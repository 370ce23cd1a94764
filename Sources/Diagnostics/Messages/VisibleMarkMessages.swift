extension DiagnosticCode {
    /// Codes of marks that readers would see as letters, since they mark nothing up.
    package static let visibleMarkCodes = [
        spacedAddress, localPath, openWikiLink, emptyWikiLink, openMark, wordFootnote, headingAnchor, foreignMark,
        pastedList, emptyAlert, unseenBlank, gluedNumber, indentedProse, openFence, emptyHeading, mixedLetters,
        swallowedSigns, joinedLines, numberedLines, renumberedItem, underlinedText, fontSign, listInNote,
        leadingSign, partedLink,
    ]

    package static let spacedAddress = DiagnosticCode(
        "spaced-address", .error, ru: "в адресе «{1}» пробел, и ссылка показана буквами",
        en: "a space in the address \"{1}\": the link is shown as letters",
        remedyRu: "возьмите адрес в угловые скобки: (<{1}>)", remedyEn: "put the address in angle brackets: (<{1}>)")
    package static let localPath = DiagnosticCode(
        "local-path", .error, ru: "«{1}» — место на вашем компьютере: у читателя его нет",
        en: "\"{1}\" is a place on your own computer",
        remedyRu: "положите файл рядом с материалом и сошлитесь по имени: [скан](skan.pdf); или уберите путь",
        remedyEn: "put the file beside the material and link to its name, or remove the path")
    package static let openWikiLink = DiagnosticCode(
        "open-wiki-link", .warning, ru: "скобки [[ не закрыты: ссылка показана буквами",
        en: "[[ is never closed: the link is shown as letters",
        remedyRu: "закройте двумя скобками: [[имя-файла]]", remedyEn: "close it: [[name]]")
    package static let emptyWikiLink = DiagnosticCode(
        "empty-wiki-link", .warning, ru: "в скобках [[ ]] нет имени: они показаны буквами",
        en: "[[ ]] holds no name and is shown as letters",
        remedyRu: "впишите имя материала: [[имя-файла]], или уберите скобки",
        remedyEn: "write the name of a material, [[name]], or remove the brackets")
    package static let openMark = DiagnosticCode(
        "open-mark", .warning, ru: "знаки «{1}» ничего не выделяют и видны читателю",
        en: "\"{1}\" marks nothing and is shown",
        remedyRu:
            "поставьте такие же с другой стороны выделения, вплотную к словам, а между ними и соседним словом — пробел;"
            + " или уберите",
        remedyEn: "put the same on the other side, close to the words, with a space outside; or remove them")
    package static let wordFootnote = DiagnosticCode(
        "word-footnote", .warning, ru: "«{1}» — номер сноски из Word: на странице он ничего не значит",
        en: "\"{1}\" is a footnote mark of a word processor",
        remedyRu: "напишите [^{2}], а в конце текста — строку «[^{2}]: текст сноски»; или уберите",
        remedyEn: "write [^{2}], and at the end a line \"[^{2}]: the note\"; or remove it")
    package static let headingAnchor = DiagnosticCode(
        "heading-anchor", .warning, ru: "«{1}» в заголовке видно читателю: адреса заголовков здесь получаются сами",
        en: "\"{1}\" in the heading is shown: anchors are made by the program",
        remedyRu: "уберите «{1}»", remedyEn: "remove \"{1}\"")
    package static let foreignMark = DiagnosticCode(
        "foreign-mark", .warning, ru: "«{1}» — разметка другой программы: здесь она видна буквами",
        en: "\"{1}\" is markup of another program and shown as letters",
        remedyRu: "уберите её; важное начинают строкой «> [!NOTE]», содержание страница строит сама",
        remedyEn: "remove it; a note begins with \"> [!NOTE]\", contents are made by the program")
    package static let pastedList = DiagnosticCode(
        "pasted-list", .warning, ru: "строки со знаком «{1}» слились в один абзац: это не список",
        en: "lines that begin with \"{1}\" are one paragraph and no list",
        remedyRu: "начните каждую строку с «- » вместо «{1}», без отступа; перед первой оставьте пустую строку",
        remedyEn: "begin each line with \"- \" for \"{1}\", not indented, after an empty line")
    package static let emptyAlert = DiagnosticCode(
        "empty-alert", .warning, ru: "под пометкой «> [!…]» нет текста", en: "an alert without a text",
        remedyRu: "начните знаком «> » и следующие строки, без пустой строки перед ними",
        remedyEn: "begin the following lines with \"> \" too, without an empty line before them")
    package static let unseenBlank = DiagnosticCode(
        "unseen-blank", .warning,
        ru: "у знака «{1}» стоит неразрывный пробел или невидимый знак, и разметка показана буквами (таких строк: {2})",
        en: "a no-break space or an invisible character beside \"{1}\": the markup is shown as letters (lines: {2})",
        remedyRu:
            "сотрите всё от начала строки до первого слова и наберите «{1}» заново, с обычным пробелом после знака",
        remedyEn:
            "delete all from the beginning of the line to its first word and type \"{1}\" again, with a plain space")
    package static let swallowedSigns = DiagnosticCode(
        "swallowed-signs", .warning, ru: "знаки в «{1}» прочитаны как курсив или зачёркивание и пропали",
        en: "the signs in \"{1}\" were read as an emphasis or a deletion and are gone",
        remedyRu: "напишите «{2}»", remedyEn: "write \"{2}\"")
    package static let leadingSign = DiagnosticCode(
        "leading-sign", .warning, ru: "знак «{1}» в начале строки прочитан как разметка и пропал: «{2}»",
        en: "the sign \"{1}\" at the beginning of the line was read as markup and is gone: \"{2}\"",
        remedyRu:
            "поставьте перед ним обратную черту: «\\{1}», или замените его словом; если это цитата, возьмите её в «ёлочки», если пункт списка — начните его с «- »",
        remedyEn:
            "put a backslash before it, \\{1}, or write a word; put a quotation in quotes, begin an item with \"- \"")
    package static let partedLink = DiagnosticCode(
        "parted-link", .warning, ru: "между скобками «]» и «(» пробел, и ссылка на «{1}» показана буквами",
        en: "a space between ] and (: the link to \"{1}\" is shown as letters",
        remedyRu: "уберите пробел: [текст]({1})", remedyEn: "remove the space: [text]({1})")
    package static let joinedLines = DiagnosticCode(
        "joined-lines", .hint, ru: "строка «{1}…» сольётся с тем, что над ней: между ними нет пустой строки",
        en: "the line \"{1}…\" runs on from the one above: there is no empty line between them",
        remedyRu: "поставьте перед ней пустую строку; пробелы и табуляцию в её начале, если они есть, уберите",
        remedyEn: "put an empty line before it; remove spaces and tabs at its beginning, if there are any")
    package static let gluedNumber = DiagnosticCode(
        "glued-number", .warning, ru: "после «{1}» нет пробела: пункт списка не получился",
        en: "no space behind \"{1}\": this is no list item",
        remedyRu: "поставьте пробел: «{1} …»", remedyEn: "put a space behind it: \"{1} …\"")
    package static let indentedProse = DiagnosticCode(
        "indented-prose", .warning, ru: "абзац сдвинут вправо и показан моноширинным шрифтом, как код",
        en: "the paragraph is indented and shown as code",
        remedyRu: "уберите пробелы и табуляцию в начале строки", remedyEn: "remove the spaces before the line")
    package static let openFence = DiagnosticCode(
        "open-fence", .warning, ru: "блок «{1}» открыт и не закрыт: весь текст до конца файла показан как код",
        en: "the block \"{1}\" is never closed: all text to the end is shown as code",
        remedyRu: "поставьте «{1}» отдельной строкой там, где блок кончается", remedyEn: "close it with \"{1}\"")
    package static let emptyHeading = DiagnosticCode(
        "empty-heading", .warning, ru: "заголовок без текста", en: "a heading without a text",
        remedyRu: "напишите его или уберите «#»", remedyEn: "write it, or remove the #")
    package static let mixedLetters = DiagnosticCode(
        "mixed-letters", .warning, ru: "в слове «{1}» русские буквы вперемешку с латинскими",
        en: "Cyrillic and Latin letters are mixed in the word \"{1}\"",
        remedyRu: "наберите слово заново русскими буквами: «{2}»", remedyEn: "type it again: \"{2}\"")
    package static let numberedLines = DiagnosticCode(
        "numbered-lines", .warning,
        ru: "строки с номерами, начиная с «{1}», слились в один абзац: пунктов не получилось",
        en: "lines with numbers from \"{1}\" on are one paragraph and no items",
        remedyRu:
            "перед каждой строкой с номером поставьте пустую строку; пробелы и табуляцию в её начале, если они есть, уберите",
        remedyEn:
            "put an empty line before each line with a number; remove spaces and tabs at its beginning, if there are any"
    )
    package static let renumberedItem = DiagnosticCode(
        "renumbered-item", .warning, ru: "пункт «{1}» на странице станет «{2}»: список нумеруется подряд",
        en: "the item \"{1}\" is shown as \"{2}\": lists are numbered without gaps",
        remedyRu:
            "исправьте номер на «{2}»; если важен именно этот, напишите «{3}», а перед строкой и после неё — пустую строку",
        remedyEn: "write {2}; to keep this number write {3}, with an empty line before and after")
    package static let underlinedText = DiagnosticCode(
        "underlined-text", .warning, ru: "строка «{1}» под текстом сделала его заголовком",
        en: "the line \"{1}\" makes a heading of the text above it",
        remedyRu:
            "сотрите эту строку; если текст — заголовок, начните его с «## »; если это черта, напишите её после пустой строки: «---»",
        remedyEn:
            "delete this line; begin the text with ## where it is a heading; put a rule, ---, after an empty line")
    package static let fontSign = DiagnosticCode(
        "font-sign", .warning, ru: "знак из шрифта Word ({1}): у читателя на его месте пустой квадрат",
        en: "a sign of a word processor's font ({1}): readers see an empty square",
        remedyRu: "сотрите его или наберите обычный знак с клавиатуры", remedyEn: "delete it, or type a usual sign")
    package static let listInNote = DiagnosticCode(
        "list-in-note", .warning, ru: "у сноски «[^{1}]» нет слов: список под ней в сноску не вошёл",
        en: "the note [^{1}] has no words: the list below is none of it",
        remedyRu:
            "начните сноску словами: «[^{1}]: …»; список, который к ней относится, — после пустой строки, каждая строка с отступом в четыре пробела",
        remedyEn: "begin it with words, [^{1}]: …; put its list after an empty line, each line behind four spaces")
}

extension DiagnosticCode {
    /// Codes of marks that were meant as such and made none, so that readers see them as letters.
    package static let lostMarkCodes: [DiagnosticCode] = [
        lostLink, localPath, lostEmphasis, unclosedBrackets, unclosedFence, bareAddress,
    ]

    package static let lostLink = DiagnosticCode(
        "lost-link", .warning, ru: "ссылка или картинка не получилась, адрес виден как текст: «{1}»",
        en: "no link or picture came of this, the address is shown as text: \"{1}\"",
        remedyRu: "возьмите адрес в угловые скобки: (<{1}>)", remedyEn: "put the address in angle brackets: (<{1}>)")
    package static let localPath = DiagnosticCode(
        "local-path", .warning, ru: "путь на вашем компьютере читателям не откроется: «{1}»",
        en: "readers cannot open a path on your computer: \"{1}\"",
        remedyRu: "положите файл рядом с материалом и сошлитесь на него по имени: [описание](<имя файла>)",
        remedyEn: "put the file beside the material and link to it by its name: [text](<file name>)")
    package static let lostEmphasis = DiagnosticCode(
        "lost-emphasis", .warning, ru: "звёздочки «**» ничего не выделили и видны читателям",
        en: "the asterisks ** mark nothing and are shown",
        remedyRu: "поставьте «**» вплотную к первому и последнему слову, а знаки препинания и пробел — за ними; "
            + "лишние уберите",
        remedyEn: "put ** close to the first and the last word, punctuation and a space behind it; remove what is left")
    package static let unclosedBrackets = DiagnosticCode(
        "unclosed-brackets", .warning, ru: "ссылка «[[» не закрыта и видна как текст",
        en: "the link [[ is not closed and shown as text",
        remedyRu: "закройте её двумя скобками: [[имя-файла]] или [[имя-файла|слова]]",
        remedyEn: "close it with two brackets: [[name]] or [[name|words]]")
    package static let unclosedFence = DiagnosticCode(
        "unclosed-fence", .warning, ru: "«{1}» не закрыто: весь текст до конца файла показан как код",
        en: "{1} is not closed: all text to the end of the file is shown as code",
        remedyRu: "поставьте строку «{1}» там, где код кончается, или уберите эту",
        remedyEn: "put a line {1} where the code ends, or remove this one")
    package static let bareAddress = DiagnosticCode(
        "bare-address", .error, ru: "у адреса «{1}» нет начала, по которому его узнаёт браузер",
        en: "the address \"{1}\" lacks the beginning by which a browser knows it",
        remedyRu: "напишите в круглых скобках {2}", remedyEn: "write {2} in the parentheses")
}

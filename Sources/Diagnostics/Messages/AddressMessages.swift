extension DiagnosticCode {
    /// Codes of addresses and names of files that were written otherwise than meant.
    package static let addressCodes = [bareAddress, editLink, commaInName, attachedAddress]

    package static let editLink = DiagnosticCode(
        "edit-link", .hint,
        ru: "ссылка открывает чужой документ для правки: читатели смогут его изменить или не откроют",
        en: "the link opens a document for editing",
        remedyRu: "скачайте документ, положите рядом с материалом и сошлитесь на файл",
        remedyEn: "link to a copy beside the material")
    package static let commaInName = DiagnosticCode(
        "comma-in-name", .error, ru: "запятая разделила имя файла «{1}» надвое",
        en: "the comma parted the file's name \"{1}\" in two",
        remedyRu: "возьмите имя в кавычки: \"{1}\"", remedyEn: "quote the name: \"{1}\"")

    package static let attachedAddress = DiagnosticCode(
        "attached-address", .error, ru: "«{1}» — адрес в сети, а во вложениях называют файлы",
        en: "\"{1}\" is an address, and attachments are files",
        remedyRu: "уберите его из attachments и дайте ссылку в тексте: [название]({1}); или положите файл рядом",
        remedyEn: "remove it and link to it in the text: [name]({1}), or put the file beside the material")
    package static let bareAddress = DiagnosticCode(
        "bare-address", .error, ru: "у адреса «{1}» нет начала, по которому его узнаёт браузер",
        en: "the address \"{1}\" lacks the beginning by which a browser knows it",
        remedyRu: "напишите в круглых скобках {2}", remedyEn: "write {2} in the parentheses")
}

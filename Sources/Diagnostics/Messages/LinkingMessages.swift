extension DiagnosticCode {
    /// Codes of links between materials.
    package static let linkingCodes: [DiagnosticCode] =
        [
            brokenLink, brokenAnchor, linkOutside, linkToDraft, linkToWithdrawn, unmarkedMunicipality, remotePicture,
            restsOnRepealed,
            contradictingStatus,
        ] + addressCodes

    package static let restsOnRepealed = DiagnosticCode(
        "rests-on-repealed", .warning, ru: "материал опирается на документ, который утратил силу: «{1}»",
        en: "the material rests on a document that is repealed: \"{1}\"",
        remedyRu: "сошлитесь на документ, который его заменил; если речь о прошлом, назовите его в тексте",
        remedyEn: "refer to the document that replaced it; if this is about the past, name it in the text")
    package static let contradictingStatus = DiagnosticCode(
        "contradicting-status", .warning, ru: "состояние документа — «{1}», а его отменил «{2}»",
        en: "the document is called \"{1}\", and \"{2}\" repealed it",
        remedyRu: "исправьте состояние или поле об отмене", remedyEn: "correct the status or the field of the other")

    package static let brokenLink = DiagnosticCode(
        "broken-link", .error, ru: "ссылка никуда не ведёт: «{1}»", en: "the link leads nowhere: \"{1}\"",
        remedyRu: "проверьте путь и имя файла; короче — [[имя-файла]]", remedyEn: "check the path")
    /// The same of an address on the web that names no site.
    package static let linkWithoutHost = DiagnosticCode(
        brokenLink.name, brokenLink.severity, ru: brokenLink.message.ru, en: brokenLink.message.en,
        remedyRu: "допишите адрес сайта: https://example.ru", remedyEn: "write the site: https://example.org")
    /// The same of a link to a material, whose file may have another name now.
    package static let brokenMaterialLink = DiagnosticCode(
        brokenLink.name, brokenLink.severity, ru: brokenLink.message.ru, en: brokenLink.message.en,
        remedyRu: "проверьте путь и имя файла; если файл переименован, впишите в его поле aliases прежнее имя: "
            + "«aliases: [{2}]»",
        remedyEn: "check the path; if the file was renamed, add its former name to its field aliases: aliases: [{2}]")
    package static let brokenAnchor = DiagnosticCode(
        "broken-anchor", .error, ru: "на странице «{1}» нет места «#{2}»", en: "the page \"{1}\" has no place \"#{2}\"",
        remedyRu: "возьмите якорь из содержания страницы или уберите часть после #",
        remedyEn: "take an anchor of that page")
    package static let linkOutside = DiagnosticCode(
        "link-outside", .error, ru: "ссылка «{1}» выходит за пределы content", en: "the link \"{1}\" leaves content/",
        remedyRu: "положите файл рядом с материалом и исправьте путь",
        remedyEn: "put the file beside the material and correct the path")
    package static let unmarkedMunicipality = DiagnosticCode(
        "unmarked-municipality", .hint, ru: "в тексте назван {1}, а в шапке его нет",
        en: "{1} is named in the text only",
        remedyRu: "добавьте его в поле «Муниципалитеты», если материал о нём", remedyEn: "add it to the front matter")
    package static let linkToDraft = DiagnosticCode(
        "link-to-draft", .warning, ru: "ссылка ведёт на черновик «{1}», которого в издании нет",
        en: "the link leads to the draft \"{1}\"",
        remedyRu: "снимите с материала draft или уберите ссылку", remedyEn: "publish the draft or remove the link")
    /// A name of what was withdrawn: its title, the day, and the page that readers are led to instead.
    package static let linkToWithdrawn = DiagnosticCode(
        "link-to-withdrawn", .warning, ru: "материал «{1}» снят с публикации с {2}",
        en: "the material \"{1}\" is withdrawn since {2}",
        remedyRu: "читатели видят его название с пометкой «снято с публикации»; назовите то, что его заменило, или "
            + "уберите упоминание",
        remedyEn: "readers see its title and that it was withdrawn; name what has taken its place, or nothing")
    /// The same where its page leads on to another.
    package static let linkToReplaced = linkToWithdrawn.worded(for: .withdrawnWithSuccessor)
    /// The same of one whose page leads on to the very material that names it.
    package static let linkToReplacedHere = linkToWithdrawn.worded(for: .withdrawnReplacedHere)
    /// What is told of ways that readers cannot go, and need not be told of a draft.
    package static let ofReadersWay: Set<DiagnosticCode> = [linkToDraft, linkToWithdrawn, linkToReplaced]
    package static let remotePicture = DiagnosticCode(
        "remote-picture", .error, ru: "картинка «{1}» лежит на другом сайте, а страницы ничего не берут из сети",
        en: "the picture \"{1}\" is on another site, and pages load nothing from elsewhere",
        remedyRu: "сохраните её рядом с материалом или дайте ссылку: [описание](адрес)",
        remedyEn: "save it beside the material, or link to it")
}

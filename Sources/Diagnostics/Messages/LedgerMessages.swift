extension DiagnosticCode {
    /// Codes of the list of published addresses.
    package static let ledgerCodes = [
        brokenLedger, addressLost, addressesLost, albumRemoved, addressBack, successorWithdrawn, bookNotMade,
    ]

    package static let brokenLedger = DiagnosticCode(
        "broken-ledger", .error, ru: "строка списка адресов не разобрана: «{1}»",
        en: "a line of the list of addresses is not understood: \"{1}\"",
        remedyRu: "список пишет сама программа: верните строку такой, какой она была; адрес стоит в нём один раз",
        remedyEn: "the program writes the list: restore the line; an address stands there once")
    private static let wayOut = Bilingual(
        ru:
            "переименовали — album mv или aliases у материала, was у записи словаря или у альбома в roots; черновик уберите из черновиков; "
            + "снимаете с публикации — album retire АДРЕС",
        en:
            "renamed: album mv, or aliases of the material, was of the entry, or of the album in roots; a draft: publish it; withdrawn on purpose: "
            + "album retire ADDRESS")
    package static let addressLost = DiagnosticCode(
        "address-lost", .error, ru: "на сайте пропал адрес {1}: он есть с издания {2}",
        en: "the site has lost the address {1}, which it has since the edition {2}", remedyRu: wayOut.ru,
        remedyEn: wayOut.en)
    package static let addressesLost = DiagnosticCode(
        "addresses-lost", .error, ru: "на сайте пропали опубликованные адреса: {1}",
        en: "the site has lost published addresses: {1}", remedyRu: wayOut.ru, remedyEn: wayOut.en)
    package static let albumRemoved = DiagnosticCode(
        "album-removed", .error, ru: "альбома «{1}» на сайте больше нет, а его адреса опубликованы ({2}): {3}",
        en: "the site has no album \"{1}\" any more, and its addresses are published ({2}): {3}",
        remedyRu:
            "убрали по ошибке — верните его в roots в album.yml; убрали насовсем — снимите все его адреса сразу: "
            + "album retire --of {1} --reason \"Почему\", а если и региона больше не будет, уберите его из regions.yml; "
            + "альбом называется иначе — допишите ему в roots «was: [{1}]»",
        remedyEn:
            "removed by mistake: restore it in roots of album.yml; for good: withdraw all of its addresses at once, "
            + "album retire --of {1} --reason \"Why\", and remove its region from regions.yml if that goes too; "
            + "called otherwise: add was: [{1}] to it in roots")
    package static let successorWithdrawn = DiagnosticCode(
        "successor-withdrawn", .hint,
        ru:
            "страница «{1}» снята с публикации, а названа как та, что вместо {2}: читателям там сказать «Вместо неё» нечего",
        en: "the page \"{1}\" was withdrawn, and is named as the one instead of {2}: readers there are led nowhere",
        remedyRu: "назовите, куда идти вместо «{1}»: album retire {1} --instead АДРЕС — тогда пойдут туда и отсюда",
        remedyEn:
            "name the page instead of \"{1}\": album retire {1} --instead ADDRESS; readers are led there from here too")
    package static let bookNotMade = DiagnosticCode(
        "book-not-made", .warning,
        ru: "книги {1} читатели скачивали, а эта сборка их не делает: по этим адресам будет 404",
        en: "readers have had the books {1}, and this build makes none of them: their addresses will answer 404",
        remedyRu: "соберите с книгами — album build --books; если их больше не будет, снимите адреса: album retire {2}",
        remedyEn: "build them, album build --books; if there are to be none, withdraw the addresses: album retire {2}")
    package static let addressBack = DiagnosticCode(
        "address-back", .warning, ru: "адрес «{1}» снят с публикации, а страница на сайте есть",
        en: "the address \"{1}\" was withdrawn, and the site has the page",
        remedyRu:
            "если страницы быть не должно, удалите материал или сделайте его черновиком; если она вернулась: album "
            + "retire {1} --undo, а если вернулся весь альбом — album retire --of ID --undo с его именем в roots",
        remedyEn:
            "remove the material or make it a draft; if the page is back: album retire {1} --undo, if a whole album is: "
            + "album retire --of ID --undo")
}

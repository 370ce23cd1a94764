extension DiagnosticCode {
    /// Codes of the list of published addresses.
    package static let ledgerCodes = [brokenLedger, addressLost, addressesLost, addressBack]

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
    package static let addressBack = DiagnosticCode(
        "address-back", .warning, ru: "адрес «{1}» снят с публикации, а страница на сайте есть",
        en: "the address \"{1}\" was withdrawn, and the site has the page",
        remedyRu:
            "если страницы быть не должно, удалите материал или сделайте его черновиком; если она вернулась, сотрите в "
            + "этой строке день и причину",
        remedyEn:
            "remove the material or make it a draft; if the page is back, delete the day and the reason from the line")
}

extension DiagnosticCode {
    /// Codes of addresses that lack their beginning.
    package static let addressCodes = [bareAddress]

    package static let bareAddress = DiagnosticCode(
        "bare-address", .error, ru: "у адреса «{1}» нет начала, по которому его узнаёт браузер",
        en: "the address \"{1}\" lacks the beginning by which a browser knows it",
        remedyRu: "напишите в круглых скобках {2}", remedyEn: "write {2} in the parentheses")
}

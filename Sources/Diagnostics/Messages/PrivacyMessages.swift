extension DiagnosticCode {
    /// Codes of what must not be published about people, and of the leave to publish it.
    package static let privacyCodes: [DiagnosticCode] = [
        insuranceNumber, passportNumber, mobilePhone, privateAddress, childWithClass, birthDate, namedOrganiser,
        brokenAllowance, idleAllowance,
    ]

    package static let insuranceNumber = DiagnosticCode(
        "insurance-number", .error, ru: "в тексте СНИЛС: «{1}»", en: "an insurance number (SNILS): \"{1}\"",
        remedyRu:
            "удалите номер; если это образец, а не номер человека, добавьте в шапку privacy-allow: [{text: \"{1}\", "
            + "reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "remove it, or add to the front matter privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]"
    )
    package static let passportNumber = DiagnosticCode(
        "passport-number", .error, ru: "в тексте серия и номер паспорта: «{1}»", en: "a passport number: \"{1}\"",
        remedyRu: "удалите номер; если это образец, а не паспорт человека, добавьте в шапку privacy-allow: [{text: "
            + "\"{1}\", reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "remove it, or add to the front matter privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]"
    )
    package static let mobilePhone = DiagnosticCode(
        "mobile-phone", .error, ru: "в тексте мобильный телефон: «{1}»", en: "a mobile phone: \"{1}\"",
        remedyRu: "замените его служебным телефоном с кодом города; если номер служебный, добавьте в шапку "
            + "privacy-allow: [{text: \"{1}\", reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "give an office phone, or add to the front matter "
            + "privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]")
    package static let privateAddress = DiagnosticCode(
        "private-email", .error, ru: "в тексте почта на общем почтовом сервере: «{1}»",
        en: "an address of a public mail service: \"{1}\"",
        remedyRu: "замените её почтой организации; если это почта организации, добавьте в шапку "
            + "privacy-allow: [{text: \"{1}\", reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "give the organisation's address, or add to the front matter "
            + "privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]")
    package static let childWithClass = DiagnosticCode(
        "child-with-class", .error, ru: "в тексте имя ребёнка вместе с классом: «{1}»",
        en: "a child's name beside a class: \"{1}\"",
        remedyRu: "уберите имя: «ученица 7 класса»; если это не ребёнок или согласие родителей есть, добавьте в шапку "
            + "privacy-allow: [{text: \"{1}\", reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "leave the name out; with the parents' consent add to the front matter "
            + "privacy-allow: [{text: \"{1}\", reason: \"consent\"}]")
    package static let birthDate = DiagnosticCode(
        "birth-date", .error, ru: "в тексте дата рождения вместе с именем или классом: «{1}»",
        en: "a date of birth beside a name or a class: \"{1}\"",
        remedyRu: "уберите дату рождения, а о ребёнке — и имя; если это исторический деятель, добавьте в шапку "
            + "privacy-allow: [{text: \"{1}\", reason: \"почему можно\"}]" + PrivacyWords.more,
        remedyEn: "leave the date out, and of a child the name too; of a figure of history add to the front matter "
            + "privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]")
    package static let namedOrganiser = DiagnosticCode(
        "named-organiser", .hint, ru: "среди организаторов назван человек: «{1}»", en: "an organiser is named: \"{1}\"",
        remedyRu: "оставьте должность и организацию, без фамилии", remedyEn: "leave the office, without the name")
    package static let brokenAllowance = DiagnosticCode(
        "broken-privacy-allow", .error, ru: "privacy-allow не разобрано: нужны и text, и reason",
        en: "privacy-allow needs both text and reason",
        remedyRu: "напишите privacy-allow: [{text: \"что разрешено\", reason: \"почему можно\"}]",
        remedyEn: "write privacy-allow: [{text: \"what\", reason: \"why\"}]")
    package static let idleAllowance = DiagnosticCode(
        "idle-privacy-allow", .warning, ru: "privacy-allow разрешает «{1}», а запрещать здесь нечего",
        en: "privacy-allow names \"{1}\", and nothing here is forbidden",
        remedyRu: "уберите эту запись из privacy-allow", remedyEn: "remove this entry of privacy-allow")
}

extension DiagnosticCode {
    /// The same code where it is found in a table's file: the leave stands in the front matter of the material `{2}`.
    package var inTableFile: DiagnosticCode {
        rewritten(ru: "в шапку материала {2}", en: "to the front matter of {2}")
    }

    /// The same code where it is found in an entry of a vocabulary, which has no front matter.
    package var inEntry: DiagnosticCode { rewritten(ru: "в эту запись словаря", en: "to this entry") }

    private func rewritten(ru: String, en: String) -> DiagnosticCode {
        DiagnosticCode(
            name, severity, ru: message.ru, en: message.en,
            remedyRu: remedy.ru.replacing("в шапку", with: ru),
            remedyEn: remedy.en.replacing("to the front matter", with: en))
    }
}

/// What the remedies of personal data have in common.
private enum PrivacyWords {
    static let more = " (если privacy-allow уже есть, допишите {text: …, reason: …} в его скобки через запятую)"
}

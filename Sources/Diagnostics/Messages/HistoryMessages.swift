extension DiagnosticCode {
    /// Entries of the past in materials of another time.
    package static let pastEntryCodes = [endedEntry, formerName]

    /// Former names and successors in vocabularies.
    package static let historyCodes = [unknownSuccessor, successorCircle, endlessEntry, formerNameTaken]

    package static let endedEntry = DiagnosticCode(
        "ended-entry", .hint, ru: "«{1}» с {2} года входит в «{3}», а материал датирован позже",
        en: "\"{1}\" is part of \"{3}\" since {2}, and the material is of a later date",
        remedyRu: "назовите «{3}» или поправьте date; если речь о прошлом, можно оставить",
        remedyEn: "name \"{3}\", or correct date; where it is about the past, it may stay")
    package static let formerName = DiagnosticCode(
        "former-name", .hint, ru: "«{1}» с {2} года называется «{3}»: запись найдена по прежнему названию",
        en: "\"{1}\" is called \"{3}\" since {2}: the entry was found by its former name",
        remedyRu: "в материале этого времени напишите «{3}»", remedyEn: "write \"{3}\" in a material of this time")
    package static let unknownSuccessor = DiagnosticCode(
        "unknown-successor", .error, ru: "записи «{1}», которую называет successor, в списке «{2}» нет",
        en: "there is no entry \"{1}\", named as successor, in \"{2}\"",
        remedyRu: "впишите id записи этого же списка или добавьте её",
        remedyEn: "write the id of an entry of the same vocabulary, or add one")
    package static let successorCircle = DiagnosticCode(
        "successor-circle", .error, ru: "преемники записей идут по кругу: {1}",
        en: "the successors run in a circle: {1}",
        remedyRu: "уберите successor у той записи, которая есть и теперь",
        remedyEn: "remove successor from the entry that there is today")
    package static let endlessEntry = DiagnosticCode(
        "endless-entry", .hint, ru: "у записи «{1}» есть преемник, но не сказано, до какого времени она была",
        en: "the entry \"{1}\" has a successor, and nothing says until when it was",
        remedyRu: "допишите последний год или день: valid: {to: 2020}",
        remedyEn: "add its last year or day: valid: {to: 2020}")
    package static let formerNameTaken = DiagnosticCode(
        "former-name-taken", .warning,
        ru: "прежнее название «{1}» записи «{2}» — это название другой записи: в материалах под ним поймут «{3}»",
        en: "the former name \"{1}\" of \"{2}\" is the name of another entry: it means \"{3}\"",
        remedyRu: "уберите его из was; если «{3}» стало частью «{2}», напишите там successor: {4}",
        remedyEn: "remove it from was; where \"{3}\" became part of \"{2}\", write successor: {4} there")
}

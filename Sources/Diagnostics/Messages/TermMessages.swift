extension DiagnosticCode {
    /// Codes of dates and terms.
    package static let termCodes = [
        badDate, unknownPeriod, noSuchDay, noSuchMonth, misspeltTerm, reversedTerm, severalTerms, termWithoutYear,
        guessedYear,
        fieldWithoutYear, dateOutsideTerm, repeatedTerm, ambiguousYear, ambiguousSchoolYear, shortYear, timeWithoutDay,
        durationWithoutBeginning, distantYear, dateRemark,
    ]

    package static let badDate = DiagnosticCode(
        "bad-date", .error, ru: "«{1}» — не дата", en: "\"{1}\" is not a date",
        remedyRu: "пишите «11 мая 2023» или «2023-05-11»", remedyEn: "write 2023-05-11")
    package static let unknownPeriod = DiagnosticCode(
        "unknown-period", .warning, ru: "срок «{1}» показан как текст: не понято «{2}»",
        en: "the term \"{1}\" is shown as text: \"{2}\" is not understood",
        remedyRu:
            "пишите «май 2023», «11–15 мая 2023», «I квартал 2023», «2022/23 учебный год», «в течение года»;"
            + " пояснение поставьте в скобки",
        remedyEn: "write a date, month, quarter or year; put a remark in parentheses")
    package static let noSuchDay = DiagnosticCode(
        "no-such-day", .warning, ru: "такого дня нет: «{1}»", en: "there is no such day: \"{1}\"",
        remedyRu: "исправьте число; ближайшее верное — «{2}»", remedyEn: "correct it; the nearest is \"{2}\"")
    package static let noSuchMonth = DiagnosticCode(
        "no-such-month", .warning, ru: "в «{1}» месяц {2}, а их двенадцать", en: "there is no month {2}: \"{1}\"",
        remedyRu: "напишите сначала день, потом месяц от 01 до 12, потом год: «31.12.2024»",
        remedyEn: "write the day, then the month from 01 to 12, then the year: 31.12.2024")
    package static let misspeltTerm = DiagnosticCode(
        "misspelt-term", .warning, ru: "срок «{1}» показан как текст: слово «{2}» не понято",
        en: "the term \"{1}\" is shown as text: the word \"{2}\" is not understood",
        remedyRu: "вместо «{2}» напишите «{3}»", remedyEn: "write \"{3}\" for \"{2}\"")
    package static let reversedTerm = DiagnosticCode(
        "reversed-term", .warning, ru: "конец срока раньше начала: «{1}»",
        en: "the term ends before it begins: \"{1}\"",
        remedyRu: "поменяйте даты местами или исправьте год: сначала начало, потом конец",
        remedyEn: "put the beginning first, or correct the year")
    package static let severalTerms = DiagnosticCode(
        "several-terms", .warning, ru: "здесь несколько сроков сразу: «{1}»; в календаре они останутся без даты",
        en: "several terms at once: \"{1}\"; the calendar will not have them",
        remedyRu: "оставьте в строке один срок, остальным дайте по строке; подряд идущие пишите «март – май 2024»",
        remedyEn: "leave one term, and give each of the others a row")
    package static let guessedYear = DiagnosticCode(
        "guessed-year", .hint, ru: "сроки без года (например, «{1}») отнесены к {2} — по дате материала",
        en: "terms without a year (such as \"{1}\") are taken to be of {2}, by the date of the material",
        remedyRu: "заполните поле «{3}»: 2026/27 учебный год", remedyEn: "fill in \"{3}\", as 2026/27")
    package static let termWithoutYear = DiagnosticCode(
        "term-without-year", .warning,
        ru: "у срока «{1}» нет года, и взять его неоткуда: в календаре он останется без даты",
        en: "the term \"{1}\" has no year, and nothing here tells it: the calendar will not have it",
        remedyRu: "допишите год: «{1} {2}», или укажите дату материала в поле date",
        remedyEn: "write the year, \"{1} {2}\", or the date of the material")
    package static let fieldWithoutYear = DiagnosticCode(
        "field-without-year", .warning, ru: "в сроке «{1}» нет года: показано как написано, но когда это, неизвестно",
        en: "the term \"{1}\" has no year: it is shown as written, and nobody knows when it is",
        remedyRu: "допишите год: «{1} {2}»", remedyEn: "write the year: \"{1} {2}\"")
    package static let dateOutsideTerm = DiagnosticCode(
        "date-outside-term", .warning,
        ru: "срок «{1}» показан как текст: дата в скобках, «{2}», не лежит внутри срока",
        en: "the term \"{1}\" is shown as text: the date in parentheses, \"{2}\", is not within it",
        remedyRu: "оставьте один срок, верный сейчас; о переносе напишите в скобках без даты или в другом столбце",
        remedyEn: "leave the one term that holds; write of the change without a date, or in another column")
    package static let repeatedTerm = DiagnosticCode(
        "repeated-term", .warning, ru: "срок «{1}» показан как текст: на какую строку он указывает, программа не знает",
        en: "the term \"{1}\" is shown as text: which row it points at is not known",
        remedyRu: "повторите срок в этой строке", remedyEn: "repeat the term in this row")
    package static let ambiguousYear = DiagnosticCode(
        "ambiguous-year", .warning,
        ru:
            "срок «{1}» может быть и {2}, и {3} года, до учебного года или в его конце: в календаре он останется без даты",
        en: "the term \"{1}\" may lie in {2} or {3}, before the school year or at its end: no calendar has it",
        remedyRu: "допишите год: «{1} {2}» или «{1} {3}»", remedyEn: "write the year: \"{1} {2}\" or \"{1} {3}\"")
    package static let ambiguousSchoolYear = DiagnosticCode(
        "ambiguous-school-year", .warning,
        ru:
            "срок «{1}» может быть и в {2} году, и в {3} учебном: какой год, здесь не сказано, в календаре он останется без даты",
        en: "the term \"{1}\" may be of the year {2} or of the school year {3}: no calendar has it",
        remedyRu:
            "допишите год: «{1} {2} года» или «{1} {3} учебного года»; для всей таблицы назовите его в шапке: «period: {2}» или «period: {3}»",
        remedyEn: "write \"{1} {2}\" or \"{1} {3}\", or name the year of the material: period: {2}, or period: {3}")
    package static let shortYear = DiagnosticCode(
        "short-year", .warning,
        ru: "«{1}» можно понять и как месяц с годом, и как день или час: показано как текст, в календаре — без даты",
        en: "\"{1}\" may be a month of a year, or a day or its time: it is shown as text, and no calendar has it",
        remedyRu: "напишите год четырьмя цифрами, «{2}», а время — с двоеточием и после дня",
        remedyEn: "write the year in four digits, {2}, and a time with a colon behind its day")
    package static let timeWithoutDay = DiagnosticCode(
        "time-without-day", .warning,
        ru: "в сроке «{1}» только время, а день не назван: показано как текст, в календаре — без даты",
        en: "the term \"{1}\" is a time without a day: it is shown as text, and no calendar has it",
        remedyRu: "впишите день перед временем: «15 мая 2025, 10:00»",
        remedyEn: "write the day before the time: 2025-05-15, 10:00")
    package static let durationWithoutBeginning = DiagnosticCode(
        "duration-without-beginning", .warning,
        ru: "«{1}» — продолжительность: с какого дня, не сказано; показано как текст, в календаре — без даты",
        en: "\"{1}\" is a duration without a beginning: it is shown as text, and the calendar will not have it",
        remedyRu: "напишите дни: «с 12 по 14 мая 2025», «до 14 мая 2025», или, если весь год, «в течение года»",
        remedyEn: "write the days, or the deadline")
    package static let dateRemark = DiagnosticCode(
        "date-remark", .warning, ru: "из «{1}» взят только день, {2}: остальное нигде не показано",
        en: "of \"{1}\" only the day is taken, {2}: the rest is shown nowhere",
        remedyRu: "оставьте здесь «{2}», а остальное впишите в текст материала",
        remedyEn: "leave {2} here, and write the rest into the text")
    package static let distantYear = DiagnosticCode(
        "distant-year", .warning, ru: "год {2} в «{1}» далёк от {3}", en: "the year {2} in \"{1}\" is far from {3}",
        remedyRu: "исправьте год", remedyEn: "correct the year")
}

/// What a year is far from.
package enum DistantFrom {
    package static let edition = Bilingual(ru: "года издания ({3})", en: "that of the edition ({3})")
    package static let material = Bilingual(ru: "времени материала ({3})", en: "the time of the material ({3})")
}

/// Why a configuration is not understood.
package enum ConfigurationReason {
    package static let edition = Bilingual(
        ru: "edition — это дата: «2023-12-01» или «1 декабря 2023»", en: "edition is a date: 2023-12-01")
    package static let language = Bilingual(
        ru: "язык «{1}» не поддерживается: ru, en или tt", en: "the language \"{1}\" is not supported: ru, en or tt")
    package static let url = Bilingual(
        ru: "url — это адрес сайта: https://example.org/album/",
        en: "url is the site's address: https://example.org/album/")
    package static let sharing = Bilingual(
        ru: "sharing.address — адрес почты или страницы, куда присылают материалы: album@school.example; не «{1}»",
        en: "sharing.address is where materials are sent, a mail address or a page: album@school.example, not \"{1}\"")
    package static let securityContact = Bilingual(
        ru: "security.contact — почта организации или страница, https://…; не «{1}»",
        en: "security.contact is a mail address of an office or a page, https://…, and not \"{1}\"")
    package static let securityExpires = Bilingual(
        ru: "security.expires — день, до которого действует контакт: 2027-06-01; не «{1}»",
        en: "security.expires is the day until which the contact holds: 2027-06-01, and not \"{1}\"")
    package static let securityOver = Bilingual(
        ru: "к {2} он уже прошёл", en: "it is over by {2}")
    package static let securityNear = Bilingual(
        ru: "с {2} до него меньше месяца", en: "it is less than a month after {2}")
    package static let founderSite = Bilingual(
        ru: "site учредителя — адрес страницы, https://…; не «{1}»",
        en: "the site of a founder is the address of a page, https://…, and not \"{1}\"")
    package static let output = Bilingual(
        ru: "output — папка внутри сайта, но не в content, не в themes и не скрытая: «{1}» не годится",
        en: "output is a folder of the site, not hidden, outside content and themes: not \"{1}\"")
}

/// Why git does not say when files were changed.
package enum HistoryReason {
    package static let noGit = Bilingual(ru: "программы git здесь нет", en: "there is no program git")
    package static let noRepository = Bilingual(
        ru: "папка сайта не лежит в репозитории git, или в нём ещё нет правок",
        en: "the site's folder is in no repository of git, or in one without commits")
    package static let noAnswer = Bilingual(ru: "git не ответил", en: "git did not answer")
    package static let shallow = Bilingual(
        ru: "в репозитории не вся история, о старых материалах она молчит",
        en: "the repository is shallow and knows nothing of old materials")
}

extension DiagnosticCode {
    /// Codes of the site as a whole: its configuration and what is only seen when all is together.
    package static let siteCodes: [DiagnosticCode] =
        [
            brokenConfiguration, missingConfiguration, unknownMenuItem, unknownPage, missingFile, orphan,
            placeElsewhere, unsortedPlaces, unclearReach, commonToAll, rowOfOthers, eventApart, eventAlike,
            missingTheme,
            formerAddress, allDrafts, brokenAccessibility, securityExpires, noHistory,
        ] + ledgerCodes + rootCodes

    package static let brokenConfiguration = DiagnosticCode(
        "broken-configuration", .error, ru: "настройки сайта не разобраны: {1}", en: "the configuration is broken: {1}")
    package static let brokenAccessibility = DiagnosticCode(
        "broken-accessibility", .error, ru: "итог проверки доступности не разобран: {1}",
        en: "the outcome of the accessibility check is broken: {1}",
        remedyRu: "файл пишет проверка; удалите его, и страница «Доступность» скажет, что проверки не было",
        remedyEn: "the check writes the file; without it the page on accessibility says that nothing was checked")
    package static let securityExpires = DiagnosticCode(
        "security-expires", .warning, ru: "срок контакта по безопасности — {1}: {2}",
        en: "the contact for holes in the site's safety ends on {1}: {2}",
        remedyRu: "проверьте адрес и впишите в security.expires новый день, не дальше года",
        remedyEn: "check the address and write a new day under security.expires, within a year")
    package static let noHistory = DiagnosticCode(
        "no-history", .warning, ru: "страницы не скажут, когда менялись материалы: {1}",
        en: "pages do not say when materials were changed: {1}",
        remedyRu:
            "поставьте git, соберите сайт в его репозитории со всей историей (git fetch --unshallow) или уберите history",
        remedyEn:
            "install git, build in its repository with all of the history (git fetch --unshallow), or remove history")
    package static let missingConfiguration = DiagnosticCode(
        "missing-configuration", .error, ru: "в этой папке нет файла album.yml",
        en: "there is no album.yml in this folder",
        remedyRu: "перейдите в папку сайта или укажите её ключом --root; новый альбом начинает album init",
        remedyEn: "change to the site's folder or use --root; album init begins a new album")
    package static let unknownMenuItem = DiagnosticCode(
        "unknown-menu-item", .error, ru: "в меню назван «{1}», а такой оси, вида или страницы нет",
        en: "the menu names \"{1}\", which is no axis, kind or page",
        remedyRu: "исправьте или уберите его в строке menu файла album.yml",
        remedyEn: "correct or remove it in the line menu of album.yml")
    /// A warning, so that the project's `album.yml` serves other texts too.
    package static let unknownPage = DiagnosticCode(
        "unknown-page", .warning, ru: "материала «{1}» нет: ссылки на него страницы не получат",
        en: "there is no material \"{1}\": pages get no link to it",
        remedyRu: "назовите материал по имени файла, без папки и без .md, или уберите строку",
        remedyEn: "name the material by its file, without folder and .md, or remove the line")
    package static let missingFile = DiagnosticCode(
        "missing-file", .error, ru: "файла «{1}» нет", en: "there is no file \"{1}\"",
        remedyRu: "положите его рядом с материалом или исправьте путь",
        remedyEn: "put it beside the material or correct the path")
    package static let formerAddress = DiagnosticCode(
        "former-address", .error, ru: "прежний адрес «{1}» не годится: он занят, или это не путь",
        en: "the former address \"{1}\" is taken, or no path",
        remedyRu: "пишите путь старой страницы: practices/kvest.html", remedyEn: "write the path of the old page")
    package static let allDrafts = DiagnosticCode(
        "all-drafts", .warning, ru: "все материалы — черновики: альбом выйдет пустым",
        en: "all materials are drafts: the album comes out empty",
        remedyRu: "уберите строку draft из тех, что готовы; черновики показывает album serve",
        remedyEn: "remove draft from those that are ready; album serve shows drafts")
    package static let orphan = DiagnosticCode(
        "orphan", .hint, ru: "на материал никто не ссылается", en: "nothing refers to this material",
        remedyRu: "сошлитесь на него из материалов, с которыми он связан",
        remedyEn: "link to it from what it belongs with")
    package static let placeElsewhere = DiagnosticCode(
        "place-elsewhere", .warning, ru: "в списке муниципалитетов нет «{1}», и строку никто у себя не увидит",
        en: "the list of municipalities has no \"{1}\", and nobody will see the row as one's own",
        remedyRu: "исправьте название, если это муниципалитет сайта; оставьте, если строка его не касается",
        remedyEn: "correct the name where it is a municipality of the site; else leave it")
    /// The same of rows that name others too, whom the site has.
    package static let placeElsewhereBeside = DiagnosticCode(
        placeElsewhere.name, .hint,
        ru: "в списке муниципалитетов нет «{1}», и строку увидят у себя только остальные, кто в ней назван",
        en: "the list of municipalities has no \"{1}\", and only the others named will see the row as their own",
        remedyRu:
            "исправьте название, если это муниципалитет сайта, или впишите вместо места его муниципалитет; оставьте, если на сайте его и не должно быть",
        remedyEn:
            "correct the name where it is a municipality of the site, or write the municipality of the place; leave it where the site need not have it"
    )
    /// The same of rows that concern everybody then.
    package static let placeElsewhereCommon = DiagnosticCode(
        placeElsewhere.name, .hint,
        ru: "в списке муниципалитетов нет «{1}», и строка встала у всех",
        en: "the list of municipalities has no \"{1}\", and the row concerns everybody",
        remedyRu:
            "исправьте название, если это муниципалитет сайта; если это место в нём, назовите муниципалитет рядом, через точку с запятой; оставьте, если строка и правда для всех",
        remedyEn:
            "correct the name where it is a municipality of the site; name the municipality of the place beside it; leave it where the row is for everybody"
    )
    /// The same of one that a row leaves out.
    package static let placeElsewhereExcepted = DiagnosticCode(
        placeElsewhere.name, .hint,
        ru: "в списке муниципалитетов нет «{1}», и из строки он не исключён",
        en: "the list of municipalities has no \"{1}\", and nobody is left out for it",
        remedyRu: "исправьте название, если это муниципалитет сайта; оставьте, если на сайте его и не должно быть",
        remedyEn: "correct the name where it is a municipality of the site; leave it where the site need not have it")
    /// Words for a sort of municipalities, where nobody can say of some whether they are of it.
    package static let unsortedPlaces = DiagnosticCode(
        "unsorted-places", .hint,
        ru: "о ком «{1}», решает вид муниципалитета, а он не указан: {2}; без него они не вошли",
        en: "whom \"{1}\" means is said by the type of a municipality, which these have not and are left out: {2}",
        remedyRu: "допишите им type в municipalities.yml: ГО, МО или МР",
        remedyEn: "write their type in municipalities.yml, as other entries have it")
    /// Words of a row that is everybody's by them, maybe wrongly.
    package static let unclearReach = DiagnosticCode(
        "unclear-reach", .hint,
        ru: "из слов «{1}» не понять, кого касается строка: она встала у всех",
        en: "\"{1}\" does not say whom the row concerns, and it stands with everybody",
        remedyRu:
            "назовите муниципалитет рядом или скажите, кого она касается, в столбце «{2}»: названия, «все» или «все, кроме: …»",
        remedyEn: "name a municipality beside it, or say it in the column \"{2}\": names, \"all\" or \"all except: …\"")
    /// The same where the kind has no column that says whom a row concerns.
    package static let unclearReachUnsaid = DiagnosticCode(
        unclearReach.name, .hint, ru: "из слов «{1}» не понять, кого касается строка: она встала у всех",
        en: "\"{1}\" does not say whom the row concerns, and it stands with everybody",
        remedyRu: "назовите муниципалитет рядом, через точку с запятой; оставьте, если строка и правда для всех",
        remedyEn: "name its municipality beside it; leave it where the row is for everybody")
    package static let commonToAll = DiagnosticCode(
        "common-to-all", .hint,
        ru: "строки без названных муниципалитетов ({1}) встанут в календари муниципалитетов всех регионов",
        en: "rows that name no municipality ({1}) are in the calendars of the municipalities of all regions",
        remedyRu: "если это план одного региона, укажите его в поле «{2}»",
        remedyEn: "say the region in \"{2}\" where it is the plan of one")
    package static let rowOfOthers = DiagnosticCode(
        "row-of-others", .hint,
        ru: "строку исполняет {1}, а план — {2}: она встанет в календарь {2} и ни в чей больше",
        en: "{1} carries out the row of a plan of {2}: it stands in the calendar of {2} and in no other",
        remedyRu: "если план общий, назовите {1} и в поле «{3}»; если так и задумано, оставьте",
        remedyEn: "name {1} in \"{3}\" too where the plan is of both; else leave it")
    package static let eventApart = DiagnosticCode(
        "event-apart", .hint,
        ru: "строка «{1}» ({2}) называет событие «{3}» ({4}): сроки разные, и в календаре стоят оба",
        en: "the row \"{1}\" ({2}) names the event \"{3}\" ({4}): their terms differ, and the calendar shows both",
        remedyRu: "если это одно и то же, поставьте в строке срок события; если нет, оставьте",
        remedyEn: "give the row the term of the event where both are one; else leave it")
    package static let eventAlike = DiagnosticCode(
        "event-alike", .hint,
        ru: "строка «{1}» ({2}) и событие «{3}» похожи: если это одно и то же, в календаре оно стоит дважды",
        en: "the row \"{1}\" ({2}) and the event \"{3}\" are alike: where both are one, the calendar shows it twice",
        remedyRu: "если это одно и то же, назовите событие в строке, в столбце «Материал»: [[{5}]]; если нет, оставьте",
        remedyEn: "name the event in the row where both are one: [[{5}]]; else leave it")
    package static let missingTheme = DiagnosticCode(
        "missing-theme", .error, ru: "темы «{1}» нет ни в папке themes, ни рядом с программой",
        en: "there is no theme \"{1}\"",
        remedyRu: "исправьте поле theme в album.yml или положите тему в папку themes",
        remedyEn: "correct theme in album.yml")
}

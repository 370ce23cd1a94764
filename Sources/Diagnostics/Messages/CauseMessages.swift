/// What is said of one cause of a mistake that has others too.
///
/// It counts on the arguments that are given where it is told.
package struct CauseWording: Sendable {
    package let message: Bilingual
    package let remedy: Bilingual
}

extension DiagnosticCode {
    /// The same code in the words for one of its causes.
    package func worded(for cause: CauseWording) -> DiagnosticCode {
        DiagnosticCode(
            name, severity, ru: cause.message.ru, en: cause.message.en, remedyRu: cause.remedy.ru,
            remedyEn: cause.remedy.en)
    }
}

extension CauseWording {
    /// A material that was withdrawn and whose page leads on to another.
    package static let withdrawnWithSuccessor = CauseWording(
        message: Bilingual(
            ru: "материал «{1}» снят с публикации с {2}; вместо него — «{3}»",
            en: "the material \"{1}\" is withdrawn since {2}; instead of it stands \"{3}\""),
        remedy: Bilingual(
            ru: "назовите «{3}»; пока этого нет, читатели видят прежнее название с пометкой «снято с публикации»",
            en: "name \"{3}\"; until then readers see the former title and that it was withdrawn"))
    /// The same where the other is the very material that still names it.
    package static let withdrawnReplacedHere = CauseWording(
        message: Bilingual(
            ru: "материал «{1}» снят с публикации с {2}; вместо него — этот самый материал",
            en: "the material \"{1}\" is withdrawn since {2}; instead of it stands this very material"),
        remedy: Bilingual(
            ru: "это и есть замена: уберите упоминание или оставьте — читатели видят прежнее название с пометкой "
                + "«снято с публикации»",
            en: "this is what has taken its place: remove the mention or leave it, as readers see the former title "
                + "and that it was withdrawn"))
    /// The second line of a head below columns of which some are read.
    package static let headPartlyRead = CauseWording(
        message: Bilingual(
            ru: "шапка таблицы в две строки: {1} — не запись; прочитано {2}, а {3} в данные не попадёт",
            en: "the head has two lines: {1} is no record; read is {2}, and {3} is no data"),
        remedy: DiagnosticCode.secondHead.remedy)
    /// A file by whose name a web server is steered.
    package static let steeringFile = CauseWording(
        message: Bilingual(
            ru: "файл «{1}» — настройки веб-сервера, а не файл для читателей: сервер стал бы им подчиняться",
            en: "\"{1}\" holds settings of a web server, which would obey them, and nothing for readers"),
        remedy: Bilingual(
            ru: "уберите его из материала; настройки сервера задаёт тот, кто его ведёт; чтобы показать их, сохраните "
                + "под другим именем, например htaccess.txt",
            en: "remove it: whoever runs the server sets it up; to show the settings, save them under another name, "
                + "such as htaccess.txt"))
    /// Several withdrawn addresses that are there again.
    package static let addressesBack = CauseWording(
        message: Bilingual(
            ru: "снятые с публикации адреса ({1}) снова есть на сайте",
            en: "withdrawn addresses ({1}) are on the site again"),
        remedy: Bilingual(
            ru:
                "если страницы вернулись: album retire --undo {2}; если нет, удалите материалы или сделайте их черновиками",
            en: "if the pages are back: album retire --undo {2}; else remove the materials or make them drafts"))
    /// The addresses of an album that came back.
    package static let albumBack = CauseWording(
        message: Bilingual(
            ru: "альбом «{1}» вернулся: {2} его адресов сняты с публикации, а страницы на сайте есть",
            en: "the album \"{1}\" is back: {2} of its addresses were withdrawn, and the site has the pages"),
        remedy: Bilingual(
            ru: "одна команда возвращает их все: album retire --of {1} --undo",
            en: "one command takes all of them back: album retire --of {1} --undo"))
    /// An entry that nobody took over.
    package static let endedForGood = CauseWording(
        message: Bilingual(
            ru: "«{1}» — по {2} включительно, а материал датирован позже",
            en: "\"{1}\" was until {2}, and the material is of a later date"),
        remedy: Bilingual(
            ru: "назовите того, кто занимается этим теперь, или поправьте date; если речь о прошлом, можно оставить",
            en: "name who is in charge today, or correct date; where it is about the past, it may stay"))
    /// A front matter below blank lines.
    package static let blankLinesAbove = CauseWording(
        message: Bilingual(
            ru: "шапка не прочитана: над её первой строкой «---» есть пустые строки",
            en: "the front matter is not read: there are blank lines above its first line ---"),
        remedy: Bilingual(
            ru: "удалите всё, что над этой строкой: файл начинается с «---»",
            en: "delete all above this line: the file begins with ---"))
    /// «----» in place of «---».
    package static let hyphensMiscounted = CauseWording(
        message: Bilingual(
            ru: "строка «{1}» — не «---»: дефисов в ней не три, и шапка не прочитана",
            en: "the line \"{1}\" is not ---: it has not three hyphens, and the front matter is not read"),
        remedy: DiagnosticCode.dashedFence.remedy)
    /// «понедельник», which is no term.
    package static let weekdayAlone = CauseWording(
        message: Bilingual(
            ru: "срок «{1}» показан как текст: какой это день, не сказано",
            en: "the term \"{1}\" is shown as text: which day it is, is not said"),
        remedy: Bilingual(
            ru: "впишите день: «15 мая 2025», а если это каждую неделю — «еженедельно по средам»",
            en: "write the day; where it is each week, write «еженедельно по средам»"))
    /// Names of a cell that commas part.
    package static let joinedInCell = CauseWording(
        message: DiagnosticCode.joinedValues.message,
        remedy: Bilingual(ru: "перечислите их через точку с запятой: {2}", en: "part them by semicolons: {2}"))
    /// «-//-» among names.
    package static let repeatedName = CauseWording(
        message: Bilingual(
            ru:
                "«{1}» в «{2}» — не название: на какую строку это указывает, программа не знает, в данные оно не попадёт",
            en: "\"{1}\" in \"{2}\" is no name: which row it points at is not known, and it is no data"),
        remedy: Bilingual(ru: "повторите здесь названия из той строки", en: "repeat the names of that row here"))
}
